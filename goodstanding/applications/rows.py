"""The rows the state of an application gives."""

from datetime import date

import msgspec

from goodstanding.rules.application.state import Application
from goodstanding.rules.shelf import Shelf


class ApplicationRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Application`."""

    id: str
    organisation: str
    department: str
    item: str
    case_number: str
    stage: str
    received_on: date
    received_at: int
    missing: tuple[str, ...]
    told_on: date | None
    accepted_on: date | None
    lane: str
    limit_due: date | None
    limit_not_before: date | None
    ordinary: int
    promise: str
    commitment: str
    promise_due: date | None
    awaits: bool
    supplied_on: date | None
    consequence: str
    outcome: str
    decided_on: date | None
    used: int | None
    saved: int | None


def _application(state: Application) -> tuple[ApplicationRow, ...]:
    limit, promise = state.limit, state.promise
    row = ApplicationRow(
        id=state.id,
        organisation=state.organisation,
        department=state.department,
        item=state.item,
        case_number=state.case_number,
        stage=state.stage,
        received_on=state.received_on,
        received_at=state.received_at,
        missing=state.missing,
        told_on=state.told_on,
        accepted_on=state.accepted_on,
        lane=state.lane,
        limit_due=limit.due if limit else None,
        limit_not_before=limit.not_before if limit else None,
        ordinary=state.ordinary,
        promise=promise.stands if promise else "",
        commitment=promise.commitment if promise else "",
        promise_due=promise.due if promise else None,
        awaits=state.awaits,
        supplied_on=promise.supplied_on if promise else None,
        consequence=promise.consequence if promise else "",
        outcome=state.outcome,
        decided_on=state.decided_on,
        used=state.used,
        saved=state.saved,
    )
    return (row,)


SHELVES = (
    Shelf(
        state=Application,
        table="applications_application",
        key=("id",),
        row=ApplicationRow,
        rows=_application,
    ),
)
