"""Charts drawn here, without a script: the figures stand beside them as text."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from goodstanding.rules.spread import Spread

_TOP, _HEIGHT = 20.0, 122.0
_LEFT, _WIDTH = 14.0, 81.0
_STEP = 5


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A month on the line: x in per cent, y in pixels; ``gap`` where nothing was settled."""

    label: str
    x: str
    y: str
    value: Decimal
    last: bool


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """One stroke between two months that follow each other."""

    x1: str
    y1: str
    x2: str
    y2: str


class Axis(msgspec.Struct, frozen=True, kw_only=True):
    """A horizontal line with its value; ``aim`` for the one to be reached."""

    y: str
    text_y: str
    value: int
    aim: bool


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of shares in per cent; ``floor`` is where its upright axis starts."""

    marks: tuple[Mark, ...]
    traces: tuple[Trace, ...]
    axes: tuple[Axis, ...]
    floor: int
    first: str
    last: str


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """Median, nine tenths and worst as places in per cent of the scale; ``rule``: the term."""

    median: str
    nine_tenths: str
    worst: str
    rule: str


def line(points: Sequence[tuple[str, Decimal | None]], *, aim: int) -> Line | None:
    """The line through the points that have a value; None where fewer than two have one."""
    known = [value for _, value in points if value is not None]
    if len(known) < 2:
        return None
    floor = int(min([*known, Decimal(aim)]) // _STEP) * _STEP - _STEP
    floor = max(min(floor, 100 - 2 * _STEP), 0)
    places = [_place(n, len(points), value, floor) for n, (_, value) in enumerate(points)]
    marks = [
        Mark(label=label, x=f"{place[0]:.2f}%", y=f"{place[1]:.1f}", value=value, last=False)
        for (label, value), place in zip(points, places, strict=True)
        if value is not None and place is not None
    ]
    marks[-1] = msgspec.structs.replace(marks[-1], last=True)
    return Line(
        marks=tuple(marks),
        traces=tuple(_traces(places)),
        axes=tuple(_axes(floor, aim)),
        floor=floor,
        first=points[0][0],
        last=points[-1][0],
    )


def plot(spread: Spread, *, scale: int, rule: int) -> Plot | None:
    """The places of a spread on a scale of working days from nought to ``scale``."""
    if spread.median is None or spread.nine_tenths is None or spread.worst is None:
        return None

    def at(days: Decimal | int) -> str:
        return f"{min(float(days) / scale, 1.0) * 100:.1f}%"

    return Plot(
        median=at(spread.median),
        nine_tenths=at(spread.nine_tenths),
        worst=at(spread.worst),
        rule=at(rule),
    )


def _place(n: int, many: int, value: Decimal | None, floor: int) -> tuple[float, float] | None:
    if value is None:
        return None
    x = _LEFT + _WIDTH * n / max(many - 1, 1)
    return x, _height(float(value), floor)


def _height(value: float, floor: int) -> float:
    return _TOP + _HEIGHT * (100 - value) / (100 - floor)


def _traces(places: Sequence[tuple[float, float] | None]) -> list[Trace]:
    return [
        Trace(x1=f"{a[0]:.2f}%", y1=f"{a[1]:.1f}", x2=f"{b[0]:.2f}%", y2=f"{b[1]:.1f}")
        for a, b in pairwise(places)
        if a is not None and b is not None
    ]


def _axes(floor: int, aim: int) -> list[Axis]:
    step = _STEP if 100 - floor <= 4 * _STEP else (100 - floor) // 4
    values = sorted({*range(floor, 100, step), aim, 100})
    spaced = [v for v in values if v == aim or abs(v - aim) >= step / 2]
    return [
        Axis(
            y=f"{_height(value, floor):.1f}",
            text_y=f"{_height(value, floor) + 4:.1f}",
            value=value,
            aim=value == aim,
        )
        for value in spaced
    ]
