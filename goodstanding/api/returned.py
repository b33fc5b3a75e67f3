"""Monthly returns as the API tells them."""

from datetime import date

from ninja import Schema

from goodstanding.api.rendering import Rendered
from goodstanding.flow.returns import Reconciled
from goodstanding.rules.returns.lines import Line, digest
from goodstanding.rules.returns.owed import Owed


class ReturnOut(Schema):
    """A return that is owed: until when, how it stands, and what was confirmed last.

    ``state``: on-time, late-filed, late, soon or waiting. ``filed_on`` is the first confirmation,
    ``confirmed_on`` the one that holds; ``count`` and ``digest`` are of its lines.
    """

    department: str
    month: str
    due_on: date | None
    not_before: date | None
    state: str
    filed_on: date | None
    confirmed_on: date | None
    times: int
    count: int | None
    digest: str | None
    position: int | None


class ReturnsOut(Schema):
    """Returns, latest month first; ``next`` continues the list."""

    items: list[ReturnOut]
    next: str | None


class ReturnLineOut(Schema):
    """One change of one designation in the month."""

    day: date
    case: str
    change: str
    organisation: str
    ground: str
    sense: str
    document: str
    last_day: date
    wrong: bool


class ReturnListOut(Schema):
    """A return with its list as the register has it now; ``seen`` is what confirming it sends.

    ``differences``: how many lines are not as they were confirmed.
    """

    owed: ReturnOut
    lines: list[ReturnLineOut]
    seen: str
    differences: int


def told(owed: Owed, *, on: date) -> Rendered:
    """A return as `ReturnOut`."""
    last = owed.last
    return {
        "department": owed.department,
        "month": f"{owed.month:%Y-%m}",
        "due_on": owed.due.due,
        "not_before": owed.due.not_before,
        "state": owed.kept(on).value,
        "filed_on": owed.filed_on,
        "confirmed_on": last.on if last else None,
        "times": len(owed.filings),
        "count": last.count if last else None,
        "digest": last.digest if last else None,
        "position": last.up_to if last else None,
    }


def told_whole(owed: Owed, found: Reconciled, *, on: date) -> Rendered:
    """A return with its lines as `ReturnListOut`."""
    return {
        "owed": told(owed, on=on),
        "lines": [_line(each) for each in found.listed],
        "seen": digest(found.listed),
        "differences": len(found.differences),
    }


def _line(line: Line) -> Rendered:
    return {name: getattr(line, name) for name in line.__struct_fields__}
