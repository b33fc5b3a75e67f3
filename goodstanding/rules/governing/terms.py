"""Which terms of the old law does the new one shorten, for which rule, and how does it pass over?"""

from collections.abc import Iterator
from datetime import date

import msgspec

from goodstanding.rules.catalogue.model import Pairing, RecordKind
from goodstanding.rules.catalogue.rulebook import Rulebook

KEEP, NEW, LIGHTER, SUNSET = "keep", "new", "lighter", "sunset"


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A longest term of the new law, in months, that open matters take from `since` on."""

    rule: str
    transition: str
    months: int
    since: date


def ground_term(old: Rulebook, new: Rulebook, ground: str) -> Term | None:
    """The shorter longest term of a ground; None where it is not shorter, or the old one is kept."""
    before, after = old.grounds.get(ground), new.grounds.get(ground)
    if before is None or after is None or after.term.max_months >= before.term.max_months:
        return None
    return _applied(new, "grounds", ground, after.sense, after.term.max_months, new.in_force_from)


def pairing_term(old: Rulebook, new: Rulebook, ground: str, measure: str) -> Term | None:
    """The same of a measure on a ground."""
    before, after = (_longest(book, ground, measure, new.in_force_from) for book in (old, new))
    if before is None or after is None or after >= before:
        return None
    sense = new.measures[measure].sense
    return _applied(new, "pairings", f"{ground} with {measure}", sense, after, new.in_force_from)


def publication_terms(old: Rulebook, new: Rulebook, kind: str) -> Iterator[Term]:
    """The terms of publication of a kind of record that the new law adds to its dated values."""
    before, after = old.kinds.get(kind), new.kinds.get(kind)
    if before is None or after is None or after.publication_term is None:
        return
    known = _values(old, before)
    for since, months in _values(new, after) - known:
        sense = "burden" if after.adverse else "advantage"
        day = max(since, new.in_force_from)
        term = _applied(new, "parameters", after.publication_term, sense, months, day)
        if term is not None:
            yield term


def transition_of(new: Rulebook, section: str, id: str, sense: str) -> str:
    """As the amendment says; else the lighter of two burdens, and what was earned is kept."""
    for change in new.changes:
        if (change.section, change.id) == (section, id):
            return change.transition
    return LIGHTER if sense == "burden" else KEEP


def _applied(
    new: Rulebook, section: str, id: str, sense: str, months: int, since: date
) -> Term | None:
    """`lighter` weighs for the organisation: an advantage only `new` makes shorter."""
    transition = transition_of(new, section, id, sense)
    if transition == KEEP or (transition == LIGHTER and sense != "burden"):
        return None
    return Term(rule=f"{section}/{id}", transition=transition, months=months, since=since)


def _longest(book: Rulebook, ground: str, measure: str, on: date) -> int | None:
    """The longest term on a day; of a pairing that ended before it, its last one."""
    own = book.paired(ground, measure)
    held = [each for each in own if each.in_force.holds_on(on)]
    last = held or sorted(own, key=_since)[-1:]
    return max((each.max_months for each in last), default=None)


def _since(pairing: Pairing) -> date:
    return pairing.in_force.since


def _values(book: Rulebook, kind: RecordKind) -> set[tuple[date, int]]:
    rule = book.parameters.get(kind.publication_term) if kind.publication_term else None
    return {(each.since, each.value) for each in rule.values} if rule else set()
