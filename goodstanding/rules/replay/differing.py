"""Where two laws differ for what follows from a decision, and by which rule."""

from collections.abc import Hashable, Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

import msgspec

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue.model import Pairing
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.replay.as_on import EVER

T = TypeVar("T", tuple[int, int], tuple[int, bool], date)


class Because(StrEnum):
    """How a rule differs."""

    GROUND_GONE = "ground-gone"
    GROUND_NEW = "ground-new"
    MEASURE_GONE = "measure-gone"
    MEASURE_NEW = "measure-new"
    PAIRING_GONE = "pairing-gone"
    PAIRING_NEW = "pairing-new"
    TERM_SHORTER = "term-shorter"
    TERM_LONGER = "term-longer"
    MEASURE_OTHERWISE = "measure-otherwise"
    REVIEW_OTHERWISE = "review-otherwise"
    CONDITION_GONE = "condition-gone"
    CONDITION_NEW = "condition-new"
    CONDITION_OTHERWISE = "condition-otherwise"


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """The rule that differs, by section and id; how; and the articles it rests on."""

    rule: str
    because: Because
    citations: tuple[Basis, ...] = ()


def grounds_differing(before: Rulebook, after: Rulebook) -> frozenset[str]:
    """The grounds from which something else follows; other articles alone are no difference."""
    known = before.grounds.keys() | after.grounds.keys()
    return frozenset(each for each in known if _says(before, each) != _says(after, each))


def differing(before: Rulebook, after: Rulebook, ground: str, measure: str) -> Differing | None:
    """The first rule by which a measure on a ground differs; None where none does.

    Args:
        before, after: the two laws, each as on one day (`as_on`).
    """
    found = next(_differences(before, after, ground, measure), None)
    if found is None:
        return None
    citations = _cited(after, ground, measure) or _cited(before, ground, measure)
    return Differing(rule=found[0], because=found[1], citations=citations)


def _differences(
    before: Rulebook, after: Rulebook, ground: str, measure: str
) -> Iterator[tuple[str, Because]]:
    pair = f"pairings/{ground} with {measure}"
    yield from _presence(
        f"grounds/{ground}", ground in before.grounds, ground in after.grounds, "ground"
    )
    yield from _presence(
        f"measures/{measure}", measure in before.measures, measure in after.measures, "measure"
    )
    old, new = before.paired(ground, measure), after.paired(ground, measure)
    yield from _presence(pair, bool(old), bool(new), "pairing")
    if not (old and new):
        return
    term = before.grounds[ground].term, after.grounds[ground].term
    yield from _term(f"grounds/{ground}", *((each.months, each.max_months) for each in term))
    yield from _term(pair, *(max(map(_longest, rows)) for rows in (old, new)))
    ends = (book.ends(ground, measure, EVER) or date.max for book in (before, after))
    yield from _term(pair, *ends)
    if _measure(before, measure) != _measure(after, measure):
        yield f"measures/{measure}", Because.MEASURE_OTHERWISE


def _presence(rule: str, was: bool, now: bool, of: str) -> Iterator[tuple[str, Because]]:
    if was != now:
        yield rule, Because(f"{of}-{'new' if now else 'gone'}")


def _term(rule: str, was: T, now: T) -> Iterator[tuple[str, Because]]:
    if was != now:
        yield rule, Because.TERM_SHORTER if now < was else Because.TERM_LONGER


def _longest(row: Pairing) -> tuple[int, bool]:
    return row.max_months, row.counted_from == "designation"


def _says(book: Rulebook, ground: str) -> Hashable:
    """All that decides what follows from a decision on a ground, and for how long."""
    known = book.grounds.get(ground)
    if known is None:
        return None
    paired = (each for each in book.pairings if each.ground == ground)
    return known.term, frozenset(
        (
            each.measure,
            each.max_months,
            each.counted_from,
            book.ends(ground, each.measure, EVER),
            _measure(book, each.measure),
        )
        for each in paired
    )


def _measure(book: Rulebook, measure: str) -> Hashable:
    known = book.measures[measure]
    return known.departments, known.procedures, known.sense, known.stay_exempt is None


def _cited(book: Rulebook, ground: str, measure: str) -> tuple[Basis, ...]:
    paired, known = book.paired(ground, measure), book.grounds.get(ground)
    cited = paired[0].citations if paired else known.citations if known else ()
    return tuple(Basis(instrument=each.instrument, article=each.article) for each in cited)
