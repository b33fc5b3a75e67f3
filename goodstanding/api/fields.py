"""The kinds of value a request may hold; nothing is bent into another kind."""

from datetime import date
from typing import Annotated, Any

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, StringConstraints
from pydantic import Field as Bounded

_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)


def _day(value: Any) -> Any:
    """A day in ISO form and of our times; neither a number nor a moment is one."""
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) != 10:
        raise ValueError("no day")
    day = date.fromisoformat(value)
    if not _FIRST <= day <= _LAST:
        raise ValueError("far day")
    return day


Day = Annotated[date, BeforeValidator(_day)]
Id = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=200)]
Line = Annotated[str, StringConstraints(strict=True, max_length=500)]
Text = Annotated[str, StringConstraints(strict=True, max_length=20_000)]
Yes = Annotated[bool, Bounded(strict=True)]
Months = Annotated[int, Bounded(strict=True, ge=1, le=1200)]
Position = Annotated[int, Bounded(ge=0, le=2**62)]
Row = Annotated[int, Bounded(strict=True, ge=1, le=2_000_000)]
Limit = Annotated[int, Bounded(ge=1, le=500)]


class Body(Schema):
    """A request's body: members that are not described are refused, not ignored."""

    model_config = ConfigDict(extra="forbid")
