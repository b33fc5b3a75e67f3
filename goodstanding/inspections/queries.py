"""Which plans are there, who is in their pools, and which visits did they draw?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from django.db import connections
from django.db.models import Q, QuerySet

from goodstanding.inspections.models import (
    Contest,
    DrawnVisit,
    Framed,
    Listed,
    Plan,
    Pooled,
    RecordedVisit,
)
from goodstanding.rules.inspection.draw import Visit
from goodstanding.rules.inspection.frame import Frame

#: Plans strangers see: approved, and not given up before they were.
OPEN = ("approved", "committed", "drawn", "published")
_VISITS_BY_YEAR = """
    SELECT code, max(many) FROM (
        SELECT code, extract(year FROM day), count(*) AS many FROM inspections_drawnvisit
         WHERE extract(year FROM day) BETWEEN %s AND %s AND plan <> %s GROUP BY 1, 2) AS years
     GROUP BY code
"""


def plan(*, id: str) -> Plan | None:
    """The plan of that id, or None."""
    return Plan.objects.filter(id=id).first()


def plans(*, ids: Iterable[str]) -> dict[str, Plan]:
    """The plans of these ids, as far as they exist."""
    return Plan.objects.in_bulk(list(set(ids)))


def public() -> QuerySet[Plan]:
    """The plans strangers see, the latest first."""
    return Plan.objects.filter(stage__in=OPEN).order_by("-first_day", "id")


def of_department(*, department: str | None) -> QuerySet[Plan]:
    """Every plan a department takes part in, or all, the latest first."""
    found = Plan.objects.order_by("-first_day", "id")
    return found.filter(departments__contains=[department]) if department else found


def to_approve(*, department: str | None, other_than: str) -> QuerySet[Plan]:
    """Plans that wait for another person's approval, oldest first."""
    found = Plan.objects.filter(stage="planned").exclude(planned_by=other_than)
    found = found.filter(department=department) if department else found
    return found.order_by("planned_on", "id")


def with_contests(*, department: str | None) -> QuerySet[Plan]:
    """Plans with contests that wait for an answer, oldest first."""
    found = Plan.objects.filter(stage="committed", contests_open__gt=0)
    found = found.filter(department=department) if department else found
    return found.order_by("contest_due", "id")


def listed(*, plan: str) -> tuple[str, ...]:
    """The codes handed in for a plan."""
    found = Listed.objects.filter(plan=plan).first()
    return tuple(found.codes.split("\n")) if found else ()


def pool(*, plan: str, number: int) -> QuerySet[Pooled]:
    """The frozen pool of a commitment, in the order of the tickets."""
    return Pooled.objects.filter(plan=plan, number=number).order_by("ticket")


def tickets(*, plan: str, number: int) -> Iterator[tuple[str, str, int]]:
    """Of each organisation in a pool its ticket, stratum and visits left; nothing of who it is."""
    found = pool(plan=plan, number=number).values_list("ticket", "stratum", "left")
    return found.iterator(chunk_size=20_000)


def codes(*, plan: str, number: int) -> dict[str, str]:
    """Whose ticket each one is: for officers of the plan and for the organisation itself."""
    return dict(pool(plan=plan, number=number).values_list("ticket", "code"))


def pooled(*, codes: Iterable[str]) -> list[Pooled]:
    """Where these organisations are in a pool whose commitment holds, the latest plan first."""
    found = list(Pooled.objects.filter(code__in=list(codes)))
    held = plans(ids=(each.plan for each in found))
    current = [each for each in found if held[each.plan].number == each.number]
    return sorted(current, key=lambda each: (held[each.plan].first_day, each.plan), reverse=True)


def framed(*, plan: str, number: int) -> Framed | None:
    """What a commitment froze but the pool."""
    return Framed.objects.filter(plan=plan, number=number).first()


def visits(*, plan: str) -> QuerySet[DrawnVisit]:
    """The visits of a plan, by day."""
    return DrawnVisit.objects.filter(plan=plan).order_by("day", "id")


def visit(*, id: str) -> DrawnVisit | None:
    """The visit of that id, or None."""
    return DrawnVisit.objects.filter(id=id).first()


def visits_about(*, codes: Iterable[str]) -> list[DrawnVisit]:
    """The visits drawn for an organisation, under any of its codes."""
    return list(DrawnVisit.objects.filter(code__in=list(codes)).order_by("-day", "id"))


def recorded(*, visits: Iterable[str]) -> dict[str, RecordedVisit]:
    """What these visits came to, as far as that is recorded."""
    return RecordedVisit.objects.in_bulk(list(set(visits)))


def outcomes(*, plan: str) -> Counter[str]:
    """How many visits of a plan came to what."""
    found = RecordedVisit.objects.filter(plan=plan).values_list("outcome", flat=True)
    return Counter(found)


def visits_in_years(*, first: date, last: date, but: str) -> dict[str, int]:
    """How often each organisation is visited in the calendar years of a period, by other plans.

    Of a period across two years the fuller one counts.
    """
    with connections["default"].cursor() as cursor:
        cursor.execute(_VISITS_BY_YEAR, [first.year, last.year, but])
        return dict(cursor.fetchall())


def contests(*, plan: str) -> QuerySet[Contest]:
    """What was contested about a plan, what waits first."""
    return Contest.objects.filter(plan=plan).order_by("answered_on", "filed_on", "subject")


def contests_of(*, codes: Iterable[str]) -> dict[str, Contest]:
    """What an organisation contested, by plan."""
    found = Contest.objects.filter(Q(subject__in=list(codes)))
    return {each.plan: each for each in found}


def visit_of(row: DrawnVisit) -> Visit:
    """A visit as the draw gave it."""
    return Visit(
        id=row.id,
        ticket=row.ticket,
        day=row.day,
        items=tuple(row.items),
        inspectors=tuple(row.inspectors),
    )


def frame_of(text: str) -> Frame:
    """A frame as it was frozen."""
    return msgspec.json.decode(text, type=Frame)
