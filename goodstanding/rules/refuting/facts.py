"""The facts a base registration told of an organisation, one kind of them a line."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from goodstanding.rules.cell_values import comparable
from goodstanding.rules.identifiers import normalise
from goodstanding.rules.legal_person import (
    CODE_CHANGE,
    PREDECESSOR,
    SUCCESSOR,
    Link,
    Organisation,
)
from goodstanding.rules.registration_row import STATUSES


class Fact(StrEnum):
    """What can be corrected, in the words of the list to choose from."""

    NAME = "名称"
    FOUNDING = "成立日期"
    STATUS = "状态"
    SUCCESSION = "合并分立"
    FORMER_CODE = "曾用代码"


#: The side of the organisation's own links that a fact stands on.
SIDES = {Fact.SUCCESSION: SUCCESSOR, Fact.FORMER_CODE: PREDECESSOR}
STATUS_OF = {word: id for id, words in STATUSES.items() for word in words}


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One fact as the register has it: as a row writes it, its day, and the value in the state."""

    text: str
    since: date | None
    value: object


def held(organisation: Organisation, fact: Fact) -> list[Held]:
    """Every fact of that kind."""
    return _HELD[fact](organisation)


def written(fact: Fact, text: str) -> str:
    """A cell in the form in which facts of that kind are compared."""
    if fact in SIDES:
        return normalise(text)
    return STATUS_OF.get(text, text) if fact is Fact.STATUS else comparable(text)


def _names(state: Organisation) -> list[Held]:
    return [Held(text=comparable(e.name), since=e.since, value=e) for e in state.names]


def _founding(state: Organisation) -> list[Held]:
    day = state.established_on
    return [Held(text=day.isoformat(), since=None, value=day)] if day else []


def _statuses(state: Organisation) -> list[Held]:
    return [Held(text=e.status, since=e.since, value=e) for e in state.statuses]


def _successions(state: Organisation) -> list[Held]:
    return _links(each for each in state.successors if each.by != CODE_CHANGE)


def _former_codes(state: Organisation) -> list[Held]:
    return _links(each for each in state.predecessors if each.by == CODE_CHANGE)


def _links(links: Iterable[Link]) -> list[Held]:
    return [Held(text=each.other, since=each.on, value=each) for each in links]


_HELD: Mapping[Fact, Callable[[Organisation], list[Held]]] = {
    Fact.NAME: _names,
    Fact.FOUNDING: _founding,
    Fact.STATUS: _statuses,
    Fact.SUCCESSION: _successions,
    Fact.FORMER_CODE: _former_codes,
}
