"""The auditor's home, who saw what, and who did what: read-only, filtered in the address."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from goodstanding.audit import queries
from goodstanding.audit.models import Read
from goodstanding.files.writing import workbook_bytes
from goodstanding.flow import policy
from goodstanding.organisations.queries import named
from goodstanding.register.reading import head
from goodstanding.register.searching import Acts, Done
from goodstanding.rules.rights import Action
from goodstanding.wallclock import LEGAL_ZONE
from goodstanding.web import audited
from goodstanding.web.act_words import act_word
from goodstanding.web.downloads import WORKBOOK, download
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visited


def home(request: Visited) -> HttpResponse:
    """Where an auditor begins: the last verification, today's reads and acts, and the four ways."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_LOG)
    day = visit.today
    context = {
        "last": queries.verifications().filter(ended_at__isnull=False).first(),
        "reads": queries.reads(since=day, until=day).count(),
        "acts": len(Acts(since=day, until=day)),
        "head": head(),
    }
    return render(request, "web/audit/home.html", context)


def reads(request: Visited) -> HttpResponse:
    """Who was given what, when, for which case."""
    chosen, found = _reads(request)
    page = page_of(request, found)
    context = {
        "chosen": chosen,
        "page": page,
        "rows": _read_rows(page.rows),
        "filtered": any(request.GET.get(name) for name in chosen.fields),
        "most": audited.MOST_EXPORTED,
    }
    return render(request, "web/audit/reads.html", context)


def reads_file(request: Visited) -> HttpResponse:
    """The same rows as a workbook."""
    _chosen, found = _reads(request)
    rows = _read_rows(found[: audited.MOST_EXPORTED])
    columns = {
        "at": _("When"),
        "who": _("Who"),
        "roles": _("Role"),
        "department": _("Department"),
        "kind": _("What"),
        "target": _("Id"),
        "organisation": _("Credit code"),
        "name": _("Organisation"),
        "case_number": _("Case number"),
    }
    return _workbook(rows, columns, name="reads.xlsx")


def _reads(request: Visited) -> tuple[audited.ReadsFilter, Any]:
    policy.require(request.visit.actor, Action.READ_LOG)
    chosen = audited.ReadsFilter(request.GET)
    kinds = [(kind, audited.KINDS.get(kind, kind)) for kind in queries.kinds()]
    chosen.fields["kind"].choices = [("", _("All")), *kinds]  # type: ignore[attr-defined]
    if not chosen.is_valid():
        return chosen, Read.objects.none()
    data = chosen.cleaned_data
    found = queries.reads(
        organisation=data["organisation"],
        actor=audited.id_of(data["person"]),
        case_number=data["case"],
        kind=data["kind"],
        since=data["since"],
        until=data["until"],
    )
    return chosen, found


def _read_rows(found: Any) -> list[dict[str, Any]]:
    listed = list(found)
    who, names = (
        audited.people(each.actor for each in listed),
        named(r.organisation for r in listed),
    )
    return [
        {
            "at": each.at,
            "who": who[each.actor],
            "person": each.actor,
            "roles": each.roles,
            "department": each.department,
            "kind": str(audited.KINDS.get(each.kind, each.kind)),
            "target": each.target,
            "url": audited.place_of(each.kind, each.target),
            "organisation": each.organisation,
            "name": names.get(each.organisation, ""),
            "case_number": each.case_number,
        }
        for each in listed
    ]


def acts(request: Visited) -> HttpResponse:
    """Who did what, with its place in the chain."""
    chosen, found = _acts(request)
    page = page_of(request, found)
    context = {
        "chosen": chosen,
        "page": page,
        "rows": _act_rows(request, page.rows),
        "filtered": any(request.GET.get(name) for name in chosen.fields),
        "most": audited.MOST_EXPORTED,
    }
    return render(request, "web/audit/acts.html", context)


def acts_file(request: Visited) -> HttpResponse:
    """The same rows as a workbook."""
    _chosen, found = _acts(request)
    columns = {
        "position": _("Position"),
        "at": _("When"),
        "what": _("What"),
        "who": _("Who"),
        "department": _("Department"),
        "organisation": _("Credit code"),
        "name": _("Organisation"),
        "subject": _("Id"),
        "head": _("Chain after it"),
    }
    rows = _act_rows(request, found[: audited.MOST_EXPORTED])
    return _workbook(rows, columns, name="acts.xlsx")


def _acts(request: Visited) -> tuple[audited.ActsFilter, Any]:
    visit = request.visit
    policy.require(visit.actor, Action.READ_LOG)
    chosen = audited.ActsFilter(request.GET)
    departments = [("", _("All")), *visit.titles.choices("departments")]
    chosen.fields["department"].choices = departments  # type: ignore[attr-defined]
    if not chosen.is_valid():
        return chosen, []
    data = chosen.cleaned_data
    found = Acts(
        by=audited.id_of(data["person"]),
        department=data["department"],
        organisation=data["organisation"],
        subject=data["case"],
        since=data["since"],
        until=data["until"],
    )
    return chosen, found


def _act_rows(request: Visited, found: list[Done]) -> list[dict[str, Any]]:
    titles = request.visit.titles
    who, names = audited.people(each.by for each in found), named(each.stream for each in found)
    return [
        {
            "position": each.position,
            "at": each.recorded_at,
            "what": act_word(each.kind),
            "who": who[each.by],
            "person": each.by,
            "department": titles.department(each.department) if each.department else "",
            "organisation": each.stream if each.stream in names else "",
            "name": names.get(each.stream, ""),
            "subject": each.aggregate,
            "url": audited.place_of_id(each.aggregate),
            "head": each.head.hex(),
        }
        for each in found
    ]


def _workbook(rows: list[dict[str, Any]], columns: dict[str, str], *, name: str) -> HttpResponse:
    cells = (
        {word: _cell(row[field]) for field, word in columns.items() if row[field] != ""}
        for row in rows
    )
    return download(workbook_bytes(cells, list(columns.values())), name=name, type=WORKBOOK)


def _cell(value: Any) -> str:
    return (
        f"{value.astimezone(LEGAL_ZONE):%Y-%m-%d %H:%M:%S}"
        if hasattr(value, "hour")
        else str(value)
    )
