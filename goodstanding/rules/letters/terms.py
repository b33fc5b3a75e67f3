"""Terms in letters: the number and unit of the law, its article, and the last day once it is known."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.letters.letter import Papers


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """So many ``unit`` by an article; ``sure``: an instrument gives the number."""

    value: int
    unit: str
    cited: str
    sure: bool


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """Time to answer: its last day, or while nothing is served the term from the day of service.

    ``not_before``: the last day is not definite yet, and no earlier than this.
    """

    due: date | None
    not_before: date | None
    term: Term | None


def term(papers: Papers, rule: str, on: date) -> Term | None:
    """A number of the law on a day; none where the rulebook has none by then."""
    known = papers.law.rulebook.parameters.get(rule)
    held = [value for value in known.values if value.since <= on] if known else []
    if not known or not held:
        return None
    now = held[-1]
    cited = papers.words.cited([now.citation], on)[0] if now.citation else ""
    return Term(value=now.value, unit=known.unit, cited=cited, sure=not now.unsure)


def window(papers: Papers, stored: Deadline | None, rule: str | None, on: date) -> Window | None:
    """A window as far as it is known; ``rule``: its parameter, while no deadline is stored."""
    if stored is not None:
        found = papers.law.settled(stored)
        return Window(due=found.due, not_before=found.not_before, term=None)
    told = term(papers, rule, on) if rule else None
    return Window(due=None, not_before=None, term=told) if told else None
