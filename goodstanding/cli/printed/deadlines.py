"""The page of deadlines: every number of every pack, with its source or marked as a default."""

from goodstanding.cli.printed.markdown import code, page, table
from goodstanding.cli.rulebook_files import packs, rulebook
from goodstanding.rules.catalogue import Parameter, Rulebook
from goodstanding.rules.catalogue.model import DatedValue

UNITS = {
    "working_days": "working days",
    "calendar_days": "calendar days",
    "months": "months",
    "day_of_month": "day of the month",
}


def render() -> str:
    """The page."""
    parts = [
        "Numbers live in the rulebook, not in the code, each with the day it holds from. *Default "
        "of this pack, to confirm*: no instrument gives the number; whoever runs the register "
        "confirms or replaces it. Of the candidates of a number that is to be confirmed, the one most "
        "favourable to the organisation applies. Working days are those of the official calendar "
        "(`rulebook/calendars/`); the day a term is counted from is not counted. Where a term "
        "crosses a year whose calendar is not loaded, the last day is provisional, and a step that "
        "needs the window to have elapsed is refused.",
    ]
    for folder in packs():
        book = rulebook(str(folder))
        rows = [row for each in book.parameters.values() for row in _rows(each, book)]
        head = (
            "parameter",
            "what",
            "from",
            "value",
            "source",
            "how sure",
            "better for the organisation",
        )
        parts += [f"## Pack `{book.id}`, version {book.version}", table(head, rows)]
    return page("Deadlines and terms", *parts)


def _rows(each: Parameter, rulebook: Rulebook) -> list[tuple[str, ...]]:
    title = f"{each.title.en} ({each.title.zh})"
    return [
        (
            code(each.id),
            title,
            value.since.isoformat(),
            f"{value.value} {UNITS[each.unit]}",
            _source(value, rulebook),
            _sure(value),
            each.favours or "",
        )
        for value in each.values
    ]


def _sure(value: DatedValue) -> str:
    """Confirmed or not, with what it may prove to be: the value that applies is the most favourable."""
    if not value.unsure:
        return value.citation.confidence if value.citation else ""
    may = " or ".join(str(each) for each in value.candidates)
    return f"to confirm: {may}" if may else "to confirm"


def _source(value: DatedValue, rulebook: Rulebook) -> str:
    if value.citation is None:
        return "default of this pack, to confirm"
    title = rulebook.citation_title(value.citation, value.since)
    return f"{title.zh} ({code(value.citation.instrument)})"
