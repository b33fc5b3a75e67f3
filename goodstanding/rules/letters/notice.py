"""The notice of a proposed designation: what is intended, why, by which law, until when to answer."""

import msgspec

from goodstanding.rules.letters.facts import Fact, Line, basis, facts, lines
from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.terms import Window, window
from goodstanding.rules.states import Designation


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """``statement``, ``hearing``: the windows; no second where the ground gives no right to it."""

    case: str
    ground: str
    advantage: bool
    basis: tuple[str, ...]
    facts: tuple[Fact, ...]
    reasons: str
    months: int
    lines: tuple[Line, ...]
    statement: Window | None
    hearing: Window | None
    served: bool
    recommender: str = ""
    list_name: str = ""


def notice(papers: Papers, case: Designation) -> Letter:
    """The letter; before it is served its windows are terms and it bears no day."""
    served = case.notice
    on = served.served_on if served else papers.act.header.effective_on
    ground = papers.law.rulebook.ground(case.ground)
    said = Notice(
        case=case.id,
        ground=papers.words.ground(case.ground),
        advantage=case.sense == "advantage",
        basis=basis(papers, case, on),
        facts=facts(papers, case),
        reasons=papers.text("designation-proposed", "facts"),
        months=case.months,
        lines=lines(papers, case.noticed, on=on, span=None),
        statement=window(papers, served.statement if served else None, ground.statement_window, on),
        hearing=window(papers, served.hearing if served else None, ground.hearing.request, on)
        if ground.hearing.allowed
        else None,
        served=served is not None,
        recommender=papers.text("designation-proposed", "recommender"),
        list_name=papers.text("designation-proposed", "list_name"),
    )
    return papers.letter(
        "notice",
        department=case.department,
        number=case.case_number,
        said=said,
        on=served.served_on if served else None,
    )
