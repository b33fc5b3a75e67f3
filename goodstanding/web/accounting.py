"""What a page of figures is about: which month, which department; both stand in the address."""

from datetime import date
from urllib.parse import urlencode

import msgspec
from django.utils.translation import get_language

from goodstanding.oversight.period import Period, before, month_named, month_of, months_to
from goodstanding.web.visit import Visited

#: As far back as a page looks: a year and the month under way.
MONTHS = 13
_ENGLISH = "January February March April May June July August September October November December"


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One choice of a filter."""

    value: str
    word: str
    chosen: bool


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """The month and department asked about, and what else could be."""

    period: Period
    department: str
    months: tuple[Option, ...]
    departments: tuple[Option, ...]

    @property
    def month(self) -> str:
        """The month as it stands in the address."""
        return _value(self.period)

    @property
    def word(self) -> str:
        """The month in the reader's language."""
        return month_word(self.period)

    def query(self, **more: str) -> str:
        """The address's query for a page about the same month and department."""
        kept = {"month": self.month, "department": self.department, **more}
        return urlencode({name: value for name, value in kept.items() if value})


def account_of(request: Visited) -> Account:
    """The month and department of the address; the last full month where it names none."""
    visit = request.visit
    current = month_of(visit.today)
    period = month_named(request.GET.get("month", "")) or before(current)
    listed = {each.id: visit.titles.department(each.id) for each in _departments(request)}
    department = request.GET.get("department", "")
    department = department if department in listed else ""
    offered = list(reversed(months_to(current, MONTHS)))
    if period not in offered:
        offered.append(period)
    return Account(
        period=period,
        department=department,
        months=tuple(
            Option(value=_value(each), word=month_word(each), chosen=each == period)
            for each in offered
        ),
        departments=tuple(
            Option(value=id, word=word, chosen=id == department) for id, word in listed.items()
        ),
    )


def month_word(month: Period) -> str:
    """A month in the reader's language."""
    first: date = month.first
    if (get_language() or "").startswith("en"):
        return f"{_ENGLISH.split()[first.month - 1]} {first.year}"
    return f"{first.year}年{first.month}月"


def _departments(request: Visited) -> list[msgspec.Struct]:
    law = request.visit.law
    return sorted(law.rulebook.departments.values(), key=lambda each: each.id) if law else []


def _value(month: Period) -> str:
    return f"{month.first:%Y-%m}"
