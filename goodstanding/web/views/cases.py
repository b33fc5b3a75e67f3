"""Cases: the list of a department, and one case with its way and its next steps."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.departments.queries import names_of
from goodstanding.designations import queries as designations
from goodstanding.flow import policy
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import named
from goodstanding.remedies import queries as remedies
from goodstanding.rules.rights import Action
from goodstanding.rules.standing import designation_state
from goodstanding.rules.states import Designation
from goodstanding.web import subjects
from goodstanding.web.matters import worked_on
from goodstanding.web.paging import page_of
from goodstanding.web.rows import task_rows
from goodstanding.web.step_pages import CASE_STEPS
from goodstanding.web.timeline import points
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visited


def cases(request: Visited) -> HttpResponse:
    """The cases of the visitor's department; oversight sees the open ones of all."""
    visit = request.visit
    department = visit.actor.department
    policy.require(visit.actor, Action.READ_CASE, department=department)
    found = (
        designations.of_department(department=department)
        if department
        else designations.open_cases()
    )
    page = page_of(request, found)
    rows = [(each, visit.titles.ground(each.ground)) for each in page.rows]
    names = named(each.organisation for each in page.rows)
    return render(request, "web/cases.html", {"page": page, "rows": rows, "names": names})


def case(request: Visited, id: str) -> HttpResponse:
    """One case: where it stands, what can be done now and by whom, and why something cannot."""
    visit = request.visit
    subject = subjects.case(visit, id)
    found = subject.state
    assert isinstance(found, Designation)
    steps = [offered(visit, subject, page) for page in CASE_STEPS]
    under = list(measures.under(designation=id))
    tasks = [task for each in under for task in measures.tasks_of(measure_id=each.id)]
    by_id = {each.id: each for each in under}
    context = {
        "subject": subject,
        "case": found,
        "state": designation_state(found, on=visit.today),
        "points": points(visit, found),
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons],
        "lines": [
            (visit.titles.measure(line.measure), visit.titles.departments(line.departments))
            for line in (found.measures or found.noticed)
        ],
        "records": subject.work.records(found.records),
        "tasks": task_rows(visit, (t for t in tasks if t.opens_on <= visit.today), by_id),
        "objections": list(remedies.to_target(target=id)),
        "department": visit.titles.department(found.department),
        "worked": worked_on(
            visit, id, department=found.department, organisation=found.organisation
        ),
        "people": names_of({found.proposer, found.decider} - {""}) if visit.staff else {},
    }
    return render(request, "web/case.html", context)
