"""The lines about records: those that are public on a day, and the stubs of withdrawn ones."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from django.db.models import QuerySet

from goodstanding.organisations.queries import named
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.register.reading import acts_at, content
from goodstanding.rules.acts.envelope import Act, Content
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.opendata.addresses import Addresses
from goodstanding.rules.opendata.titles import title_of
from goodstanding.rules.record_cells import NARRATIVE
from goodstanding.rules.text_reading import public_texts

Line = Sequence[str | int | bool | date | None]
T = TypeVar("T")
#: Rows in memory at a time.
PIECE = 2_000


def public_records(*, on: date, rulebook: Rulebook | None, at: Addresses) -> Iterator[Line]:
    """One line a public record, as its card on the page; the order is that of `RECORDS`."""
    for rows in _pieces(publication.all_public(on=on)):
        names = named(row.organisation for row in rows)
        told = content(row.content_position for row in rows)
        corrected = acts_at(row.content_position for row in rows if row.version > 1)
        for row in rows:
            texts = public_texts(told.get(row.content_position, {}), held=bool(row.texts_held))
            act = corrected.get(row.content_position)
            yield _record(row, names.get(row.organisation, ""), texts, act, rulebook, at)


def _record(
    row: Entry, name: str, texts: Content, act: Act | None, rulebook: Rulebook | None, at: Addresses
) -> Line:
    return (
        *(row.record, row.version, row.organisation, name),
        *(row.record_kind, title_of(rulebook, "kinds", row.record_kind)),
        *(row.department, title_of(rulebook, "departments", row.department)),
        *(row.authority, row.document, row.decided_on, row.transcribed),
        *(row.adverse, row.disputed),
        *((act.header.effective_on, texts.get("reasons") or None) if act else (None, None)),
        *(texts.get(each) or None for each in NARRATIVE),
        *(row.public_from, row.public_until),
        *(at.of(row.record), at.way_back(row.record), row.content_position),
    )


def withdrawn_records(*, on: date, at: Addresses) -> Iterator[Line]:
    """One line a withdrawn record that still leaves a stub; the order is that of `WITHDRAWALS`."""
    for rows in _pieces(publication.all_stubs(on=on)):
        told = content(row.withdrawn_position or 0 for row in rows)
        for row in rows:
            position = row.withdrawn_position or 0
            yield (
                *(row.record, row.version, row.withdrawn_on, row.as_wrong),
                told.get(position, {}).get("reasons") or None,
                *(row.public_until, at.of(row.record), position),
            )


def _pieces(found: QuerySet[Entry]) -> Iterator[list[Entry]]:
    return pieces(found.iterator(chunk_size=PIECE), PIECE)


def pieces(found: Iterable[T], size: int) -> Iterator[list[T]]:
    """What is found, so many at a time."""
    rest = iter(found)
    while piece := list(islice(rest, size)):
        yield piece
