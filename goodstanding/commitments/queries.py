"""Which promises are there, which of them may strangers see, which wait for the department?"""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from goodstanding.commitments.models import BrokenDecision, Promise

OPEN = ("made", "notified")


def promise(*, id: str) -> Promise | None:
    """The promise of that id, or None."""
    return Promise.objects.filter(id=id).first()


def promises(*, ids: Iterable[str]) -> dict[str, Promise]:
    """Those of these promises that there are, by id."""
    return Promise.objects.in_bulk(list(ids))


def of_organisation(*, organisation: str) -> QuerySet[Promise]:
    """Every promise of an organisation, latest first."""
    return Promise.objects.filter(organisation=organisation).order_by("-made_on", "id")


def of_department(*, department: str | None = None) -> QuerySet[Promise]:
    """Every promise made to a department, or to all, the one that is due first on top."""
    found = Promise.objects.order_by("due_on", "id")
    return found.filter(department=department) if department else found


def to_verify(*, department: str | None, on: date) -> QuerySet[Promise]:
    """Promises whose due day has passed and of which nothing was found yet, longest due first."""
    return of_department(department=department).filter(stage__in=OPEN, due_on__lt=on)


def due_by(*, day: date) -> QuerySet[Promise]:
    """Promises of which nothing was found yet and that are due on a day or earlier."""
    return Promise.objects.filter(stage__in=OPEN, due_on__lte=day).order_by("due_on", "id")


def public(*, on: date) -> QuerySet[Promise]:
    """Every promise strangers may see on a day, latest first: by rule, or while there is consent."""
    found = Promise.objects.filter(published=True, made_on__lte=on, shown_until__gte=on)
    return found.order_by("-made_on", "id")


def broken(*, organisation: str) -> list[str]:
    """The records of decisions that a promise of this organisation was broken, not taken back."""
    found = BrokenDecision.objects.filter(organisation=organisation, withdrawn_on__isnull=True)
    return list(found.order_by("record").values_list("record", flat=True))


def decisions(*, records: Iterable[str]) -> dict[str, BrokenDecision]:
    """What became of the records that findings are, by id."""
    return BrokenDecision.objects.in_bulk(list(records))
