"""The clock of a sandbox; on any other instance there is none."""

from datetime import datetime, timedelta
from typing import Annotated

from ninja import Router, Schema
from pydantic import AwareDatetime, Field

from goodstanding import wallclock
from goodstanding.api.entering import Asked
from goodstanding.api.fields import Body
from goodstanding.sandbox import clock

router = Router(tags=["Sandbox"])


class ClockIn(Body):
    """The moment to believe (``now``), or how many days further (``days``)."""

    now: AwareDatetime | None = None
    days: Annotated[int, Field(ge=0, le=3653)] = 0


class ClockOut(Schema):
    """The moment believed, and the legal day it falls on in Asia/Shanghai."""

    now: datetime
    today: str


@router.get("/sandbox/clock", response=ClockOut)
def read(request: Asked) -> ClockOut:
    """The moment this sandbox believes."""
    clock.require_sandbox()
    return _told(request.call.at)


@router.put("/sandbox/clock", response=ClockOut)
def move(request: Asked, body: ClockIn) -> ClockOut:
    """Move the moment this sandbox believes: forward only; backwards by resetting the sandbox."""
    return _told(clock.move((body.now or request.call.at) + timedelta(days=body.days)))


def _told(moment: datetime) -> ClockOut:
    day = moment.astimezone(wallclock.LEGAL_ZONE).date()
    return ClockOut(now=moment, today=day.isoformat())
