"""The rows behind the figures of double publicity, each as one line of a list."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goodstanding.clocks.models import Clock
from goodstanding.intake.models import RowOutcome
from goodstanding.organisations.queries import named
from goodstanding.oversight import missing, publicity
from goodstanding.oversight.period import Period
from goodstanding.publication.models import Entry
from goodstanding.publication.queries import entries
from goodstanding.rules.publishing import NOT_NOTIFIED, NOT_PUBLISHED
from goodstanding.web.accounting import Account
from goodstanding.web.counted_types import Found, Line, Number
from goodstanding.web.visit import Visit

#: A row older than that is past its day: it stands among the missing.
LOOKING_BACK = timedelta(days=60)
MOST = 500


def _published(kind: str, late: bool) -> Callable[[Visit, Account], Found]:
    return lambda visit, account: publicity.published(
        account.period, calendar=visit.calendar, department=account.only, kind=kind, late=late
    )


def _kept_back(kind: str, state: str) -> Callable[[Visit, Account], Found]:
    return lambda visit, account: publicity.kept_back(
        account.period, state, department=account.only, kind=kind
    )


def _missing(kind: str) -> Callable[[Visit, Account], Found]:
    return lambda visit, account: missing.rows(
        account.period, department=account.only, kind=kind
    ).select_related("batch")


def _of_clocks(visit: Visit, clocks: Iterable[Clock]) -> list[Line]:
    listed = list(clocks)
    records = entries(records=(each.aggregate for each in listed))
    due = {each.aggregate: (each.start_on, each.due, each.met_on) for each in listed}
    return _lines(visit, [(records[id], *days) for id, days in due.items()])


def _of_entries(visit: Visit, found: Iterable[Entry]) -> list[Line]:
    return _lines(visit, [(each, each.decided_on, None, None) for each in found])


def _lines(visit: Visit, found: Sequence[tuple[Entry, Any, Any, Any]]) -> list[Line]:
    names = named(each.organisation for each, *_days in found)
    return [
        Line(
            organisation=each.organisation,
            name=names.get(each.organisation, each.organisation),
            what=visit.titles.kind(each.record_kind),
            detail=each.document,
            department=visit.titles.department(each.department),
            since=since,
            due_on=due,
            done_on=done,
            url=reverse("web:record", args=[each.record]),
        )
        for each, since, due, done in found
    ]


def lines_of_missing(visit: Visit, found: Iterable[RowOutcome]) -> list[Line]:
    """Rows that came back, by the number of their decision: about whom is not told."""
    return [_missing_line(visit, each) for each in found]


def sent_back_soon(visit: Visit, *, until: date, department: str | None) -> list[Line]:
    """What came back in the last two months, is not here, and must be public by a day close ahead."""
    period = Period(first=visit.today - LOOKING_BACK, last=visit.today)
    found = missing.rows(period, department=department).select_related("batch")
    lines = lines_of_missing(visit, found[:MOST])
    soon = (each for each in lines if each.due_on and visit.today <= each.due_on <= until)
    return sorted(soon, key=lambda each: (each.due_on or until, each.department, each.name))


def _missing_line(visit: Visit, row: RowOutcome) -> Line:
    decided = missing.decided_on(row)
    due = visit.law.deadline("publication", start=decided) if visit.law and decided else None
    return Line(
        organisation="",
        name=str(row.document),
        what=visit.titles.kind(row.batch.kind),
        detail="",
        department=visit.titles.department(row.batch.department),
        since=decided,
        due_on=due.due if due else None,
        done_on=None,
        url="",
    )


def _numbers(kind: str, words: tuple[Any, Any, Any, Any]) -> dict[str, Number]:
    public, late, hidden, lost = words
    return {
        f"{kind}-public": Number(
            title=public, now=False, found=_published(kind, late=False), lines=_of_clocks
        ),
        f"{kind}-late": Number(
            title=late, now=False, found=_published(kind, late=True), lines=_of_clocks
        ),
        f"{kind}-not-shown": Number(
            title=hidden, now=False, found=_kept_back(kind, NOT_PUBLISHED), lines=_of_entries
        ),
        f"{kind}-missing": Number(
            title=lost, now=False, found=_missing(kind), lines=lines_of_missing
        ),
    }


#: Every number of the page of double publicity, by its address.
PUBLICITY: dict[str, Number] = {
    **_numbers(
        "licence",
        (
            _("Licences made public"),
            _("Licences made public late"),
            _("Licences that are not shown"),
            _("Licences sent back and not here yet"),
        ),
    ),
    **_numbers(
        "penalty",
        (
            _("Penalties made public"),
            _("Penalties made public late"),
            _("Penalties that are not shown"),
            _("Penalties sent back and not here yet"),
        ),
    ),
    "penalty-waiting": Number(
        title=_("Penalties that wait for the day of the notice"),
        now=False,
        found=_kept_back("penalty", NOT_NOTIFIED),
        lines=_of_entries,
    ),
}
