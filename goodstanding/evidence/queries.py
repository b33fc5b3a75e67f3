"""Which files were sent for a matter, and how long are they kept?"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet

from goodstanding.evidence.models import File, Sealed


def file(*, id: str) -> File | None:
    """The file of that id that was not deleted, or None."""
    return File.objects.filter(id=id, deleted_on=None).first()


def of_matter(*, matter: str) -> QuerySet[File]:
    """Every file sent for a matter, deleted ones too, in the order they came."""
    return File.objects.filter(matter=matter).order_by("sent_at", "id")


def kept() -> QuerySet[File]:
    """Every file that was not deleted, oldest first."""
    return File.objects.filter(deleted_on=None).order_by("sent_at", "id")


def never_handed_in(*, before: datetime) -> QuerySet[File]:
    """The files sent before a moment that nobody handed in."""
    return kept().filter(handed_in_on=None, sent_at__lt=before)


def sealed_under_another(*, key: str) -> QuerySet[Sealed]:
    """The sealed bytes whose own key is not under the key of that name."""
    return Sealed.objects.exclude(key=key).order_by("file_id")


def delete(*, ids: Iterable[str], on: date) -> int:
    """Delete the bytes of files and what was said of them; how many there were."""
    wanted = list(ids)
    Sealed.objects.filter(file_id__in=wanted).delete()
    return File.objects.filter(id__in=wanted).update(label="", deleted_on=on)
