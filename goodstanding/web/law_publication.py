"""How long what is public: kinds of record, and the classes of severity by each clock."""

from collections.abc import Iterator

import msgspec

from goodstanding.rules.catalogue.publication_rules import PublicationClass, PublicationClock
from goodstanding.web.law_pages import Cited, Lawbook, Period
from goodstanding.web.law_words import SEVERITIES
from goodstanding.web.titles import in_language


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of record: by when it must be public, and how long it is at most."""

    title: str
    adverse: bool
    due: Period | None
    term: Period | None


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """A place of publication with a count of its own."""

    id: str
    title: str
    rule: PublicationClock
    cited: tuple[Cited, ...]


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """How long a class is public by one clock; ``rule`` is None where the clock says nothing of it."""

    clock: str
    rule: PublicationClass | None = None
    shortest: Period | None = None
    longest: Period | None = None
    cited: tuple[Cited, ...] = ()


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of record of one severity, by each clock."""

    record: str
    severity: str
    clocks: tuple[Shown, ...]


def kinds(book: Lawbook) -> list[Kind]:
    """Every kind of record, whether or not it is published."""
    return [
        Kind(
            title=in_language(each.title),
            adverse=each.adverse,
            due=book.period(each.publication_due) if each.publication_due else None,
            term=book.period(each.publication_term) if each.publication_term else None,
        )
        for each in book.rulebook.kinds.values()
    ]


def clocks(book: Lawbook) -> list[Clock]:
    """The clocks that run on the day."""
    return [
        Clock(
            id=each.id, title=in_language(each.title), rule=each, cited=book.cited(each.citations)
        )
        for each in book.rulebook.publication_clocks.values()
        if each.in_force.holds_on(book.on)
    ]


def classes(book: Lawbook) -> list[Row]:
    """Every class of the day: a kind of record and a severity, with what each clock says of it."""
    running = clocks(book)
    return [
        Row(
            record=book.titles.kind(record),
            severity=str(SEVERITIES[severity]),
            clocks=tuple(_shown(book, clock, record, severity) for clock in running),
        )
        for record, severity in dict.fromkeys(_named(book))
    ]


def _named(book: Lawbook) -> Iterator[tuple[str, str]]:
    for each in _of_the_day(book):
        yield each.record, each.severity


def _of_the_day(book: Lawbook) -> Iterator[PublicationClass]:
    for each in book.rulebook.publication_classes.values():
        if each.in_force.holds_on(book.on):
            yield each


def _shown(book: Lawbook, clock: Clock, record: str, severity: str) -> Shown:
    wanted = (clock.id, record, severity)
    for each in _of_the_day(book):
        if (each.clock, each.record, each.severity) == wanted:
            return Shown(
                clock=clock.title,
                rule=each,
                shortest=book.period(each.min) if each.min else None,
                longest=book.period(each.max) if each.max else None,
                cited=book.cited(each.citations),
            )
    return Shown(clock=clock.title)
