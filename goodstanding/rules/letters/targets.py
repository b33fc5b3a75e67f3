"""What a repair or an objection is about, as its letters name it."""

from goodstanding.rules.letters.letter import Papers
from goodstanding.rules.states import Designation, Record


def named(papers: Papers, target: str) -> str:
    """The document of a record with its kind, or the ground of a designation; else its id."""
    found = papers.work.states.get(target)
    match found:
        case Record():
            return f"{papers.words.kind(found.record_kind)} {found.document}"
        case Designation():
            return papers.words.ground(found.ground)
    return target


def target_of(papers: Papers, target: str) -> Record | Designation | None:
    """The record or designation itself."""
    return papers.work.find(Record, target) or papers.work.find(Designation, target)
