"""The moment a sandbox believes: forward only, so that nothing recorded lies in its future."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction

from goodstanding import wallclock
from goodstanding.rules.errors import Conflict, NotFound, Refusal, refuse
from goodstanding.sandbox.models import Clock

#: Further on no calendar is known and every answer would be provisional.
MOST_AHEAD = timedelta(days=3653)


class NotASandbox(NotFound):
    """This is no sandbox: its clock is the real one and cannot be moved."""


class ClockGoesForwardOnly(Conflict):
    """The clock of a sandbox goes forward only, from {now}; to go back, reset the sandbox."""


class ClockTooFarAhead(Refusal):
    """The clock of a sandbox runs at most ten years ahead."""


def ahead() -> timedelta:
    """How far this sandbox's clock runs ahead of the real one."""
    return Clock.objects.values_list("ahead", flat=True).first() or timedelta()


def move(to: datetime) -> datetime:
    """Believe the moment ``to`` (aware) from now on, in every process; answers with it, in UTC.

    Raises:
        Refused: `NotASandbox`, `ClockGoesForwardOnly`, `ClockTooFarAhead`.
    """
    require_sandbox()
    with transaction.atomic():
        # The row is locked: of two moves at once the earlier one in time is refused.
        Clock.objects.get_or_create(id=1, defaults={"ahead": timedelta()})
        clock = Clock.objects.select_for_update().get(id=1)
        believed = wallclock.now()
        if to < believed:
            refuse(ClockGoesForwardOnly(now=believed.isoformat(timespec="seconds")))
        clock.ahead += to - believed
        if clock.ahead > MOST_AHEAD:
            refuse(ClockTooFarAhead())
        clock.save(update_fields=["ahead"])
    return to.astimezone(UTC)


def require_sandbox() -> None:
    """Refuses with `NotASandbox` on an instance that is none."""
    if not settings.SANDBOX:
        refuse(NotASandbox())
