"""Which applications are there, and what came of them?"""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from goodstanding.applications.models import Application


def application(*, id: str) -> Application | None:
    """The application of that id, or None."""
    return Application.objects.filter(id=id).first()


def of_department(*, department: str | None = None) -> QuerySet[Application]:
    """Every application at a department's desk, or at all of them; latest received first."""
    found = Application.objects.order_by("-received_on", "-received_at")
    return found.filter(department=department) if department else found


def of_organisation(*, organisations: Iterable[str]) -> QuerySet[Application]:
    """Every application of an organisation, under whichever of its codes; latest first."""
    return of_department().filter(organisation__in=list(organisations))


def to_accept(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those that wait to be accepted, or for papers before it."""
    return found.filter(outcome="", accepted_on=None)


def in_hand(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those accepted and not decided."""
    return found.filter(outcome="", accepted_on__isnull=False)


def awaiting(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those for which papers are awaited: told as missing, or promised."""
    told = Q(outcome="", accepted_on=None, told_on__isnull=False) & ~Q(missing=[])
    return found.filter(told | Q(awaits=True))


def overdue(found: QuerySet[Application], *, on: date) -> QuerySet[Application]:
    """Those whose limit or promised day is over by a day."""
    late = Q(outcome="", limit_due__lt=on)
    return found.filter(late | Q(awaits=True, promise_due__lt=on))


def promised_over(found: QuerySet[Application], *, on: date) -> QuerySet[Application]:
    """Those whose promised day is over while papers are awaited."""
    return found.filter(awaits=True, promise_due__lt=on)


def decided(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those that ended."""
    return found.exclude(outcome="")


def following(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those accepted with documents to follow."""
    return found.exclude(promise="")


def kept(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those whose promised papers all came in time."""
    return found.filter(promise="kept")


def never(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those whose promised papers never came, as the department recorded."""
    return found.filter(promise="not-supplied")


def fast(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those accepted in the fast lane."""
    return found.filter(lane="fast")


def counted(found: QuerySet[Application]) -> QuerySet[Application]:
    """Those granted or refused, for which working days are counted."""
    return found.filter(saved__isnull=False)


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What came of the applications at one desk.

    ``days``: working days saved, over the ``counted`` ones; ``never``: promised papers never came.
    """

    department: str
    received: int
    fast_lane: int
    days: int
    counted: int
    following: int
    kept: int
    never: int


def figures(*, department: str | None = None, since: date, until: date) -> list[Figures]:
    """The figures of each department that received an application in some days, by its id.

    Working days saved are the ordinary limit less those used, summed over what was granted or
    refused; one that took longer than the ordinary limit takes from the sum.
    """
    received = of_department(department=department).filter(received_on__range=(since, until))
    found = received.order_by("department").values("department")
    return [
        Figures(**each)
        for each in found.annotate(
            received=Count("id"),
            fast_lane=Count("id", filter=Q(lane="fast")),
            days=Coalesce(Sum("saved"), 0),
            counted=Count("id", filter=Q(saved__isnull=False)),
            following=Count("id", filter=~Q(promise="")),
            kept=Count("id", filter=Q(promise="kept")),
            never=Count("id", filter=Q(promise="not-supplied")),
        )
    ]


def promises(*, until: date) -> QuerySet[Application]:
    """Papers that are awaited by a day, soonest first; not those that a promise of the catalogue is."""
    found = Application.objects.filter(awaits=True, commitment="", promise_due__lte=until)
    return found.order_by("promise_due", "id")
