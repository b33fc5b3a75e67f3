"""How many rows of double publicity came as they should: files of licences and penalties."""

from datetime import datetime, time, timedelta
from decimal import Decimal

import msgspec
from django.db.models import QuerySet, Sum

from goodstanding.intake.models import Batch
from goodstanding.oversight.period import Period
from goodstanding.rules.periods import SHANGHAI
from goodstanding.rules.spread import share

#: What double publicity is about.
KINDS = ("licence", "penalty")
_COUNTS = ("read", "accepted", "duplicates", "rejected", "quarantined")


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of a department in a period, by what became of them."""

    read: int = 0
    accepted: int = 0
    duplicates: int = 0
    rejected: int = 0
    quarantined: int = 0

    @property
    def need_work(self) -> int:
        """Rows that came back or were kept out."""
        return self.rejected + self.quarantined

    @property
    def share(self) -> Decimal | None:
        """Accepted among the rows that were new, in per cent.

        A row sent again unchanged counts neither way: it was counted when it was first sent.
        """
        return share(self.accepted, self.read - self.duplicates)

    def plus(self, other: "Arrived") -> "Arrived":
        """Both together."""
        return Arrived(**{name: getattr(self, name) + getattr(other, name) for name in _COUNTS})


def files(period: Period, *, department: str | None = None) -> QuerySet[Batch]:
    """The files of licences and penalties that were finished in a period, latest first.

    Without those of the first import: nobody owed them then.
    """
    first = datetime.combine(period.first, time(), SHANGHAI)
    last = datetime.combine(period.last + timedelta(days=1), time(), SHANGHAI)
    found = Batch.objects.filter(
        kind__in=KINDS, finished_at__gte=first, finished_at__lt=last, first_import=False
    )
    found = found.order_by("-finished_at", "id")
    return found.filter(department=department) if department else found


def by_kind(period: Period, *, department: str | None = None) -> dict[tuple[str, str], Arrived]:
    """The rows of a period by department and kind, in one query."""
    found = files(period, department=department).order_by().values("department", "kind")
    sums = found.annotate(**{f"sum_{name}": Sum(name) for name in _COUNTS})
    return {
        (row["department"], row["kind"]): Arrived(**{name: row[f"sum_{name}"] for name in _COUNTS})
        for row in sums
    }


def by_department(period: Period, *, department: str | None = None) -> dict[str, Arrived]:
    """The rows of a period by department, both kinds together."""
    found: dict[str, Arrived] = {}
    for (owner, _kind), each in sorted(by_kind(period, department=department).items()):
        found[owner] = found.get(owner, Arrived()).plus(each)
    return found
