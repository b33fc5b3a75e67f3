"""Every pack of the repository put in force beside the city's own, and the pages of each version."""

from collections.abc import Iterator
from typing import Any

from goodstanding.catalogue.bodies import keep_rulebook
from goodstanding.cli.rulebook_files import packs, rulebook
from goodstanding.flow.bench import Call
from goodstanding.flow.govern import activated
from goodstanding.register.writing import writing
from goodstanding.rules.acts.envelope import SYSTEM
from goodstanding.rules.catalogue import Rulebook

ADDRESSES = {
    "grounds": "grounds",
    "measures": "measures",
    "departments": "departments",
    "procedures": "procedures",
    "parameters": "periods",
    "repairs": "repairs",
}


def put_in_force(call: Call) -> list[Rulebook]:
    """Each pack as a version, as if two people had approved it; those there already stay."""
    books = [rulebook(str(folder)) for folder in packs()]
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        for book in books:
            act = activated(call, book)
            keep_rulebook(book)
            if work.state(act.aggregate) is None:
                work.append([act])
    return books


def addresses(book: Rulebook) -> Iterator[str]:
    """Every page of a version, without its query."""
    yield from ("/rulebook", "/rulebook/publication", "/rulebook/boundary")
    for table, part in ADDRESSES.items():
        entries: Any = getattr(book, table)
        yield from (f"/rulebook/{part}/{id}" for id in entries)
