"""What a department asked under the number of a tender or case, at the number's own address."""

from collections import Counter
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from goodstanding.enquiries import queries as enquiries
from goodstanding.flow import policy
from goodstanding.organisations.queries import named
from goodstanding.rules.errors import refuse
from goodstanding.rules.rights import Action
from goodstanding.web import downloads
from goodstanding.web.bidder_lists import answers, case_address, differs, file_of, rows_of
from goodstanding.web.fields import Day, PageForm
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import CaseUnknown, PageUnknown
from goodstanding.web.views.bidders import ask_part, parts_of
from goodstanding.web.visit import Visited

#: With their effects on a page that stays light on a phone.
ROWS = 40
#: As many as are printed; more are a file.
ON_PAPER = 200
TYPES = {"xlsx": downloads.WORKBOOK, "csv": downloads.CSV, "json": downloads.JSON}


class CaseFilter(PageForm):
    """Which cases."""

    q = forms.CharField(label=_("Part of the number"), required=False, max_length=100)
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    since = Day(label=_("Asked from"), required=False, help_text="")
    until = Day(label=_("Asked until"), required=False, help_text="")


def cases(request: Visited) -> HttpResponse:
    """Every number the department asked under, latest first."""
    visit = request.visit
    policy.require(visit.actor, Action.CHECK)
    chosen = CaseFilter(request.GET)
    procedures = visit.titles.choices("procedures")
    chosen.fields["procedure"].choices = [("", _("All")), *procedures]  # type: ignore[attr-defined]
    wanted = chosen.cleaned_data if chosen.is_valid() else {}
    page = page_of(request, enquiries.cases(recipient=visit.actor.recipient, **wanted))
    context = {
        "tab": "cases",
        "chosen": chosen,
        "page": page,
        "filtered": any(wanted.values()) or bool(chosen.errors),
        "cases": [
            (
                each,
                visit.titles.procedure(each["procedure"]),
                case_address(each["case_number"], each["procedure"]),
            )
            for each in page.rows
        ],
    }
    return render(request, "web/check_cases.html", context)


def _asked(request: Visited) -> tuple[str, str, Any]:
    """The number and procedure of the address, and the answers of the caller's department."""
    actor = request.visit.actor
    policy.require(actor, Action.CHECK)
    given = request.POST if request.method == "POST" else request.GET
    number, procedure = given.get("number", ""), given.get("procedure", "")
    if not number or "\x00" in number + procedure:
        refuse(CaseUnknown())
    found = enquiries.latest_of_case(
        recipient=actor.recipient, case_number=number, procedure=procedure
    )
    return number, procedure, found


def _summary(request: Visited) -> dict[str, Any]:
    """What stands at the top of the page and of the paper; nothing where nothing was asked."""
    number, procedure, found = _asked(request)
    told = list(found.defer("effects", "records", "versions"))
    if not told:
        return {}
    counted = Counter(each.answer for each in told)
    return {
        "number": number,
        "procedure": procedure,
        "procedure_title": request.visit.titles.procedure(procedure),
        "address": case_address(number, procedure),
        "count": len(told),
        "restricted": counted["restricted"],
        "counted": [(each, counted[each]) for each in enquiries.STRENGTH if counted[each]],
        "strongest": next(each for each in enquiries.STRENGTH if counted[each]),
        "last": max(each.at for each in told),
        "changed": [each for each in told if differs(each)],
        "asked_again": any(each.before is not None for each in told),
        "found": found,
        "files": [(each, _file_address(number, procedure, each)) for each in TYPES],
    }


def _file_address(number: str, procedure: str, suffix: str) -> str:
    start, _, query = case_address(number, procedure).partition("?")
    return f"{start}/answers.{suffix}?{query}"


def case(request: Visited) -> HttpResponse:
    """Every organisation's last answer with its receipt; what changed since the time before."""
    summary = _summary(request)
    if not summary:
        return render(request, "web/check_case_none.html")
    page = page_of(request, summary["found"], size=ROWS)
    changed = summary["changed"][:ON_PAPER]
    names = named(each.organisation for each in (*page.rows, *changed))
    context = {
        **summary,
        "tab": "cases",
        "page": page,
        "answers": answers(request.visit, page.rows, names),
        "changes": [(each, names.get(each.organisation, "")) for each in changed],
        "print": case_address(summary["number"], summary["procedure"], page="check-print"),
    }
    return render(request, "web/check_case.html", context)


def paper(request: Visited) -> HttpResponse:
    """The same for the file of the tender, with everything open."""
    summary = _summary(request)
    if not summary:
        return render(request, "web/check_case_none.html")
    receipts = list(summary["found"][:ON_PAPER])
    names = named(each.organisation for each in receipts)
    context = {
        **summary,
        "answers": answers(request.visit, receipts, names),
        "more": summary["count"] - len(receipts),
        "permanent": summary["address"],
    }
    return render(request, "web/check_print.html", context)


def file(request: Visited, suffix: str) -> HttpResponse:
    """All answers as a file."""
    if suffix not in TYPES:
        refuse(PageUnknown())
    _, _, found = _asked(request)
    receipts = list(found)
    if not receipts:
        refuse(CaseUnknown())
    names = named(each.organisation for each in receipts)
    data = file_of(rows_of(receipts, names), suffix, request.visit.titles)
    return downloads.download(data, name=f"answers.{suffix}", type=TYPES[suffix])


@require_POST
def ask_again(request: Visited) -> HttpResponse:
    """Ask about the same organisations again; the page then says what changed."""
    policy.require(request.visit.actor, Action.SCREEN)
    number, procedure, found = _asked(request)
    codes = list(enumerate(found.values_list("organisation", flat=True), start=1))
    if not codes:
        refuse(CaseUnknown())
    for part in parts_of(codes):
        ask_part(request, part, procedure=procedure, case_number=number)
    return redirect(case_address(number, procedure))
