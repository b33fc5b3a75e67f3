"""An organisation's own page: everything held, what rests on it, who received it, what it can do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from msgspec.structs import replace

from goodstanding.applications import queries as applied
from goodstanding.departments.agents import acting_for
from goodstanding.enquiries import queries as enquiries
from goodstanding.flow import policy
from goodstanding.flow.read import OrganisationUnknown, read_dossier, read_standing
from goodstanding.flow.reopen import reopenings
from goodstanding.organisations.queries import named
from goodstanding.remedies import queries as remedies
from goodstanding.rules.errors import Refused
from goodstanding.rules.policy import SignInNeeded, allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Objection
from goodstanding.web import cards, subjects
from goodstanding.web.application_lists import lines as application_lines
from goodstanding.web.beside import about
from goodstanding.web.letter_links import of_organisation
from goodstanding.web.objection_way import taking_up, verification
from goodstanding.web.own_advantages import earned
from goodstanding.web.own_repairs import own_repairs
from goodstanding.web.paging import page_of
from goodstanding.web.proceeding_lists import lines
from goodstanding.web.resting import with_held
from goodstanding.web.stacking import facts_of
from goodstanding.web.step_pages import CASE_STEPS
from goodstanding.web.timeline import statement_clock
from goodstanding.web.views.objections import state_of
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit, Visited

_OURS = frozenset({"statement", "hearing-request"})


def own(request: Visited) -> HttpResponse:
    """The organisations the visitor acts for; the only one is opened at once."""
    visit = request.visit
    if not visit.actor.signed_in:
        raise Refused([SignInNeeded()])
    codes = sorted(visit.actor.organisations)
    if len(codes) == 1:
        return redirect("web:own-of", codes[0])
    names = named(codes)
    listed = [(code, names.get(code, code)) for code in codes]
    return render(request, "web/own_list.html", {"organisations": listed})


def own_of(request: Visited, code: str) -> HttpResponse:
    """Everything held about one organisation, for its representative."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_DOSSIER, organisation=code)
    try:
        dossier = read_dossier(visit.call, code=code)
    except Refused as refused:
        if not any(isinstance(each, OrganisationUnknown) for each in refused.refusals):
            raise
        return render(request, "web/own_nothing.html", {"code": code, **about(visit, code)})
    standing = read_standing(visit.call, code=code).standing
    records = cards.record_cards(visit, dossier.records)
    page = page_of(request, records)
    context = {
        "organisation": dossier.organisation,
        "registered": dossier.registered,
        "code": code,
        "answer": cards.answer(
            standing,
            on=visit.today,
            disputed=sum(each.state == "disputed" for each in records),
            withdrawn=sum(each.state == "withdrawn" for each in records),
        ),
        "shield": standing.shield,
        "cases": cards.case_cards(visit, dossier, standing),
        "facts": facts_of(visit, dossier),
        "pending": _pending(visit, dossier.cases),
        "earned": earned(visit, dossier.cases),
        "page": replace(page, rows=with_held(visit, page.rows, standing)),
        "objections": _objections(visit, [each.id for each in dossier.objections]),
        "letters": of_organisation(visit, dossier),
        "receipts": _receipts(visit, code),
        **own_repairs(visit, code),
        "proceedings": lines(visit, remedies.proceedings_of_organisation(organisation=code)),
        "applications": application_lines(
            visit, applied.of_organisation(organisations=[code])[:50]
        ),
        "again": _again(visit, code),
        **about(visit, code),
        **_acting(visit, code),
    }
    return render(request, "web/own.html", context)


def _acting(visit: Visit, code: str) -> dict[str, Any]:
    """Who may act for the organisation, for whom that is to see."""
    seen = allowed(visit.actor, Action.READ_REPRESENTATIVES, organisation=code)
    return {
        "acting": acting_for(code, on=visit.today) if seen else [],
        "may_arrange": allowed(visit.actor, Action.ARRANGE_AGENTS, organisation=code),
        "may_state": allowed(visit.actor, Action.STATE_DISTINCT, organisation=code),
    }


def _pending(visit: Visit, cases: Any) -> list[dict[str, Any]]:
    """Cases not decided yet, with what the organisation can do now, and until when."""
    found = []
    for shown in cases:
        if shown.row.stage not in ("proposed", "notified") or shown.row.sense == ADVANTAGE:
            continue
        subject = subjects.case(visit, shown.row.id)
        state = subject.state
        assert isinstance(state, Designation)
        steps = [offered(visit, subject, page) for page in CASE_STEPS if page.name in _OURS]
        found.append(
            {
                "subject": subject,
                "case": shown.row,
                "steps": steps,
                "clock": statement_clock(visit, state),
                "department": visit.titles.department(shown.row.department),
            }
        )
    return found


def _objections(visit: Visit, ids: list[str]) -> list[dict[str, Any]]:
    found = []
    for id in ids:
        state = subjects.objection(visit, id).state
        assert isinstance(state, Objection)
        found.append(
            {
                "objection": state,
                "state": state_of(state),
                "clock": verification(visit, state) or taking_up(visit, state),
                "department": visit.titles.department(state.department) if state.is_open else "—",
            }
        )
    return found


def _again(visit: Visit, code: str) -> list[dict[str, Any]]:
    """Where to ask again: what was refused on what has since fallen as wrong."""
    return [
        {
            "each": each,
            "procedure": visit.titles.procedure(each.procedure),
            "department": visit.titles.department(each.department or each.recipient),
        }
        for each in reopenings(today=visit.today, organisation=code)
    ]


def _receipts(visit: Visit, code: str) -> list[dict[str, Any]]:
    return [
        {
            "receipt": each,
            "procedure": visit.titles.procedure(each.procedure),
            "department": visit.titles.department(each.department or each.recipient),
        }
        for each in enquiries.of_organisation(organisation=code)[:50]
    ]
