"""Chinese titles of the catalogue for the lines of the open data; an id where it has none."""

from datetime import date

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation


def title_of(rulebook: Rulebook | None, table: str, id: str) -> str:
    """The Chinese title of an id in a table of the catalogue."""
    entry = getattr(rulebook, table).get(id) if rulebook else None
    return str(entry.title.zh) if entry else id


def cited(rulebook: Rulebook | None, basis: Basis, *, on: date) -> str:
    """A cited article in words, as it was numbered on a day."""
    if rulebook is None or basis.instrument not in rulebook.instruments:
        return f"{basis.instrument} {basis.article}"
    citation = Citation(instrument=basis.instrument, article=basis.article)
    return rulebook.citation_title(citation, on).zh
