"""The outcome of an objection: corrected, withdrawn or dismissed, why, and the remedies."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.remedies import Remedies, remedies
from goodstanding.rules.states import Designation, Objection, Record


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """``against``: the document objected to; ``document``, ``decided_on``: as the record reads now."""

    filed_on: date
    against: str
    ground: str
    objection: str
    outcome: str
    reasons: str
    document: str
    decided_on: date | None
    remedies: Remedies


def outcome(papers: Papers, objection: Objection) -> Letter:
    """The letter of an objection that was decided."""
    on = objection.decided_on or papers.act.header.effective_on
    target = papers.work.states.get(objection.target)
    record = target if isinstance(target, Record) else None
    case = target if isinstance(target, Designation) else None
    said = Outcome(
        filed_on=objection.filed_on,
        against=(record or case).document if record or case else objection.target,  # type: ignore[union-attr]
        ground=papers.words.ground(case.ground) if case else "",
        objection=objection.reason,
        outcome=objection.outcome,
        reasons=papers.act.content.get("reasons", ""),
        document=record.document if record else "",
        decided_on=record.decided_on if record else None,
        remedies=remedies(papers, on),
    )
    return papers.letter("outcome", department=objection.department, number="", said=said, on=on)
