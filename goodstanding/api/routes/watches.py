"""Watches: the checks that stay attached to the caller's own cases."""

import msgspec
from ninja import Router

from goodstanding.api import rendering
from goodstanding.api.agency_schemas import CheckOut
from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.paging import page
from goodstanding.api.rendering import Rendered
from goodstanding.api.requests import StageIn, WatchIn
from goodstanding.api.watch_schemas import WatchesOut, WatchOut
from goodstanding.catalogue.queries import law_of
from goodstanding.enquiries.watches import Watched
from goodstanding.flow import watch as flow
from goodstanding.flow.answers import Question
from goodstanding.flow.bench import Call
from goodstanding.flow.watch import Notice

router = Router(tags=["Watches"])


@router.get("/watches", response=WatchesOut)
def watches(
    request: Asked,
    done: bool = False,
    changed: bool = False,
    cursor: str | None = None,
    limit: Limit = 50,
) -> Rendered:
    """The watches of the caller's department.

    With ``changed`` only those whose answer is new, with ``done`` also those that are over.
    """
    found = flow.read_watches(request.call)
    new = {each.watch.row.id: each for each in flow.notices_among(found, on=request.call.on)}
    wanted = [
        _brief(each, new.get(each.row.id))
        for each in found
        if (each.active or done) and (each.row.id in new or not changed)
    ]
    return page(wanted, cursor=cursor, limit=limit)._asdict()


@router.post("/watches", response={201: WatchOut})
def begin(request: Asked, body: WatchIn) -> tuple[int, Rendered]:
    """Attach the check of a receipt to its case; it must have been asked with a case number."""
    opened = flow.open_watch(request.call, receipt=body.receipt, stage=body.stage)
    return 201, whole(request.call, opened)


@router.get("/watches/{id}", response=WatchOut)
def one(request: Asked, id: str) -> Rendered:
    """A watch; ``notice`` says what came and went, while the answer is not the one told last."""
    return whole(request.call, id)


@router.post("/watches/{id}/stage", response=WatchOut)
def stage(request: Asked, id: str, body: StageIn) -> Rendered:
    """The case goes on: accept, award, pay."""
    flow.move_watch(request.call, watch=id, stage=body.stage)
    return whole(request.call, id)


@router.post("/watches/{id}/acknowledgement", response=CheckOut)
def acknowledgement(request: Asked, id: str) -> Rendered:
    """Take note of what is new: the new answer, with its own receipt under the case number."""
    answered = flow.acknowledge_watch(request.call, watch=id)
    row = flow.read_watch(request.call, watch=id)[0].row
    question = Question(code=row.organisation, procedure=row.procedure, case_number=row.case_number)
    return rendering.checked(question, answered)


@router.post("/watches/{id}/closing", response=WatchOut)
def closing(request: Asked, id: str) -> Rendered:
    """The case is over; nothing more is told about it."""
    flow.close_watch(request.call, watch=id)
    return whole(request.call, id)


def whole(call: Call, id: str) -> Rendered:
    """A watch with what is new, as its owner reads it."""
    found, notice = flow.read_watch(call, watch=id)
    return {**_brief(found, notice), "notice": _notice(notice) if notice else None}


def _brief(found: Watched, notice: Notice | None) -> Rendered:
    row = found.row
    return {
        **{name: getattr(row, name) for name in ("id", "receipt", "organisation", "procedure")},
        "case_number": row.case_number,
        "stage": found.stage,
        "last_day": row.last_day,
        "ended_on": found.ended_on,
        "answered": str(notice.change.before) if notice else None,
        "now": str(notice.change.now) if notice else None,
    }


def _notice(notice: Notice) -> Rendered:
    new, answered = notice.change, notice.answered
    law = law_of(rulebook=answered.rulebook, calendar=answered.calendar)
    return {
        "answered": str(new.before),
        "answered_act_as": str(new.before_act_as),
        "told": notice.told.id,
        "now": str(new.now),
        "act_as": str(new.now_act_as),
        "position": answered.position,
        "came": [rendering.effect(each, law.rulebook) for each in new.came],
        "went": [msgspec.to_builtins(each) for each in new.went],
    }
