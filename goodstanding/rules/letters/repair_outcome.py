"""The outcome of a repair: granted, refused or not taken up; why, why not yet, and the remedies."""

from datetime import date

import msgspec

from goodstanding.rules.letters.guidance import Guidance, guidance
from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.remedies import Remedies, remedies
from goodstanding.rules.letters.targets import named, target_of
from goodstanding.rules.repair.eligible import fixed_terms
from goodstanding.rules.repair.state import GRANTED, Repair


class Runs(msgspec.Struct, frozen=True, kw_only=True):
    """A measure that a law fixes in years: repair waits until its last day is over."""

    measure: str
    last_day: date


class RepairOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """``ground``: why not; ``again``: from when and how it may be asked for again."""

    filed_on: date
    target: str
    rule: str
    outcome: str
    ground: str
    reasons: str
    again: Guidance | None
    runs: tuple[Runs, ...]
    remedies: Remedies


def repair_outcome(papers: Papers, repair: Repair) -> Letter:
    """The letter of an application that was decided, or not taken up."""
    on = repair.decided_on or papers.act.header.effective_on
    rule = papers.law.rulebook.repairs.get(repair.rule)
    target = target_of(papers, repair.target)
    refused = target if repair.outcome != GRANTED else None
    said = RepairOutcome(
        filed_on=repair.filed_on,
        target=named(papers, repair.target),
        rule=papers.words.of(rule.title) if rule else repair.rule,
        outcome=repair.outcome,
        ground=repair.ground,
        reasons=papers.act.content.get("reasons", ""),
        again=guidance(papers, refused, on=on) if refused else None,
        runs=_runs(papers, repair, on) if refused else (),
        remedies=remedies(papers, on),
    )
    return papers.letter(
        "repair-outcome", department=repair.department, number="", said=said, on=on
    )


def _runs(papers: Papers, repair: Repair, on: date) -> tuple[Runs, ...]:
    target = target_of(papers, repair.target)
    found = fixed_terms(target, papers.work, papers.law, on) if target else []
    return tuple(
        Runs(measure=papers.words.measure(e.fields["measure"]), last_day=e.fields["last_day"])
        for e in found
    )
