"""What a page of figures is about: which period, which department; both stand in the address."""

from collections.abc import Iterable
from urllib.parse import urlencode

import msgspec
from django.utils.translation import get_language

from goodstanding.flow import policy
from goodstanding.oversight.asked import Asked
from goodstanding.oversight.period import (
    Period,
    before,
    month_of,
    months_to,
    named,
    quarter_of,
    year_of,
)
from goodstanding.rules.policy import permitted
from goodstanding.rules.rights import Action
from goodstanding.web.visit import Visit, Visited

#: As far back as a page offers: a year and the month under way.
MONTHS = 13
_ENGLISH = "January February March April May June July August September October November December"


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One choice of a filter."""

    value: str
    word: str
    chosen: bool


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """The period and department asked about, and what else could be."""

    period: Period
    department: str
    periods: tuple[Option, ...]
    departments: tuple[Option, ...]
    whole_city: bool

    @property
    def only(self) -> str | None:
        """The department asked about, or None for all."""
        return self.department or None

    @property
    def word(self) -> str:
        """The period in the reader's language."""
        return period_word(self.period)

    def query(self, **more: str) -> str:
        """The address's query for a page about the same period and department."""
        kept = {"period": self.period.name, "department": self.department, **more}
        return urlencode({name: value for name, value in kept.items() if value})


def asked(visit: Visit, account: Account) -> Asked:
    """What the figures that are one query are asked for."""
    return Asked.of(
        account.period, on=visit.today, calendar=visit.calendar, department=account.only
    )


def overseen(request: Visited) -> Account:
    """The account of who oversees: the whole city, or for a reviewer the own department."""
    actor = request.visit.actor
    if not permitted(actor, Action.SEE_OVERSIGHT):
        return account_of(request)
    policy.require(actor, Action.SEE_OVERSIGHT, department=actor.department or None)
    return account_of(request, only=actor.department)


def account_of(request: Visited, *, only: str = "") -> Account:
    """The period and department of the address; the last full month where it names none.

    Args:
        only: the one department that may be looked at; all if empty.
    """
    visit = request.visit
    period = named(request.GET.get("period", "")) or before(month_of(visit.today))
    listed = _departments(visit)
    if only:
        listed = {only: visit.titles.department(only)}
    asked = only or request.GET.get("department", "")
    department = asked if asked in listed else ""
    return Account(
        period=period,
        department=department,
        periods=tuple(
            Option(value=each.name, word=period_word(each), chosen=each == period)
            for each in _offered(visit, period)
        ),
        departments=tuple(
            Option(value=id, word=word, chosen=id == department) for id, word in listed.items()
        ),
        whole_city=not only,
    )


def period_word(period: Period) -> str:
    """A month, quarter or year in the reader's language."""
    year, _, part = period.name.partition("-")
    english = (get_language() or "").startswith("en")
    if not part:
        return year if english else f"{year}年"
    if part.startswith("Q"):
        return f"{year}, quarter {part[1:]}" if english else f"{year}年第{part[1:]}季度"
    return f"{_ENGLISH.split()[int(part) - 1]} {year}" if english else f"{year}年{int(part)}月"


def _offered(visit: Visit, period: Period) -> Iterable[Period]:
    """Months, then the quarters and years they lie in, latest first; and what was asked for."""
    months = tuple(reversed(months_to(month_of(visit.today), MONTHS)))
    quarters = (quarter_of(each.first) for each in months)
    years = (year_of(each.first) for each in months)
    return dict.fromkeys((*months, *quarters, *years, period))


def _departments(visit: Visit) -> dict[str, str]:
    known = visit.law.rulebook.departments if visit.law else {}
    return {id: visit.titles.department(id) for id in sorted(known)}
