"""The fold, told for one day: everything the register holds and what of it has effect."""

from datetime import date

import msgspec

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.effects import Effect, effects, stands, was_wrong
from goodstanding.rules.proceeding.shielding import cited
from goodstanding.rules.removal.gone import Gone
from goodstanding.rules.states import Designation, Organisation, Record, Stay
from goodstanding.rules.working_set import WorkingSet

_EFFECTIVE = ("in-force", "stayed")


class RecordStanding(msgspec.Struct, frozen=True, kw_only=True):
    """A record on a day: ``held``, ``disputed``, ``repaired`` or ``withdrawn``.

    ``content_removed``: what is known now, whatever the day asked about.
    """

    id: str
    record_kind: str
    department: str
    document: str
    decided_on: date
    version: int
    state: str
    public_until: date | None
    withdrawn_on: date | None
    content_removed: Gone | None = None


class DesignationStanding(msgspec.Struct, frozen=True, kw_only=True):
    """A designation on a day: its stage, or ``in-force``, ``stayed``, ``over``, ``ended``."""

    id: str
    ground: str
    department: str
    authority: str
    document: str
    records: tuple[str, ...]
    state: str
    first_day: date | None
    last_day: date | None
    stays: tuple[Stay, ...]
    elsewhere: bool
    content_removed: Gone | None = None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What the register answers about an organisation for a day; ``shield``: as in `Effect`."""

    organisation: str
    name: str
    known: bool
    on: date
    records: tuple[RecordStanding, ...]
    designations: tuple[DesignationStanding, ...]
    effects: tuple[Effect, ...]
    shield: str = ""


def standing(work: WorkingSet, *, organisation: str, on: date, rulebook: Rulebook) -> Standing:
    """Everything held about an organisation on ``on``, as far as ``work`` knows it."""
    met = work.find(Organisation, organisation)
    records = sorted(work.all(Record), key=lambda each: (each.decided_on, each.id))
    cases = sorted(work.all(Designation), key=lambda each: (each.opened_at, each.id))
    return Standing(
        organisation=organisation,
        name=met.name if met else "",
        known=met is not None,
        on=on,
        records=tuple(_record(each, on) for each in records if each.decided_on <= on),
        designations=tuple(_designation(each, work, on) for each in cases if each.opened_on <= on),
        effects=tuple(effects(work, on=on, rulebook=rulebook)),
        shield=cited(work, on),
    )


def _record(record: Record, on: date) -> RecordStanding:
    return RecordStanding(
        id=record.id,
        record_kind=record.record_kind,
        department=record.department,
        document=record.document,
        decided_on=record.decided_on,
        version=record.version.number,
        state=record_state(record, on=on),
        public_until=record.public_until,
        withdrawn_on=record.withdrawn.on if record.withdrawn else None,
    )


def record_state(record: Record, *, on: date) -> str:
    """``withdrawn`` from the start where it was wrong, else from its day; then repaired, disputed."""
    if record.withdrawn is not None and record.withdrawn.bites(on):
        return "withdrawn"
    if record.lapsed(on):
        return "repaired"
    return "disputed" if record.marks else "held"


def _designation(case: Designation, work: WorkingSet, on: date) -> DesignationStanding:
    return DesignationStanding(
        id=case.id,
        ground=case.ground,
        department=case.department,
        authority=case.authority,
        document=case.document,
        records=case.records,
        state=_state(case, work, on),
        first_day=case.span.first_day if case.span else None,
        last_day=case.span.last_day if case.span else None,
        stays=case.span.stays if case.span else (),
        elsewhere=case.elsewhere,
    )


def _state(case: Designation, work: WorkingSet, on: date) -> str:
    """``ended`` also on the days on which what it rests on carried nothing."""
    state = designation_state(case, on=on)
    fallen = was_wrong(case, work) or (state in _EFFECTIVE and not stands(case, work, on=on))
    return "ended" if case.span and fallen else state


def designation_state(case: Designation, *, on: date) -> str:
    """The stage before a decision; after it what its dates say, never a stored flag."""
    span = case.span
    if span is None:
        return str(case.stage)
    if span.ending is not None and span.ending.bites(on):
        return "ended"
    if not span.base(on):
        return "over" if on > span.last_day else "to-come"
    return "stayed" if span.stayed(on) else "in-force"
