"""What was refused on something that proved wrong: at which department to ask again."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.targets import named
from goodstanding.rules.states import Designation, Record


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A check that would now be more favourable: by whom, for which procedure and case, when."""

    department: str
    procedure: str
    case_number: str
    asked_on: date


class AskAgain(msgspec.Struct, frozen=True, kw_only=True):
    """``target``: what fell as wrong."""

    target: str
    asked: tuple[Asked, ...]


def ask_again(papers: Papers, target: Record | Designation) -> Letter:
    """The letter about a record or designation that fell as wrong."""
    words = papers.words
    said = AskAgain(
        target=named(papers, target.id),
        asked=tuple(
            Asked(
                department=words.department(each.department),
                procedure=words.procedure(each.procedure),
                case_number=each.case_number,
                asked_on=each.asked_on,
            )
            for each in papers.asked
        ),
    )
    return papers.letter(
        "ask-again",
        department=target.department,
        number="",
        said=said,
        on=papers.act.header.effective_on,
    )
