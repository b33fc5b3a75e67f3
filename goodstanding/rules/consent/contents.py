"""What some opened classes of data hold of an organisation on a day: only what has effect then."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts.consent import OpenedClass
from goodstanding.rules.commitment.state import KEPT
from goodstanding.rules.consent.state import Consent
from goodstanding.rules.publicity import Publicity, publicity
from goodstanding.rules.standing import DesignationStanding, RecordStanding, Standing
from goodstanding.rules.states import Commitment, Designation, Record
from goodstanding.rules.working_set import WorkingSet

#: Stages of a promise that say nothing against anybody; a notice is not a finding.
_GOOD = ("made", "notified", KEPT)
_FACTS = {"advantage": "advantages", "burden": "restrictions"}


class OpenRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record that consent opens. ``not_after``: copies are not used after it.

    ``state``: held or disputed; ``public``: strangers see it as well on the day.
    """

    id: str
    version: int
    record_kind: str
    department: str
    authority: str
    document: str
    decided_on: date
    state: str
    public: bool
    not_after: date


class OpenDesignation(msgspec.Struct, frozen=True, kw_only=True):
    """A designation that consent opens, in force or paused; ``records``: those of it that are told."""

    id: str
    ground: str
    sense: str
    department: str
    authority: str
    document: str
    first_day: date
    last_day: date
    state: str
    not_after: date


class OpenPromise(msgspec.Struct, frozen=True, kw_only=True):
    """A promise that consent opens: ``kept``, or made and not found to be otherwise."""

    id: str
    template: str
    department: str
    made_on: date
    due_on: date
    state: str
    not_after: date


class OpenClass(msgspec.Struct, frozen=True, kw_only=True):
    """One class of data with what it holds."""

    id: str
    records: tuple[OpenRecord, ...]
    designations: tuple[OpenDesignation, ...]
    promises: tuple[OpenPromise, ...]


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """What is opened: some classes of data, through a last day."""

    classes: tuple[OpenedClass, ...]
    last_day: date

    @classmethod
    def of(cls, consent: Consent, classes: Iterable[OpenedClass]) -> "Opening":
        """What a pull opens: some classes of a consent, through its last day."""
        return cls(classes=tuple(classes), last_day=consent.last_day)


def contents(opening: Opening, found: Standing, work: WorkingSet) -> tuple[OpenClass, ...]:
    """Each class with what it holds on the day of the standing.

    Nothing that was taken back, repaired or is over; of what is adverse nothing without a last day
    that is still to come; no designation that an officer has yet to make sure of, no promise that was
    found broken in whole or in part.

    Args:
        found: the fold for the day, of all codes the organisation bears or bore.
        work: the states it was told from.
    """
    on = found.on
    records = [each for each in found.records if each.state in ("held", "disputed")]
    cases = [each for each in found.designations if each.state in ("in-force", "stayed")]
    return tuple(
        OpenClass(
            id=each.id,
            records=_records(records, each, work, opening.last_day, on),
            designations=_designations(cases, each, work, opening.last_day),
            promises=_promises(work, each, opening.last_day, on),
        )
        for each in opening.classes
    )


def wants(classes: Iterable[OpenedClass], fact: str) -> bool:
    """Whether any of the classes has this fact, for instance the answer."""
    return any(fact in each.facts for each in classes)


def _records(
    found: Sequence[RecordStanding], opened: OpenedClass, work: WorkingSet, last: date, on: date
) -> tuple[OpenRecord, ...]:
    wanted = (each for each in found if each.record_kind in opened.records)
    states = ((each, work.find(Record, each.id)) for each in wanted)
    return tuple(
        _record(each, state, last, on)
        for each, state in states
        if state is not None and _has_effect(state, on)
    )


def _has_effect(record: Record, on: date) -> bool:
    """What has a last day is shared through it; what is adverse and has none is not shared at all."""
    if record.public_until is None:
        return not record.adverse
    return on <= record.public_until


def _record(told: RecordStanding, state: Record, last: date, on: date) -> OpenRecord:
    return OpenRecord(
        id=told.id,
        version=told.version,
        record_kind=told.record_kind,
        department=told.department,
        authority=state.authority,
        document=told.document,
        decided_on=told.decided_on,
        state=told.state,
        public=publicity(state, on=on) is Publicity.FULL,
        not_after=min(state.public_until or last, last),
    )


def _designations(
    found: Sequence[DesignationStanding], opened: OpenedClass, work: WorkingSet, last: date
) -> tuple[OpenDesignation, ...]:
    states = ((each, work.find(Designation, each.id)) for each in found)
    return tuple(
        _designation(each, state, last)
        for each, state in states
        if state is not None
        and not state.doubtful
        and _FACTS.get(state.sense) in opened.facts
        and each.first_day
        and each.last_day
    )


def _designation(told: DesignationStanding, state: Designation, last: date) -> OpenDesignation:
    assert told.first_day is not None
    assert told.last_day is not None
    return OpenDesignation(
        id=told.id,
        ground=told.ground,
        sense=state.sense,
        department=told.department,
        authority=told.authority,
        document=told.document,
        first_day=told.first_day,
        last_day=told.last_day,
        state=told.state,
        not_after=min(told.last_day, last),
    )


def _promises(
    work: WorkingSet, opened: OpenedClass, last: date, on: date
) -> tuple[OpenPromise, ...]:
    if "promises" not in opened.facts:
        return ()
    made = sorted(work.all(Commitment), key=lambda each: (each.made_on, each.id))
    return tuple(_promise(each, last) for each in made if _is_good(each, on))


def _is_good(promise: Commitment, on: date) -> bool:
    """Kept, or nothing found yet, on the days on which promises of its kind are shown."""
    return promise.made_on <= on <= promise.shown_until and promise.stage in _GOOD


def _promise(promise: Commitment, last: date) -> OpenPromise:
    return OpenPromise(
        id=promise.id,
        template=promise.template,
        department=promise.department,
        made_on=promise.made_on,
        due_on=promise.due_on,
        state=KEPT if promise.stage == KEPT else "made",
        not_after=min(promise.shown_until, last),
    )
