"""Measures to answer, report, suspend, resume and lift: the list of a department, and one task."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.clocks.queries import Duty
from goodstanding.flow import policy
from goodstanding.measures import queries as measures
from goodstanding.register.reading import content
from goodstanding.rules.errors import refuse
from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Measure
from goodstanding.web import subjects
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.duty_lists import COLUMNS, TaskFilter, cells, fitting, lines
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.rows import task_rows
from goodstanding.web.step_pages import TASK_STEPS
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visited


def tasks(request: Visited) -> HttpResponse:
    """The tasks of the visitor's department that fit the filter; oversight sees all."""
    chosen, found = _asked(request)
    page = page_of(request, found)
    context = {"chosen": chosen, "page": page, "rows": lines(request.visit, page.rows)}
    return render(request, "web/tasks.html", context)


def tasks_file(request: Visited, suffix: str) -> HttpResponse:
    """The same tasks as a file: all of them, whatever page was shown."""
    _chosen, found = _asked(request)
    rows = map(cells, lines(request.visit, found[:MOST_ROWS]))
    return sheet(rows, COLUMNS, name="tasks", suffix=suffix)


def _asked(request: Visited) -> tuple[TaskFilter, list[Duty]]:
    visit = request.visit
    policy.require(visit.actor, Action.READ_TASKS, department=visit.actor.department or None)
    chosen = TaskFilter.asked(request)
    return chosen, [each for group in fitting(visit, chosen).values() for each in group]


def task(request: Visited, id: str) -> HttpResponse:
    """One task: what is asked, why, until when, and the two things that can be done."""
    visit = request.visit
    found = measures.task(id=id)
    if found is None:
        refuse(PageUnknown())
    subject = subjects.task(visit, id)
    measure = subject.state
    assert isinstance(measure, Measure)
    steps = [offered(visit, subject, page) for page in TASK_STEPS]
    wanted = "response" if found.kind == "respond" else "feedback"
    texts = content([measure.answered_at]).get(measure.answered_at, {})
    rulebook = visit.titles
    context = {
        "subject": subject,
        "task": found,
        "measure": measure,
        "row": task_rows(visit, [found], measures.measures(ids=[found.measure_id]))[0],
        "grounds": [
            (rulebook.ground(each.ground), each.designation, each.span) for each in measure.rests_on
        ],
        "procedures": rulebook.procedures(measure.procedures),
        "basis": [
            rulebook.basis(basis, on=each.span.first_day)
            for each in measure.rests_on
            for basis in each.basis
        ],
        "answer_reason": texts.get("reason", ""),
        "lift_due": lift_duty(measure, on=visit.today),
        "others": task_rows(
            visit,
            (t for t in measures.tasks_of(measure_id=measure.id) if t.opens_on <= visit.today),
            measures.measures(ids=[measure.id]),
        ),
        "open_steps": [s for s in steps if not s.reasons and s.name == wanted],
        "closed_steps": [s for s in steps if s.reasons and s.name == wanted],
    }
    return render(request, "web/task.html", context)
