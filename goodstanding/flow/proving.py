"""Verifying as a step: asked for by somebody, run once at a time, its result kept."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from goodstanding.audit import queries
from goodstanding.audit.models import Verification
from goodstanding.catalogue.queries import calendar
from goodstanding.clocks.queries import todo
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.register.verifying import VerifyReport
from goodstanding.rules.periods import local_day
from goodstanding.rules.rights import Action

#: Longer none takes: its process has ended, and another may be run.
BOUND = timedelta(hours=1)


def ask_verification(call: Call) -> int | None:
    """A new verification to be run, by its id; None where one is running already."""
    policy.require(call.actor, Action.VERIFY_REGISTER)
    lost = Verification.objects.filter(ended_at__isnull=True, asked_at__lt=call.at - BOUND)
    lost.update(ended_at=call.at, failed=True)
    if queries.running():
        return None
    try:
        with transaction.atomic():
            asked = Verification.objects.create(asked_at=call.at, asked_by=call.actor.id)
    except IntegrityError:
        # Two asked at once: one runs.
        return None
    return asked.pk


def keep_verification(id: int, report: VerifyReport | None, *, at: datetime) -> None:
    """What verifying found, with the open lifts and overdue clocks of its day; no report: it failed."""
    asked = Verification.objects.get(id=id)
    asked.ended_at, asked.failed = at, report is None
    if report is not None:
        waiting = todo(on=local_day(at), calendar=calendar())
        asked.acts, asked.head = report.acts, report.head
        asked.findings = [[each.code, each.place, each.sentence] for each in report.findings]
        asked.open_lifts = sum(each.kind == "lift" for each in waiting.all)
        asked.overdue = len(waiting.overdue)
    asked.save()
