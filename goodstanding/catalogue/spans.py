"""On which days which version of the rulebook is the one that counts?"""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from goodstanding.catalogue.bodies import rulebook_of
from goodstanding.catalogue.naming import RULEBOOK
from goodstanding.catalogue.queries import activations, versions
from goodstanding.rules.catalogue import Rulebook

DAY = timedelta(days=1)


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A version and its days, both included; ``last`` is None while no other follows.

    ``replaced``: another version was put in its place for its first day, so it holds on none.
    """

    rulebook: Rulebook
    first: date
    last: date | None = None
    replaced: bool = False

    def holds_on(self, day: date) -> bool:
        """True if it is the version of that day."""
        return not self.replaced and self.first <= day and (self.last is None or day <= self.last)


def spans() -> list[Span]:
    """The versions with their days of force, latest first."""
    found: list[Span] = []
    for first, book in versions():
        last = found[-1].first - DAY if found else None
        found.append(Span(rulebook=book, first=first, last=last))
    return found


def span_on(day: date, known: Sequence[Span]) -> Span | None:
    """The version of a day among those known; None where none is in force."""
    return next((each for each in known if each.holds_on(day)), None)


def span_named(prefix: str, known: Sequence[Span]) -> Span | None:
    """The activated version whose digest begins so; None where there is none, or more than one."""
    found = [each for each in known if each.rulebook.digest.startswith(prefix)]
    found = found or [each for each in _replaced() if each.rulebook.digest.startswith(prefix)]
    return found[0] if len({each.rulebook.digest for each in found}) == 1 else None


def _replaced() -> list[Span]:
    books = {each.digest for each in activations() if each.kind == RULEBOOK}
    return [
        Span(rulebook=book, first=book.in_force_from, replaced=True)
        for book in map(rulebook_of, books)
    ]
