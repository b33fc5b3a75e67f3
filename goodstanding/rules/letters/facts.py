"""What a case rests on and what it leads to, as its letters say it."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.rules.acts.values import MeasureLine
from goodstanding.rules.designation.lines import last_day_under
from goodstanding.rules.letters.letter import Papers
from goodstanding.rules.states import Designation, Record, Span
from goodstanding.rules.text_reading import public_texts

_TOLD = ("conduct", "facts", "penalty", "duty")


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A document a case rests on, and what it says as far as that is kept and fit to be told."""

    kind: str
    authority: str
    document: str
    decided_on: date
    texts: tuple[str, ...]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A measure: who carries it out, by which articles, until when; no day before a decision."""

    title: str
    departments: str
    basis: tuple[str, ...]
    last_day: date | None


def facts(papers: Papers, case: Designation) -> tuple[Fact, ...]:
    """The documents a case rests on. A text that waits to be read for names is left out."""
    return tuple(_fact(papers, each) for each in papers.work.records(case.records))


def _fact(papers: Papers, record: Record) -> Fact:
    held = bool(record.texts_held)
    texts = public_texts(papers.texts.get(record.version.position, {}), held=held)
    return Fact(
        kind=papers.words.kind(record.record_kind),
        authority=record.authority,
        document=record.document,
        decided_on=record.decided_on,
        texts=tuple(texts[name] for name in _TOLD if texts.get(name)),
    )


def lines(
    papers: Papers, found: Iterable[MeasureLine], *, on: date, span: Span | None
) -> tuple[Line, ...]:
    """The measures; ``span``: of the designation, none before a decision."""
    words = papers.words
    return tuple(
        Line(
            title=words.measure(each.measure),
            departments=words.departments(each.departments),
            basis=words.basis(each.basis, on),
            last_day=last_day_under(each, first_day=span.first_day, last_day=span.last_day)
            if span
            else None,
        )
        for each in found
    )


def basis(papers: Papers, case: Designation, on: date) -> tuple[str, ...]:
    """The articles of the ground."""
    ground = papers.law.rulebook.grounds.get(case.ground)
    return papers.words.cited(ground.citations, on) if ground else ()
