"""Which grounds of a rulebook fit what somebody looks for?"""

from collections.abc import Iterator
from datetime import date

import msgspec

from goodstanding.rules.catalogue.model import Ground
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Title


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: ids of a field, a department, a measure, and a text; empty asks nothing."""

    field: str = ""
    department: str = ""
    measure: str = ""
    text: str = ""


def grounds_wanted(rulebook: Rulebook, wanted: Wanted, *, on: date) -> Iterator[Ground]:
    """The grounds in force on a day that fit, in the order of the rulebook.

    A department fits where it decides on the ground or carries out a measure it leads to; a text
    where it stands in a title of the ground, its field or such a measure, or in the ground's id.
    """
    for ground in rulebook.grounds.values():
        if ground.in_force.holds_on(on) and _fits(rulebook, ground, wanted, on):
            yield ground


def _fits(rulebook: Rulebook, ground: Ground, wanted: Wanted, on: date) -> bool:
    if wanted.field and ground.field != wanted.field:
        return False
    measures = [
        rulebook.measure(pairing.measure) for pairing in rulebook.pairings_of(ground.id, on)
    ]
    if wanted.measure and wanted.measure not in {each.id for each in measures}:
        return False
    departments = {*ground.deciding, *(id for each in measures for id in each.departments)}
    if wanted.department and wanted.department not in departments:
        return False
    field = rulebook.fields.get(ground.field)
    titles = [ground.title, *(each.title for each in measures), *([field.title] if field else [])]
    return _stands_in(wanted.text, ground.id, titles)


def _stands_in(text: str, id: str, titles: list[Title]) -> bool:
    sought = text.casefold()
    words = (id, *(word for title in titles for word in (title.zh, title.en)))
    return any(sought in word.casefold() for word in words)
