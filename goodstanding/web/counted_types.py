"""What a number of the oversight pages is, and what a row behind it says."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from django.db.models import QuerySet
from django.utils.functional import Promise

from goodstanding.web.accounting import Account
from goodstanding.web.visit import Visit

Found = QuerySet[Any] | Sequence[Any]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing counted: about whom, what, whose, and the days it ran between."""

    organisation: str
    name: str
    what: str
    detail: str
    department: str
    since: date | None
    due_on: date | None
    done_on: date | None
    url: str


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """What a number counts: its title, its rows, and how a row becomes a line.

    ``now``: it tells how things stand today, whatever period is asked about.
    """

    title: Promise
    now: bool
    found: Callable[[Visit, Account], Found]
    lines: Callable[[Visit, Iterable[Any]], list[Line]]
