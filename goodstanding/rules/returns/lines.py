"""The list of a month: one line for each designation begun, paused, resumed or ended in it."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from hashlib import sha256

import msgspec

from goodstanding.rules import codec
from goodstanding.rules.states import Designation, Span


class Change(StrEnum):
    """What happened to a designation on a day."""

    DESIGNATED = "designated"
    PAUSED = "paused"
    RESUMED = "resumed"
    ENDED = "ended"
    EXPIRED = "expired"


class Line(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One change of one designation.

    ``last_day``: the last day in force as known; ``wrong``: it has ended as wrong from the start.
    """

    day: date
    case: str
    change: Change
    organisation: str
    ground: str
    sense: str
    document: str
    last_day: date
    wrong: bool

    @property
    def key(self) -> tuple[str, Change, date]:
        """What makes it the same line in two lists."""
        return self.case, self.change, self.day


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it was confirmed and as the register has it now; none where there is none."""

    filed: Line | None
    now: Line | None


def lines(designations: Iterable[Designation], *, first: date, last: date) -> tuple[Line, ...]:
    """The list of the days from ``first`` through ``last``, oldest first.

    A designation decided elsewhere is of the month in which it was confirmed here: it has effect
    here from then on, and so no line is lost to a month that was returned long ago.
    """
    found = (each for state in designations for each in _of(state))
    return tuple(sorted(each for each in found if first <= each.day <= last))


def digest(listed: Iterable[Line]) -> str:
    """SHA-256 of the lines in their order, in hex."""
    return sha256(codec.encode(list(listed))).hexdigest()


def differences(filed: Iterable[Line], now: Iterable[Line]) -> tuple[Difference, ...]:
    """Where the list as confirmed and the register as it stands are not the same, line by line."""
    before = {each.key: each for each in filed}
    after = {each.key: each for each in now}
    keys = sorted({**before, **after}, key=lambda key: (key[2], key[0], key[1]))
    pairs = (Difference(filed=before.get(key), now=after.get(key)) for key in keys)
    return tuple(each for each in pairs if each.filed != each.now)


def _of(state: Designation) -> list[Line]:
    """Every line a designation ever gives, whatever the month."""
    if state.span is None or state.decided_on is None:
        return []
    begun = state.opened_on if state.elsewhere else state.decided_on
    days = [(Change.DESIGNATED, begun), *_pauses(state.span), _end(state.span)]
    return [_line(state, state.span, change, day) for change, day in days]


def _pauses(span: Span) -> list[tuple[Change, date]]:
    begun = [(Change.PAUSED, each.first_day) for each in span.stays]
    return begun + [(Change.RESUMED, each.last_day) for each in span.stays if each.last_day]


def _end(span: Span) -> tuple[Change, date]:
    """By an act on its day, or by the last day, which needs none."""
    if span.ending is not None and span.ending.from_day <= span.last_day:
        return Change.ENDED, span.ending.from_day
    return Change.EXPIRED, span.last_day


def _line(state: Designation, span: Span, change: Change, day: date) -> Line:
    return Line(
        day=day,
        case=state.id,
        change=change,
        organisation=state.organisation,
        ground=state.ground,
        sense=state.sense,
        document=state.document,
        last_day=span.last_day,
        wrong=span.ending is not None and span.ending.from_start,
    )
