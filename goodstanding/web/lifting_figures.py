"""The figures of lifting as a page and as a file show them: departments, never organisations."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import msgspec
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.oversight import in_error, lift_times
from goodstanding.oversight.asked import readable
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.accounting import Account, asked
from goodstanding.web.publicity_figures import Cell, Row
from goodstanding.web.visit import Visit

#: The columns of each table by name, with the word above each.
LIFTS: dict[str, Promise] = {
    "done": _("Lifted"),
    "open": _("Still open"),
    "median": _("Median, working days"),
    "nine_tenths": _("Nine in ten, working days"),
    "worst": _("Longest, working days"),
    "median_days": _("Median, calendar days"),
    "nine_tenths_days": _("Nine in ten, calendar days"),
    "worst_days": _("Longest, calendar days"),
}
WRONG: dict[str, Promise] = {
    "cases": _("Restrictions found in error"),
    "days": _("Days restricted in error"),
}
#: The rows behind a number; the median, the ninth of ten and the longest are among those two.
_BEHIND = {"done": "lifts", "open": "lifts-left", "cases": "in-error", "days": "in-error"}


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One table: all together first, then every department that has anything in it."""

    id: str
    title: Promise
    heads: tuple[Promise, ...]
    rows: tuple[Row, ...]
    none: Promise
    query: str


def tables(visit: Visit, account: Account) -> tuple[Table, ...]:
    """Time to lift, and days restricted in error."""
    times, wrong = counted(visit, account)
    return (
        Table(
            id="times",
            title=_("From the last day of a restriction to its lift"),
            heads=tuple(LIFTS.values()),
            rows=_rows(visit, account, times, LIFTS),
            none=_("No lift was due or done in this period."),
            query=readable(lift_times.QUERY),
        ),
        Table(
            id="wrong",
            title=_("Days restricted in error"),
            heads=tuple(WRONG.values()),
            rows=_rows(visit, account, {o: w for o, w in wrong.items() if w.cases}, WRONG),
            none=_("Nothing was found in this period to have been wrong from the start."),
            query=readable(in_error.QUERY),
        ),
    )


def counted(
    visit: Visit, account: Account
) -> tuple[dict[str, lift_times.LiftTimes], dict[str, in_error.Wrongful]]:
    """Both figures of the period asked about, by department; "" is all together."""
    wanted = asked(visit, account)
    return lift_times.lift_times(wanted), in_error.wrongful(wanted)


def _rows(
    visit: Visit, account: Account, found: Mapping[str, Any], heads: Mapping[str, Promise]
) -> tuple[Row, ...]:
    return tuple(
        Row(
            title=visit.titles.department(owner) if owner else str(_("All together")),
            silent=False,
            cells=tuple(_cells(each, heads, _query(visit, account, owner))),
        )
        for owner, each in found.items()
    )


def _query(visit: Visit, account: Account, owner: str) -> str | None:
    """For whoever may see the rows; for nobody else there is a link."""
    only = owner or account.department
    may = allowed(visit.actor, Action.SEE_OVERSIGHT, department=only or None)
    return account.query(department=only) if may else None


def _cells(found: Any, heads: Mapping[str, Promise], query: str | None) -> Iterator[Cell]:
    for name, word in heads.items():
        value, section = getattr(found, name), _BEHIND.get(name)
        linked = section is not None and value and query is not None
        url = f"{reverse('web:counted', args=[section])}?{query}" if linked else ""
        yield Cell(word=word, value=shown(value) or "–", url=url)


def shown(value: object) -> str:
    """A value as text: a median without a needless half."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)
