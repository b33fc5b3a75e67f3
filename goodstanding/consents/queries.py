"""Which consents are there, and what was pulled under them?"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, QuerySet

from goodstanding.consents.models import Consent, Pull


def consent(*, id: str) -> Consent | None:
    """The consent of that id, or None."""
    return Consent.objects.filter(id=id).first()


def of_organisation(*, organisations: Iterable[str]) -> QuerySet[Consent]:
    """The consents given under any of these codes, the latest first."""
    found = Consent.objects.filter(organisation__in=list(organisations))
    return found.order_by("-given_at")


def to_grantee(*, grantee: str) -> QuerySet[Consent]:
    """The consents given to an institution, the latest first."""
    return Consent.objects.filter(grantee=grantee).order_by("-given_at")


def going_on(*, on: date) -> QuerySet[Consent]:
    """The continuous consents that hold on a day, in the order they were given."""
    found = Consent.objects.filter(continuous=True, revoked_on__isnull=True)
    return found.filter(first_day__lte=on, last_day__gte=on).order_by("given_at")


def pull(*, id: str) -> Pull | None:
    """The pull of that receipt, or None."""
    return Pull.objects.filter(id=id).first()


def pulls_of_organisation(*, organisations: Iterable[str]) -> QuerySet[Pull]:
    """Every access to what consent opened of an organisation, the latest first."""
    found = Pull.objects.filter(organisation__in=list(organisations))
    return found.order_by("-at", "id")


def pulls_under(*, consents: Iterable[str]) -> dict[str, int]:
    """How often was pulled under each of these consents."""
    found = Pull.objects.filter(consent__in=list(consents)).values_list("consent")
    return dict(found.annotate(times=Count("id")).order_by())


def pulls_of_grantee(*, grantee: str) -> QuerySet[Pull]:
    """What an institution pulled, the latest first."""
    return Pull.objects.filter(grantee=grantee).order_by("-at", "id")
