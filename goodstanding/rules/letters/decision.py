"""The decision on a case: reasons, basis, measures with their last days, remedies, repair guidance."""

from datetime import date

import msgspec

from goodstanding.rules.letters.facts import Fact, Line, basis, facts, lines
from goodstanding.rules.letters.guidance import Guidance, guidance
from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.remedies import Remedies, remedies
from goodstanding.rules.states import Designation, Stage


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """``listed``: designated or not; ``way``, ``papers``: how to leave early by the ground's rule."""

    case: str
    listed: bool
    advantage: bool
    ground: str
    basis: tuple[str, ...]
    facts: tuple[Fact, ...]
    reasons: str
    answer: str
    stated: bool
    lines: tuple[Line, ...]
    first_day: date | None
    last_day: date | None
    way_decided: str
    way: str
    papers: tuple[str, ...]
    guidance: Guidance | None
    remedies: Remedies


def decision(papers: Papers, case: Designation) -> Letter:
    """The letter of a decision taken here, to designate or not to."""
    on = case.decided_on or papers.act.header.effective_on
    way = papers.law.rulebook.ground(case.ground).way_back
    listed = case.span is not None and case.stage is not Stage.DROPPED
    burden = listed and case.sense != "advantage"
    said = Decision(
        case=case.id,
        listed=listed,
        advantage=case.sense == "advantage",
        ground=papers.words.ground(case.ground),
        basis=basis(papers, case, on),
        facts=facts(papers, case),
        reasons=papers.act.content.get("reasons", ""),
        answer=papers.act.content.get("answer", ""),
        stated=case.statement_on is not None,
        lines=lines(papers, case.measures, on=on, span=case.span) if listed else (),
        first_day=case.span.first_day if case.span else None,
        last_day=case.span.last_day if case.span else None,
        way_decided=papers.act.content.get("way_back", ""),
        way=papers.words.of(way.what),
        papers=tuple(map(papers.words.of, way.papers)),
        guidance=guidance(papers, case, on=on) if burden else None,
        remedies=remedies(papers, on),
    )
    return papers.letter(
        "decision", department=case.department, number=case.document, said=said, on=on
    )
