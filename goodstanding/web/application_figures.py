"""What the fast lane and papers to follow came to, desk by desk; every number opens its rows."""

from urllib.parse import urlencode

import msgspec
from django.urls import reverse

from goodstanding.applications.queries import Figures, figures
from goodstanding.web.accounting import Account
from goodstanding.web.returns import whole_city
from goodstanding.web.visit import Visit


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """One number with the address of its rows."""

    name: str
    value: int
    url: str


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """One department's numbers, of the applications received in a period."""

    title: str
    numbers: tuple[Number, ...]


#: Which rows of the list each number counts; working days are of those granted or refused.
ROWS = {
    "received": "",
    "fast_lane": "fast",
    "days": "counted",
    "following": "following",
    "kept": "kept",
    "never": "never",
}


def desks(visit: Visit, account: Account) -> list[Desk]:
    """One query, however many departments there are."""
    period = account.period
    found = figures(department=account.only, since=period.first, until=period.last)
    return [
        Desk(
            title=visit.titles.department(each.department),
            numbers=tuple(_number(visit, account, each, name) for name in ROWS),
        )
        for each in found
    ]


def _number(visit: Visit, account: Account, figures: Figures, name: str) -> Number:
    asked = {
        "state": ROWS[name],
        "department": figures.department if whole_city(visit) else "",
        "since": account.period.first.isoformat(),
        "until": account.period.last.isoformat(),
    }
    query = urlencode({key: value for key, value in asked.items() if value})
    value = getattr(figures, name)
    return Number(name=name, value=value, url=f"{reverse('web:applications')}?{query}")
