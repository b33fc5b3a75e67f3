"""What was destroyed, and what is proposed for it?"""

from collections.abc import Iterable

from django.db.models import F, QuerySet

from goodstanding.removals.models import Removal, RemovedContent


def removal(*, id: str) -> Removal | None:
    """The removal of that id, or None."""
    return Removal.objects.filter(id=id).first()


def removals(*, department: str | None = None) -> QuerySet[Removal]:
    """Every removal, of a department or of all: those that wait first, then the latest."""
    found = Removal.objects.order_by(
        F("removed_on").desc(nulls_first=True), F("dropped_on").desc(nulls_first=True), "id"
    )
    return found.filter(department=department) if department else found


def waiting(*, target: str | None = None, department: str | None = None) -> QuerySet[Removal]:
    """Proposals that wait for a second person, oldest first; about one thing or of a department."""
    found = Removal.objects.filter(removed_on=None, dropped_on=None).order_by("proposed_at")
    if target is not None:
        found = found.filter(target=target)
    return found.filter(department=department) if department else found


def to_approve(*, department: str | None, other_than: str) -> QuerySet[Removal]:
    """What waits for this person: proposed by another, oldest first."""
    return waiting(department=department).exclude(proposed_by=other_than)


def undropped() -> QuerySet[Removal]:
    """What waits or was carried out."""
    return Removal.objects.filter(dropped_on=None)


def removed(*, positions: Iterable[int]) -> dict[int, RemovedContent]:
    """Of these acts those whose content is gone, by position."""
    wanted = sorted(set(positions))
    return RemovedContent.objects.in_bulk(wanted) if wanted else {}
