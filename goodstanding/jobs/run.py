"""One run: queue what is to be told, send what is due; or run after run until somebody says stop."""

from collections.abc import Callable
from datetime import date, datetime
from threading import Event

import msgspec
from django.conf import settings
from django.db import close_old_connections

from goodstanding import wallclock
from goodstanding.flow.tell import tell
from goodstanding.jobs import sms
from goodstanding.jobs.deliver import deliver
from goodstanding.rules.telling.kinds import Channel

#: Seconds between looks at whether to stop.
BEAT = 1.0


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did: up to where everybody is told, how many messages are new, and how they went."""

    position: int
    day: date
    queued: int
    sent: int
    failed: int
    closed: int


def served() -> frozenset[Channel]:
    """The channels this installation can send by."""
    mails = {Channel.EMAIL} if settings.MAIL else set()
    return frozenset({Channel.WEBHOOK} | mails | ({Channel.SMS} if sms.served() else set()))


def run_once(*, at: datetime | None = None) -> Run:
    """Tell and send everything up to a moment, aware; now, by the register's clock, if left out."""
    moment = at or wallclock.now()
    told = tell(at=moment, served=served())
    done = deliver(at=moment, machine=wallclock.machine())
    return Run(
        position=told.position,
        day=told.day,
        queued=told.messages,
        sent=done.sent,
        failed=done.failed,
        closed=done.closed,
    )


def run_on(
    *, every: float, stop: Event, over: Callable[[], bool], say: Callable[[str], None]
) -> None:
    """Run after run until told to stop; a run that breaks, or a database that is away, ends nothing.

    Args:
        every: seconds from one run to the next.
        over: asked each second: whether there is nobody left to run for.
        say: takes a line about a run that did something or failed.
    """
    while not stop.is_set() and not over():
        try:
            close_old_connections()
            done = run_once()
        except Exception as error:  # noqa: BLE001 - the next run may well be able to
            say(f"not now ({type(error).__name__})")
        else:
            if done.queued or done.sent or done.failed:
                say(f"queued {done.queued}, sent {done.sent}, failed {done.failed}")
        _wait(every, stop, over)


def _wait(seconds: float, stop: Event, over: Callable[[], bool]) -> None:
    left = seconds
    while left > 0 and not stop.is_set() and not over():
        stop.wait(min(BEAT, left))
        left -= BEAT
