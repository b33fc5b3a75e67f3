"""An application for repair is taken up: by when it is decided, and that it is free."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.targets import named
from goodstanding.rules.letters.terms import Window, window
from goodstanding.rules.repair.state import Repair


class RepairAccepted(msgspec.Struct, frozen=True, kw_only=True):
    """``decision``: the last day for the decision."""

    filed_on: date
    target: str
    rule: str
    decision: Window | None


def repair_accepted(papers: Papers, repair: Repair) -> Letter:
    """The letter of an application that was taken up."""
    on = repair.accepted_on or papers.act.header.effective_on
    rule = papers.law.rulebook.repairs.get(repair.rule)
    said = RepairAccepted(
        filed_on=repair.filed_on,
        target=named(papers, repair.target),
        rule=papers.words.of(rule.title) if rule else repair.rule,
        decision=window(papers, repair.decision, None, on),
    )
    return papers.letter(
        "repair-accepted", department=repair.department, number="", said=said, on=on
    )
