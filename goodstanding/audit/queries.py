"""Who read what, and what did the last verifying find?"""

from datetime import date

from django.db.models import Q, QuerySet

from goodstanding.audit.models import Read, Verification


def reads(
    *,
    organisation: str = "",
    actor: str = "",
    case_number: str = "",
    kind: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[Read]:
    """The log, latest first; every filter left empty is none.

    Args:
        organisation: a credit code.
        actor: the id of an account or client.
        case_number: a case number as it was read, or the id of a case, record, receipt or file.
        since, until: legal days, both included.
    """
    found = Read.objects.order_by("-id")
    if case_number:
        found = found.filter(Q(case_number=case_number) | Q(target=case_number))
    exact = {"organisation": organisation, "actor": actor, "kind": kind}
    days = {"at__date__gte": since, "at__date__lte": until}
    wanted = {name: value for name, value in {**exact, **days}.items() if value}
    return found.filter(**wanted)


def kinds() -> list[str]:
    """The kinds of things that were ever read, for a list to choose from."""
    return list(Read.objects.order_by("kind").values_list("kind", flat=True).distinct())


def verifications() -> QuerySet[Verification]:
    """Every verification, latest first."""
    return Verification.objects.order_by("-id")


def running() -> Verification | None:
    """The verification that has not ended, if there is one."""
    return Verification.objects.filter(ended_at__isnull=True).first()
