"""The answer to a check, computed and not yet told to anyone: it writes nothing."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.counting import with_counting
from goodstanding.register.reading import head, position_at, states, working_states
from goodstanding.rules.check import Checked, check
from goodstanding.rules.errors import require_none
from goodstanding.rules.identifiers import judge, require_in_register
from goodstanding.rules.identity import Identity, Load, doubts, identity, person_of
from goodstanding.rules.law import Law
from goodstanding.rules.states import State


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked: an organisation's code, a procedure, a case number, a legal day."""

    code: str
    procedure: str
    case_number: str = ""
    on: date | None = None


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """The answer with what it was computed from; ``receipt`` is empty where none was written.

    ``organisation``: the code it bears now; ``identity`` tells the code that was asked, and more.
    """

    organisation: str
    identity: Identity
    checked: Checked
    position: int
    rulebook: str
    calendar: str
    receipt: str = ""


def answer(question: Question, *, today: date, known_at: datetime | int | None = None) -> Answered:
    """The answer as known at a moment or position, or as the register stands.

    The position is taken before anything is read: what comes later is then known to be later.
    """
    on = question.on or today
    position = _position(known_at)
    law = law_on(on=on, known_at=known_at)
    code = code_of(question.code, law)
    live = known_at is None and on >= today
    load = _loading(known_at, live=live)
    person = person_of(code, load)
    if live:
        asked = question.procedure
        person = with_counting(person, procedure=asked, on=on, rulebook=law.rulebook)
    doubted = doubts(person, load, procedure=question.procedure, on=on, rulebook=law.rulebook)
    checked = check(
        person.work,
        procedure=question.procedure,
        on=on,
        rulebook=law.rulebook,
        known=bool(person.organisations),
        doubts=[each.effect for each in doubted],
    )
    return Answered(
        organisation=person.code,
        identity=identity(code, person, on=on, doubts=doubted),
        checked=checked,
        position=position,
        rulebook=law.versions[0],
        calendar=law.versions[1],
    )


def _loading(known_at: datetime | int | None, *, live: bool) -> Load:
    """How states are read: what has been ended by an act is no longer open, but was in force before."""

    def load(code: str) -> Mapping[str, State]:
        return working_states(code) if live else states(code, known_at=known_at)

    return load


def _position(known_at: datetime | int | None) -> int:
    if known_at is None:
        return head().position
    return position_at(known_at) if isinstance(known_at, datetime) else known_at


def code_of(text: str, law: Law) -> str:
    """The organisation's code as the register writes it; refuses what is none or stays outside."""
    judged = judge(text)
    require_none(judged.problems)
    require_in_register(judged.code, law.rulebook.classes_in)
    return judged.code
