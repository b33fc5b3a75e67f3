"""A repair is revoked: why, what counts again from which day until when, and the remedies."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.remedies import Remedies, remedies
from goodstanding.rules.letters.targets import named
from goodstanding.rules.repair.state import Repair
from goodstanding.rules.states import Designation


class Again(msgspec.Struct, frozen=True, kw_only=True):
    """A designation that is in force again, and its last day."""

    ground: str
    last_day: date


class Revocation(msgspec.Struct, frozen=True, kw_only=True):
    """``from_day``: the day from which it counts again, for the rest of its term."""

    target: str
    granted_on: date | None
    ground: str
    reasons: str
    from_day: date
    again: tuple[Again, ...]
    remedies: Remedies


def revocation(papers: Papers, repair: Repair) -> Letter:
    """The letter of a repair that was revoked."""
    on = repair.revoked_on or papers.act.header.effective_on
    said = Revocation(
        target=named(papers, repair.target),
        granted_on=repair.decided_on,
        ground=repair.revocation.ground if repair.revocation else "",
        reasons=papers.act.content.get("reasons", ""),
        from_day=on,
        again=tuple(_again(papers, repair, on)),
        remedies=remedies(papers, on),
    )
    return papers.letter("revocation", department=repair.department, number="", said=said, on=on)


def _again(papers: Papers, repair: Repair, on: date) -> list[Again]:
    cases = (each for each in papers.work.all(Designation) if each.span and each.span.base(on))
    return [
        Again(ground=papers.words.ground(case.ground), last_day=case.span.last_day)
        for case in cases
        if case.span and any(lapse.repair == repair.id for lapse in case.span.lapses or ())
    ]
