"""The figures of a month as they are drawn: the line of a year, the spread of every department."""

from typing import Any

import msgspec

from goodstanding.oversight import kept
from goodstanding.oversight.lifting import time_to_lift
from goodstanding.oversight.period import Period, month_of, months_to
from goodstanding.rules.spread import Spread
from goodstanding.web import charts
from goodstanding.web.accounting import Account, period_word
from goodstanding.web.visit import Visit

#: What the city wants to reach, in per cent; drawn as a broken line.
AIM = 95
YEAR = 12
_SHORTEST_SCALE = 5


class Lift(msgspec.Struct, frozen=True, kw_only=True):
    """How long the lifts of a department took, and where that lies on the scale."""

    department: str
    title: str
    query: str
    spread: Spread
    plot: charts.Plot | None


def of_period(visit: Visit, account: Account) -> dict[str, Any]:
    """Publication over a year, and of the period the share and the time to lift."""
    months = months_to(month_of(min(account.period.last, visit.today)), YEAR)
    by_month = _publication(visit, account, months)
    points = [(period_word(each), by_month.get(each, kept.Kept()).share) for each in months]
    term = _value(visit, "lift")
    lifts = time_to_lift(account.period, calendar=visit.calendar, department=account.only)
    scale = max([_SHORTEST_SCALE, *(each.worst or 0 for each in lifts.values())])
    return {
        "publication": _sum(by_month, account.period),
        "line": charts.line(points, aim=AIM),
        "year": [
            (each.name, period_word(each), by_month.get(each, kept.Kept())) for each in months
        ],
        "lift": lifts.get(""),
        "lifts": [_lift(visit, id, each, scale, term, account) for id, each in lifts.items() if id],
        "scale": scale,
        "term": term,
        "publication_term": _value(visit, "publication"),
        "aim": AIM,
    }


def _publication(
    visit: Visit, account: Account, months: tuple[Period, ...]
) -> dict[Period, kept.Kept]:
    whole = Period(
        first=min(months[0].first, account.period.first),
        last=max(months[-1].last, account.period.last),
    )
    return kept.by_month(
        "publication",
        whole,
        on=visit.today,
        calendar=visit.calendar,
        department=account.only,
    )


def _sum(by_month: dict[Period, kept.Kept], period: Period) -> kept.Kept:
    total = kept.Kept()
    for month, found in by_month.items():
        if period.first <= month.first <= period.last:
            total = total.plus(found)
    return total


def _lift(visit: Visit, id: str, spread: Spread, scale: int, term: int, account: Account) -> Lift:
    return Lift(
        department=id,
        title=visit.titles.department(id),
        query=account.query(department=id),
        spread=spread,
        plot=charts.plot(spread, scale=scale, rule=term),
    )


def _value(visit: Visit, rule: str) -> int:
    """The working days the rules of today give."""
    return visit.law.value(rule, visit.today) if visit.law else 0
