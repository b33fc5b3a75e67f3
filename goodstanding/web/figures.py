"""The figures of a month as they are drawn: the line of a year, the spread of every department."""

from typing import Any

import msgspec

from goodstanding.oversight import kept
from goodstanding.oversight.lifting import time_to_lift
from goodstanding.oversight.period import Period, months_to
from goodstanding.rules.spread import Spread
from goodstanding.web import charts
from goodstanding.web.accounting import Account, month_word
from goodstanding.web.visit import Visit

#: What the city wants to reach, in per cent; drawn as a broken line.
AIM = 95
YEAR = 12
_SHORTEST_SCALE = 5


class Lift(msgspec.Struct, frozen=True, kw_only=True):
    """How long the lifts of a department took, and where that lies on the scale."""

    department: str
    title: str
    spread: Spread
    plot: charts.Plot | None


def month(visit: Visit, account: Account) -> dict[str, Any]:
    """Publication over a year and the time to lift of a month."""
    months = months_to(account.period, YEAR)
    by_month = _publication(visit, account, months)
    points = [(month_word(each), by_month.get(each, kept.Kept()).share) for each in months]
    term = _value(visit, "lift")
    lifts = time_to_lift(
        account.period, calendar=visit.calendar, department=account.department or None
    )
    scale = max([_SHORTEST_SCALE, *(each.worst or 0 for each in lifts.values())])
    return {
        "publication": by_month.get(account.period, kept.Kept()),
        "line": charts.line(points, aim=AIM),
        "year": [
            (f"{each.first:%Y-%m}", month_word(each), by_month.get(each, kept.Kept()))
            for each in months
        ],
        "lift": lifts.get(""),
        "lifts": [_lift(visit, id, each, scale, term) for id, each in lifts.items() if id],
        "scale": scale,
        "term": term,
        "publication_term": _value(visit, "publication"),
        "aim": AIM,
    }


def _publication(
    visit: Visit, account: Account, months: tuple[Period, ...]
) -> dict[Period, kept.Kept]:
    whole = Period(first=months[0].first, last=months[-1].last)
    return kept.by_month(
        "publication", whole, on=visit.today, department=account.department or None
    )


def _lift(visit: Visit, id: str, spread: Spread, scale: int, term: int) -> Lift:
    plot = charts.plot(spread, scale=scale, rule=term)
    return Lift(department=id, title=visit.titles.department(id), spread=spread, plot=plot)


def _value(visit: Visit, rule: str) -> int:
    """The working days the rules of today give."""
    return visit.law.value(rule, visit.today) if visit.law else 0
