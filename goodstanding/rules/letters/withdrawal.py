"""A record was taken back: the public reason, what ended with it, and who was told."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.states import Designation, Record


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """``as_wrong``: it never counted; ``ended``: the grounds of the designations that fell with it."""

    kind: str
    document: str
    decided_on: date
    reasons: str
    as_wrong: bool
    ended: tuple[str, ...]
    told: tuple[str, ...]


def withdrawal(papers: Papers, record: Record) -> Letter:
    """The letter of a record that was taken back."""
    on = papers.act.header.effective_on
    said = Withdrawal(
        kind=papers.words.kind(record.record_kind),
        document=record.document,
        decided_on=record.decided_on,
        reasons=papers.act.content.get("reasons", ""),
        as_wrong=record.withdrawn is not None and record.withdrawn.as_wrong,
        ended=tuple(
            papers.words.ground(case.ground)
            for case in papers.work.designations_on(record.id)
            if _fell(case)
        ),
        told=tuple(map(papers.words.department, papers.told)),
    )
    return papers.letter("withdrawal", department=record.department, number="", said=said, on=on)


def _fell(case: Designation) -> bool:
    ending = case.span.ending if case.span else None
    return ending is not None and ending.cause == "record-withdrawn"
