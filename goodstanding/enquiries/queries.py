"""What was answered, to whom, resting on what?"""

from collections.abc import Iterable

from django.db.models import QuerySet

from goodstanding.enquiries.models import Receipt


def receipt(*, id: str) -> Receipt | None:
    """The receipt of that id, or None."""
    return Receipt.objects.filter(id=id).first()


def receipts(*, ids: Iterable[str]) -> dict[str, Receipt]:
    """The receipts of these ids, as far as they exist."""
    return Receipt.objects.in_bulk(list(set(ids)))


def relying_on(*, record: str) -> QuerySet[Receipt]:
    """Every check whose answer rested, among others, on a record, in the order they were asked."""
    return Receipt.objects.filter(records__contains=[record]).order_by("at", "id")


def of_recipient(*, recipient: str) -> QuerySet[Receipt]:
    """Every check somebody asked for, latest first."""
    return Receipt.objects.filter(recipient=recipient).order_by("-at", "id")


def of_organisation(*, organisation: str) -> QuerySet[Receipt]:
    """Every check about an organisation, latest first."""
    return Receipt.objects.filter(organisation=organisation).order_by("-at", "id")
