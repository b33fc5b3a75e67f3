"""The way to letters: what there is for a matter or an organisation, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from django.urls import reverse
from django.utils.functional import Promise

from goodstanding.flow.read import Dossier
from goodstanding.register.reading import stored
from goodstanding.remedies.queries import repairs_of_organisation
from goodstanding.rules.errors import Refusal
from goodstanding.rules.letters.days import day_of
from goodstanding.rules.letters.kinds import KINDS, Reader
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Objection, Record, Repair
from goodstanding.web.said import said
from goodstanding.web.visit import Visit
from goodstanding.web.wording import LETTERS, RECOGNITION_LETTERS

Matter = Designation | Objection | Repair | Record
#: Letters that can also be read as a page.
PAGES: Mapping[str, str] = {
    "notice": "web:letter-notice",
    "decision": "web:letter-decision",
    "outcome": "web:letter-outcome",
}
#: Letters a reader waits for: what is missing is said. The others are told of once they are there.
AWAITED = frozenset({*PAGES, "repair-outcome"})
#: The page of an organisation stays light.
MOST = 50


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A letter: its name, day and addresses, or what is missing for it.

    ``url``: as a page, empty where it is a file only; ``pdf``: as a file, without its language.
    """

    title: Promise | str
    on: date | None
    url: str
    pdf: str
    missing: str = ""


def of_matter(visit: Visit, matter: Matter) -> list[Link]:
    """The letters about a case, an objection, a repair, a record; of awaited ones what is missing."""
    serving = allowed(visit.actor, Action.READ_LETTER, department=matter.department)
    reader = Reader(serving=serving, on=visit.today)
    found = [(letter, _missing(letter, matter, reader)) for letter in _letters(matter)]
    return [
        _link(visit, letter, matter, missing)
        for letter, missing in found
        if not missing or letter in AWAITED
    ]


def of_organisation(visit: Visit, dossier: Dossier) -> list[Link]:
    """The letters the organisation was sent, latest first; two queries however many."""
    reader = Reader(serving=False, on=visit.today)
    found = [
        _link(visit, letter, matter, ())
        for matter in _matters(dossier)
        for letter in _letters(matter)
        if not _missing(letter, matter, reader)
    ]
    return sorted(found, key=lambda each: each.on or date.min, reverse=True)[:MOST]


def _matters(dossier: Dossier) -> Iterator[Matter]:
    changed = [
        each.row.record
        for each in dossier.records
        if each.row.version > 1 or each.row.withdrawn_on is not None
    ]
    repairs = repairs_of_organisation(organisation=dossier.organisation.code)
    ids = [
        *(each.row.id for each in dossier.cases),
        *(each.id for each in dossier.objections),
        *(each.id for each in repairs),
        *changed[-MOST:],
    ]
    for state in stored(ids).values() if ids else ():
        if isinstance(state, Matter):
            yield state


def _letters(matter: Matter) -> Iterator[str]:
    return (name for name, kind in KINDS.items() if isinstance(matter, kind.of))


def _missing(letter: str, matter: Matter, reader: Reader) -> list[Refusal]:
    return KINDS[letter].refusals(matter, reader)


def _link(visit: Visit, letter: str, matter: Matter, missing: Iterable[Refusal]) -> Link:
    return Link(
        title=name_of(letter, matter),
        on=day_of(letter, matter),
        url=reverse(PAGES[letter], args=[matter.id]) if letter in PAGES else "",
        pdf=reverse("web:letter-file", args=[matter.id, letter]),
        missing=" ".join(said(each, visit.titles) for each in missing),
    )


def name_of(letter: str, matter: Matter) -> Promise | str:
    """What a letter is called: a recognition is announced and decided in words of its own."""
    good = isinstance(matter, Designation) and matter.sense == ADVANTAGE
    return RECOGNITION_LETTERS.get(letter, LETTERS[letter]) if good else LETTERS[letter]
