"""The permanent address of a record or a designation: as much of it as the reader may see."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.designations import queries as designations
from goodstanding.disclosure import queries as disclosure
from goodstanding.flow.corrections import read_corrections
from goodstanding.flow.read import Dossier, read_dossier, read_standing
from goodstanding.register.reading import stored, stream_of
from goodstanding.remedies import queries as remedies
from goodstanding.rules.correction.history import Corrected
from goodstanding.rules.errors import refuse
from goodstanding.rules.states import Record
from goodstanding.rules.visible import insider
from goodstanding.web import cards, subjects
from goodstanding.web.known_errors import errors_of
from goodstanding.web.letter_links import Link, of_matter
from goodstanding.web.proceeding_lists import about
from goodstanding.web.proceeding_steps import OPEN
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.removal_pages import PROPOSE
from goodstanding.web.repair_steps import APPLY
from goodstanding.web.step_pages import RECORD_STEPS
from goodstanding.web.subjects import Subject
from goodstanding.web.views.steps import Open, offered
from goodstanding.web.visit import Visited


def record(request: Visited, id: str) -> HttpResponse:
    """A record, a stub, a designation; what is public no more answers as if it had never been."""
    stream = stream_of(id)
    if stream is None or id == stream:
        refuse(PageUnknown())
    dossier = read_dossier(request.visit.call, code=stream)
    context = _stub(dossier, id) or _record(request, dossier, id) or _case(request, dossier, id)
    if context is None:
        refuse(PageUnknown())
    found = dossier.organisation
    return render(request, "web/record.html", {"organisation": found, "id": id, **context})


def _stub(dossier: Dossier, id: str) -> dict[str, object] | None:
    inside = {each.row.record for each in dossier.records}
    found = [each for each in cards.stubs(dossier) if each.record == id]
    return {"stub": found[0]} if found and id not in inside else None


def _record(request: Visited, dossier: Dossier, id: str) -> dict[str, object] | None:
    found = [each for each in dossier.records if each.row.record == id]
    if not found:
        return None
    visit, shown = request.visit, found[0]
    inside = insider(
        visit.actor, department=shown.row.department, organisation=shown.row.organisation
    )
    subject = subjects.record(visit, id) if inside else None
    steps = _steps(request, subject) if subject else []
    return {
        "card": cards.record_card(visit, shown),
        "reasons": next((s.reasons for s in cards.stubs(dossier) if s.record == id), ""),
        "inside": inside,
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons],
        "cases": list(designations.on_record(record=id)) if inside else [],
        "objections": list(remedies.to_target(target=id)) if inside else [],
        "repairs": list(remedies.repairs_of_target(target=id)) if inside else [],
        "corrections": _corrections(request, subject) if subject else [],
        "errors": errors_of(visit, subject.state) if subject else [],
        "proceedings": about(visit, [id, shown.row.organisation]),
        "letters": _letters(request, id) if inside else [],
        "recipients": len(disclosure.recipients(record=id)) if inside else 0,
    }


def _letters(request: Visited, id: str) -> list[Link]:
    """The letters of a correction or a withdrawal, where there was one."""
    state = stored([id]).get(id)
    return of_matter(request.visit, state) if isinstance(state, Record) else []


def _corrections(request: Visited, subject: Subject) -> list[Corrected]:
    state = subject.state
    if not isinstance(state, Record) or len(state.versions) == 1:
        return []
    return read_corrections(request.visit.call, state)


def _steps(request: Visited, subject: Subject) -> list[Open]:
    pages = (*RECORD_STEPS, APPLY, OPEN, PROPOSE)
    return [offered(request.visit, subject, page) for page in pages]


def _case(request: Visited, dossier: Dossier, id: str) -> dict[str, object] | None:
    visit, code = request.visit, dossier.organisation.code
    shown = next((each for each in dossier.cases if each.row.id == id), None)
    if shown is None:
        return None
    standing = read_standing(visit.call, code=code).standing
    found = [each for each in cards.case_cards(visit, dossier, standing) if each.case.id == id]
    return {"case_card": found[0] if found else None, "case": shown.row, "inside": shown.inside}
