"""The way back that is served with a decision: earliest day, papers, where, free of charge."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Papers
from goodstanding.rules.letters.terms import Term, term
from goodstanding.rules.repair.plan import plan
from goodstanding.rules.repair.rule import Target


class Guidance(msgspec.Struct, frozen=True, kw_only=True):
    """How repair is asked for.

    ``earliest``: the first day there can be; ``counted_from`` and ``months``: how it is counted;
    ``ends``: the last day if nobody does anything; ``where``: the department that decides.
    """

    earliest: date | None
    counted_from: str
    months: int
    conditions: tuple[str, ...]
    papers: tuple[str, ...]
    where: str
    target: str
    acceptance: Term | None
    decision: Term | None
    ends: date | None
    cited: tuple[str, ...]
    by_itself_first: bool


def guidance(papers: Papers, target: Target, *, on: date) -> Guidance | None:
    """The repair guidance for a record or designation on a day; none where no rule repairs it.

    Source: the repair guidance is served together with the decision (NDRC Order 36 of 2025).
    """
    found = plan(target, work=papers.work, law=papers.law, on=on)
    rule, words = found.rule, papers.words
    if rule is None:
        return None
    return Guidance(
        earliest=found.earliest,
        counted_from=rule.counted_from,
        months=rule.after_months,
        conditions=tuple(map(words.of, rule.conditions)),
        papers=tuple(map(words.of, rule.papers)),
        where=words.body(target.department, on),
        target=target.id,
        acceptance=term(papers, rule.acceptance, on),
        decision=term(papers, rule.decision, on),
        ends=found.ends,
        cited=words.cited(rule.citations, on),
        by_itself_first=found.by_itself_first,
    )
