"""Measures to apply, suspend, resume, lift: the tasks, their answer, and what was done."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.officer_schemas import TaskOut, TasksOut
from goodstanding.api.paging import page
from goodstanding.api.rendering import Rendered
from goodstanding.api.requests import FeedbackIn, ResponseIn
from goodstanding.flow import inbox, respond
from goodstanding.measures import queries as measures
from goodstanding.measures.models import Task

router = Router(tags=["Tasks"])


@router.get("/tasks", response=TasksOut)
def tasks(
    request: Asked,
    department: str | None = None,
    done: bool = False,
    cursor: str | None = None,
    limit: Limit = 50,
) -> Rendered:
    """The tasks of a department, soonest due first; with ``done`` also those that are done."""
    found = inbox.read_tasks(request.call, department=department, open_only=not done)
    return page(found, cursor=cursor, limit=limit)._asdict()


@router.post("/tasks/{id}/response", response=TaskOut)
def response(request: Asked, id: str, body: ResponseIn) -> Task | None:
    """Answer ``apply``, or ``not_applied`` with the reason."""
    respond.respond(
        request.call,
        task=id,
        answer=body.answer,
        reason=body.reason,
        acting_on=body.acting_on,
    )
    return measures.task(id=id)


@router.post("/tasks/{id}/feedback", response=TaskOut)
def feedback(request: Asked, id: str, body: FeedbackIn) -> Task | None:
    """Report what was done, when, and by which proof."""
    respond.feed_back(request.call, task=id, done_on=body.done_on, proof=body.proof, note=body.note)
    return measures.task(id=id)
