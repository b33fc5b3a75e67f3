"""How many organisations have promised something in each area, and how many promises were kept."""

from datetime import date

import msgspec
from django.db.models import Count, Q

from goodstanding.commitments.models import BrokenDecision, Promise
from goodstanding.commitments.queries import OPEN


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """One area on a day; ``broken`` counts decisions that stand and are not disputed or repaired."""

    area: str
    organisations: int = 0
    running: int = 0
    waiting: int = 0
    kept: int = 0
    partly: int = 0
    broken: int = 0


def coverage(*, on: date, department: str | None = None) -> dict[str, Coverage]:
    """Every area with a promise in it, of one department or of all; one query.

    In force: made, due day not passed, nothing found. Promises taken back are counted nowhere, and
    neither is a finding that nobody decided on.
    """
    running = Q(stage__in=OPEN, due_on__gte=on)
    found = Promise.objects.filter(made_on__lte=on)
    if department:
        found = found.filter(department=department)
    counted = found.values("area").annotate(
        organisations=Count("organisation", distinct=True, filter=running),
        running=Count("id", filter=running),
        waiting=Count("id", filter=Q(stage__in=OPEN, due_on__lt=on)),
        kept=Count("id", filter=Q(stage="kept")),
        partly=Count("id", filter=Q(stage="partly")),
        broken=Count("id", filter=decided()),
    )
    return {each["area"]: Coverage(**each) for each in counted.order_by("area")}


def decided() -> Q:
    """Promises found broken by a decision that counts today."""
    counting = BrokenDecision.objects.filter(counts=True).values("record")
    return Q(stage="broken", record__in=counting)
