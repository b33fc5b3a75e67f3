"""The standing conditions of an organisation are read: cut to what the reader may see, and noted."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

import msgspec
from django.db import transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.answers import code_of
from goodstanding.flow.bench import Call
from goodstanding.flow.told import note_told
from goodstanding.organisations import queries as organisations
from goodstanding.register.reading import head, position_at, share_lock, states
from goodstanding.rules.condition.explain import explained
from goodstanding.rules.condition.sight import seeing
from goodstanding.rules.condition.told import Line, Told
from goodstanding.rules.effects import RecordVersion
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet


class ConditionsTold(msgspec.Struct, frozen=True, kw_only=True):
    """Every condition of a day as told, and what it was computed from.

    ``organisation``: the code borne now, whichever was asked.
    """

    organisation: str
    on: date
    conditions: tuple[Told, ...]
    position: int
    rulebook: str
    calendar: str


def read_conditions(
    call: Call, *, code: str, on: date | None = None, known_at: datetime | int | None = None
) -> ConditionsTold:
    """The conditions on a day as known at a moment or position, cut to what the caller may see now.

    What the caller may not see is left out of the answer too, so that it tells nothing of it.
    """
    day, code = on or call.on, code_of(code, law_on(on=call.on, known_at=None))
    policy.require(call.actor, Action.READ_CONDITIONS, organisation=code)
    with transaction.atomic(using="default"):
        codes = tuple(organisations.codes_of(code))
        for each in sorted(codes):
            share_lock(each)
        position = head().position
        now = _all(codes, None)
        then = now if known_at is None else _all(codes, known_at)
        law = law_on(on=day, known_at=known_at)
        seen = seeing(call.actor, now, today=call.on, codes=codes)
        found = explained(then, on=day, rulebook=law.rulebook, seen=seen)
        _note(call, (line for told in found for line in told.lines), now, position)
    return ConditionsTold(
        organisation=codes[-1],
        on=day,
        conditions=found,
        position=_position(known_at, position),
        rulebook=law.versions[0],
        calendar=law.versions[1],
    )


def _all(codes: Sequence[str], known_at: datetime | int | None) -> WorkingSet:
    found = (states(code, known_at=known_at) for code in codes)
    return WorkingSet({id: state for each in found for id, state in each.items()})


def _position(known_at: datetime | int | None, head: int) -> int:
    if known_at is None:
        return head
    return position_at(known_at) if isinstance(known_at, datetime) else min(known_at, head)


def _note(call: Call, lines: Iterable[Line], now: WorkingSet, position: int) -> None:
    """What was told of other departments' records and designations; of their own to clients too."""
    actor = call.actor
    if not (actor.client or actor.department):
        return
    foreign = (each for each in lines if actor.client or each.department != actor.department)
    note_told(call, dict.fromkeys(_versions(foreign, now)), position=position)


def _versions(lines: Iterable[Line], now: WorkingSet) -> Iterator[RecordVersion]:
    for line in lines:
        if line.about in ("record", "designation"):
            record = now.find(Record, line.id)
            version = record.version.number if record else 1
            yield RecordVersion(record=line.id, version=version)
