"""Cases: the list of a department, and one case with its way and its next steps."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.departments.queries import names_of
from goodstanding.flow import policy
from goodstanding.measures import queries as measures
from goodstanding.remedies import queries as remedies
from goodstanding.rules.designation.closing import closing
from goodstanding.rules.publicity import shown
from goodstanding.rules.rights import Action
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.standing import designation_state
from goodstanding.rules.states import Designation
from goodstanding.web import subjects
from goodstanding.web.advantage_steps import ADVANTAGE_STEPS
from goodstanding.web.case_lists import COLUMNS, CaseFilter, case_lines, cells, fitting
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.letter_links import of_matter
from goodstanding.web.matters import worked_on
from goodstanding.web.paging import page_of
from goodstanding.web.proceeding_lists import about
from goodstanding.web.rows import task_rows
from goodstanding.web.service_pages import CASE_SERVICE, to_be_served
from goodstanding.web.step_pages import CASE_STEPS, StepPage
from goodstanding.web.timeline import closing_points, points
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit, Visited

_BURDENS_ONLY = frozenset({"hearing-request", "hearing", "revocation"})


def cases(request: Visited) -> HttpResponse:
    """The cases of the visitor's department that fit the filter; oversight sees those of all."""
    chosen = _chosen(request)
    page = page_of(request, fitting(request.visit, chosen))
    context = {"chosen": chosen, "page": page, "rows": case_lines(request.visit, page.rows)}
    return render(request, "web/cases.html", context)


def cases_file(request: Visited, suffix: str) -> HttpResponse:
    """The same cases as a file: all of them, whatever page was shown."""
    visit, chosen = request.visit, _chosen(request)
    found = case_lines(visit, fitting(visit, chosen)[:MOST_ROWS])
    return sheet(map(cells, found), COLUMNS, name="cases", suffix=suffix)


def _chosen(request: Visited) -> CaseFilter:
    actor = request.visit.actor
    policy.require(actor, Action.READ_CASE, department=actor.department)
    return CaseFilter.asked(request)


def case(request: Visited, id: str) -> HttpResponse:
    """One case: where it stands, what can be done now and by whom, and why something cannot."""
    visit = request.visit
    subject = subjects.case(visit, id)
    found = subject.state
    assert isinstance(found, Designation)
    pages = [*_steps(found), *(CASE_SERVICE if to_be_served(found) else ())]
    steps = [offered(visit, subject, page) for page in pages]
    under = list(measures.under(designation=id))
    end = closing(found, subject.work.measures_under(id), on=visit.today)
    tasks = measures.tasks_under(measures=(each.id for each in under))
    by_id = {each.id: each for each in under}
    context = {
        "subject": subject,
        "case": found,
        "state": _state(visit, found),
        "good": found.sense == ADVANTAGE,
        "shown": shown(found),
        "points": [*points(visit, found), *closing_points(visit, end)],
        "closing": end,
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons],
        "lines": [
            (visit.titles.measure(line.measure), visit.titles.departments(line.departments))
            for line in (found.measures or found.noticed)
        ],
        "records": subject.work.records(found.records),
        "tasks": task_rows(visit, (t for t in tasks if t.opens_on <= visit.today), by_id),
        "letters": of_matter(visit, found),
        "objections": list(remedies.to_target(target=id)),
        "repairs": list(remedies.repairs_of_target(target=id)),
        "proceedings": about(visit, [id, *found.records, found.organisation]),
        "inside": True,
        "department": visit.titles.department(found.department),
        "worked": worked_on(
            visit, id, department=found.department, organisation=found.organisation
        ),
        "people": names_of({found.proposer, found.decider} - {""}) if visit.staff else {},
    }
    return render(request, "web/case.html", context)


def _steps(case: Designation) -> list[StepPage]:
    """The steps of a case: an advantage knows no hearing and no revocation, but steps of its own."""
    if case.sense != ADVANTAGE:
        return list(CASE_STEPS)
    plain = [each for each in CASE_STEPS if each.name not in _BURDENS_ONLY]
    return [*plain, *ADVANTAGE_STEPS]


def _state(visit: Visit, case: Designation) -> str:
    state = designation_state(case, on=visit.today)
    good = state == "in-force" and case.sense == ADVANTAGE
    return "in-force-advantage" if good else state
