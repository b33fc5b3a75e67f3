"""Dry runs as rows: which one runs, how far it is, and whether the process that runs it still lives."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import IntegrityError, connections, transaction

from goodstanding.catalogue.models import DryRun

#: The first half of the advisory locks; the second is the id of the run.
_LOCKS = 42_042
#: A run that was just asked for is not yet held by anybody.
_GRACE = timedelta(seconds=15)
_HELD = """
    SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
"""


def begin(*, digest: str, by: str, at: datetime) -> int | None:
    """A new run of a version; None where one runs. A lost one is told as failed."""
    last = latest(digest=digest)
    if last and not last.outcome:
        if lives(last, at=at):
            return None
        end(last.pk, outcome="failed")
    try:
        with transaction.atomic(using="default"):
            return DryRun.objects.create(digest=digest, asked_at=at, asked_by=by).pk
    except IntegrityError:
        # Two asked at once: one runs.
        return None


def latest(*, digest: str) -> DryRun | None:
    """The last run of a version, running or not."""
    return DryRun.objects.filter(digest=digest).order_by("-id").first()


def lives(run: DryRun, *, at: datetime) -> bool:
    """True while a process has it in hand, or may just be about to."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_HELD, [_LOCKS, run.pk])
        (held,) = cursor.fetchone()
    return bool(held) or at - run.asked_at < _GRACE


@contextmanager
def held(id: int) -> Iterator[None]:
    """Have a run in hand for as long as this connection lives, and no longer than this block."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [_LOCKS, id])
    try:
        yield
    finally:
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCKS, id])


def tell(id: int, *, stage: str, done: int, total: int) -> None:
    """How far a run is."""
    DryRun.objects.filter(id=id).update(stage=stage, done=done, total=total)


def end(id: int, *, outcome: str, report: str = "") -> None:
    """A run has ended: ``done`` with a report, or ``failed``."""
    DryRun.objects.filter(id=id, outcome="").update(outcome=outcome, report=report)
