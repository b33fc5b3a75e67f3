"""The figures of double publicity as a page and as a file show them."""

from collections.abc import Iterator

import msgspec
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.oversight import publicity
from goodstanding.oversight.arriving import KINDS
from goodstanding.oversight.publicity import Counted
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.accounting import Account
from goodstanding.web.visit import Visit

#: The columns by name, with the word above each.
COLUMNS: dict[str, Promise] = {
    "reported": _("Rows reported"),
    "accepted": _("Accepted"),
    "compliance": _("Compliance rate in per cent"),
    "public": _("Made public"),
    "late": _("Reported late"),
    "late_rate": _("Late rate in per cent"),
    "timely": _("In time, in per cent"),
    "not_shown": _("Not to be shown"),
    "waiting": _("Wait for the notice"),
    "missing": _("Missing"),
}
_ROWS = {"public": "public", "late": "late", "not_shown": "not-shown", "missing": "missing"}


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One number, its word, and the address of its rows for whoever may see them."""

    word: Promise
    value: str
    url: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One department, or all together."""

    title: str
    silent: bool
    cells: tuple[Cell, ...]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of record: its departments and the sum of them."""

    kind: str
    title: str
    total: Row
    rows: tuple[Row, ...]
    counted: Counted


def counted(visit: Visit, account: Account) -> dict[publicity.Owner, Counted]:
    """The figures of the period asked about."""
    return publicity.by_department(account.period, calendar=visit.calendar, department=account.only)


def sections(visit: Visit, account: Account) -> list[Section]:
    """Licences and penalties apart, as the bulletins have them."""
    found = counted(visit, account)
    return [_section(visit, account, kind, found) for kind in KINDS]


def values(found: Counted) -> dict[str, object]:
    """The figures by the names of the columns; a rate of nothing is None."""
    return {
        "reported": found.arrived.read - found.arrived.duplicates,
        "accepted": found.arrived.accepted,
        "compliance": found.arrived.share,
        "public": found.published,
        "late": found.late,
        "late_rate": found.late_share,
        "timely": found.timely,
        "not_shown": found.not_shown,
        "waiting": found.waiting,
        "missing": found.missing,
    }


def _section(
    visit: Visit, account: Account, kind: str, found: dict[publicity.Owner, Counted]
) -> Section:
    mine = {owner: each for (owner, of), each in found.items() if of == kind}
    total = Counted()
    for each in mine.values():
        total = total.plus(each)
    whole = allowed(visit.actor, Action.SEE_OVERSIGHT)
    return Section(
        kind=kind,
        title=visit.titles.kind(kind),
        total=_row(_("All together"), kind, total, account.query() if whole else None),
        rows=tuple(
            _row(visit.titles.department(owner), kind, each, _query(visit, account, owner))
            for owner, each in mine.items()
        ),
        counted=total,
    )


def _query(visit: Visit, account: Account, owner: str) -> str | None:
    """For whoever may see the rows of a department; for nobody else there is no link."""
    may = allowed(visit.actor, Action.SEE_OVERSIGHT, department=owner)
    return account.query(department=owner) if may else None


def _row(title: str | Promise, kind: str, found: Counted, query: str | None) -> Row:
    return Row(title=str(title), silent=found.silent, cells=tuple(_cells(kind, found, query)))


def _cells(kind: str, found: Counted, query: str | None) -> Iterator[Cell]:
    for name, value in values(found).items():
        if name == "waiting" and kind != "penalty":
            continue
        url = _address(kind, name) if value and query is not None else ""
        yield Cell(
            word=COLUMNS[name],
            value="–" if value is None else str(value),
            url=f"{url}?{query}" if url else "",
        )


def _address(kind: str, name: str) -> str:
    if name == "reported":
        return reverse("web:arrivals")
    if name == "waiting":
        return reverse("web:counted", args=["penalty-waiting"])
    return reverse("web:counted", args=[f"{kind}-{_ROWS[name]}"]) if name in _ROWS else ""
