"""Pages of a list: which rows, which numbers, how many in all."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from django.db.models import QuerySet

from goodstanding.web.visit import Visited

SIZE = 20
FURTHEST = 5_000


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a list."""

    rows: list[Any]
    number: int
    count: int
    first: int
    last: int
    numbers: tuple[int, ...]
    pages: int


def page_of(request: Visited, found: QuerySet[Any] | Sequence[Any], *, size: int = SIZE) -> Page:
    """The page the address asks for; the first where it asks for none there is."""
    count = found.count() if isinstance(found, QuerySet) else len(found)
    return page_by(request, count, lambda start: list(found[start : start + size]), size=size)


def page_by(
    request: Visited,
    count: int,
    rows_from: Callable[[int], list[Any]],
    *,
    size: int = SIZE,
    furthest: int = FURTHEST,
) -> Page:
    """The page the address asks for, of rows that are fetched by where they begin.

    ``furthest``: the last page that can be opened, however many rows there are.
    """
    pages = min(max(-(-count // size), 1), furthest)
    text = request.GET.get("page", "1")
    number = int(text) if text.isdecimal() and len(text) < 6 else 1
    number = number if 1 <= number <= pages else 1
    start = (number - 1) * size
    rows = rows_from(start)
    near = {1, pages, number - 1, number, number + 1}
    return Page(
        rows=rows,
        number=number,
        count=count,
        first=start + 1 if rows else 0,
        last=start + len(rows),
        numbers=tuple(sorted(n for n in near if 1 <= n <= pages)),
        pages=pages,
    )
