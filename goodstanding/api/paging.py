"""Lists are told in pages; a cursor continues one and says nothing to its holder."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from django.db.models import Model, QuerySet

from goodstanding.api.refusals import CursorUnknown
from goodstanding.rules.errors import refuse

T = TypeVar("T")
M = TypeVar("M", bound=Model)
FAR = 1_000_000


class Page(NamedTuple):
    """Some items of a list, and the cursor after them; None at the end."""

    items: list[object]
    next: str | None


def page(found: Sequence[T] | QuerySet[M], *, cursor: str | None, limit: int) -> Page:
    """The items after a cursor. Raises `Refused` with `CursorUnknown`."""
    start = start_of(cursor)
    items: list[object] = list(found[start : start + limit + 1])
    more = len(items) > limit
    return Page(items[:limit], cursor_at(start + limit) if more else None)


def start_of(cursor: str | None) -> int:
    """How many items the pages before a cursor held."""
    if cursor is None:
        return 0
    try:
        start = int(urlsafe_b64decode(cursor.encode() + b"=="), 10)
    except ValueError:
        refuse(CursorUnknown())
    if not 0 < start <= FAR:
        refuse(CursorUnknown())
    return start


def cursor_at(start: int) -> str:
    """The cursor after so many items."""
    return urlsafe_b64encode(str(start).encode()).decode().rstrip("=")
