"""Which organisations are stated not to be the same?"""

from collections.abc import Iterable

from django.db.models import F, QuerySet

from goodstanding.organisations.models import Distinction


def standing(*, codes: Iterable[str]) -> QuerySet[Distinction]:
    """The confirmed statements about any of these organisations that were not taken back."""
    found = Distinction.objects.filter(
        code__in=set(codes), confirmed_on__isnull=False, withdrawn_on__isnull=True
    )
    return found.order_by("confirmed_on", "id", "code")


def of_department(*, department: str) -> QuerySet[Distinction]:
    """The statements of a department, one row each, those that wait first; all where it is empty."""
    found = Distinction.objects.filter(code__lt=F("other"))
    if department:
        found = found.filter(department=department)
    return found.order_by(
        F("withdrawn_on").asc(nulls_first=True),
        F("confirmed_on").asc(nulls_first=True),
        "-stated_on",
        "id",
    )


def not_same(codes: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs among these codes that are confirmed not to be the same, in both orders."""
    wanted = set(codes)
    found = standing(codes=wanted).filter(other__in=wanted)
    return set(found.values_list("code", "other"))
