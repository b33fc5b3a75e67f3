"""Claims that a promise was not kept: counted by kind, time and day; seen by the department."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, QuerySet, Sum

from goodstanding.commitments.models import Claim


def today(*, promise: str, on: date) -> int:
    """How many were counted about a promise on a day."""
    found = Claim.objects.filter(promise=promise, received_on=on)
    return int(found.aggregate(many=Sum("many"))["many"] or 0)


def add(*, promise: str, department: str, kind: str, noticed: str, on: date) -> None:
    """Count one more; the department looks at the line anew."""
    line, made = Claim.objects.select_for_update().get_or_create(
        promise=promise,
        kind=kind,
        noticed=noticed,
        received_on=on,
        defaults={"department": department, "many": 1},
    )
    if not made:
        Claim.objects.filter(pk=line.pk).update(many=F("many") + 1, seen_on=None)


def about(*, promise: str) -> QuerySet[Claim]:
    """The claims about a promise, latest day first."""
    return Claim.objects.filter(promise=promise).order_by("-received_on", "kind", "noticed")


def waiting(*, department: str) -> set[str]:
    """The promises about which something was claimed that the department has not looked at."""
    found = Claim.objects.filter(department=department, seen_on__isnull=True)
    return set(found.values_list("promise", flat=True))


def counts(*, promises: Iterable[str]) -> dict[str, int]:
    """How many claims there are about each of these."""
    found = Claim.objects.filter(promise__in=list(promises)).values("promise")
    return {each["promise"]: each["many"] for each in found.annotate(many=Sum("many"))}


def note_seen(*, promise: str, on: date) -> None:
    """The department looked at every claim about a promise there is."""
    Claim.objects.filter(promise=promise, seen_on__isnull=True).update(seen_on=on)
