"""What is in force about an organisation on a day, each effect with all it rests on."""

from datetime import date
from enum import StrEnum

import msgspec

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.designation.ending import would_end
from goodstanding.rules.proceeding.shielding import cited
from goodstanding.rules.states import Designation, Measure, Record, Resting
from goodstanding.rules.sunset import carried_until
from goodstanding.rules.working_set import WorkingSet


class Force(StrEnum):
    """How an effect stands on a day."""

    IN_FORCE = "in-force"
    STAYED = "stayed"
    DOUBTFUL = "doubtful"


class RecordVersion(msgspec.Struct, frozen=True, kw_only=True):
    """A record an effect rests on, in the version that holds."""

    record: str
    version: int


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """The decision behind an effect."""

    designation: str
    authority: str
    document: str
    decided_on: date
    elsewhere: bool


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """One measure on one designation, on one day; ``last_day`` is the earliest of all that end it.

    ``of``: the predecessor it is about, where that is another than was asked for; ``doubt``: then
    ``merger`` or ``division``, why an officer looks at it; ``shield``: the ruling of a bankruptcy court
    by which the organisation is shielded on that day; ``condition``: the standing condition that is
    met that day, where no decision stands behind it: ground and designation are empty then.
    """

    measure: str
    department: str
    procedures: tuple[str, ...]
    sense: str
    ground: str
    force: Force
    first_day: date
    last_day: date
    decision: Decision
    basis: tuple[Basis, ...]
    records: tuple[RecordVersion, ...]
    stay_exempt: Basis | None
    of: str = ""
    doubt: str = ""
    shield: str = ""
    condition: str = ""


def effects(work: WorkingSet, *, on: date, rulebook: Rulebook) -> list[Effect]:
    """Every effect on ``on``: in force, stayed, or doubtful; nothing past its last day.

    A measure the department answered *not applied* has none. A basis, measure or pairing that has
    ended ends the effect, without any act.
    """
    shield = cited(work, on)
    found = [
        _effect(measure, resting, work, on, rulebook, shield)
        for measure in work.all(Measure)
        if measure.answer != "not_applied"
        for resting in measure.rests_on
        if resting.span.base(on) and stands(work.one(Designation, resting.designation), work, on=on)
    ]
    return sorted(
        (effect for effect in found if on <= effect.last_day),
        key=lambda effect: (effect.measure, effect.department, effect.decision.designation),
    )


def _effect(
    measure: Measure,
    resting: Resting,
    work: WorkingSet,
    on: date,
    rulebook: Rulebook,
    shield: str,
) -> Effect:
    case = work.one(Designation, resting.designation)
    ends = carried_until(rulebook, resting.ground, measure.measure, resting.span.first_day)
    return Effect(
        measure=measure.measure,
        department=measure.department,
        procedures=measure.procedures,
        sense=measure.sense,
        ground=resting.ground,
        force=_force(case, resting, on),
        first_day=resting.span.first_day,
        last_day=min(filter(None, (resting.span.last_day, ends))),
        decision=_decision(case),
        basis=resting.basis,
        records=versions(_standing(work.records(case.records), on)),
        stay_exempt=measure.stay_exempt,
        shield=shield if measure.sense == "burden" else "",
    )


def was_wrong(case: Designation, work: WorkingSet) -> bool:
    """True if the designation rested on what proved wrong: then it never had any effect.

    Also where it had already been ended from a later day, for another reason.
    """
    wrong = [r.id for r in work.records(case.records) if r.withdrawn and r.withdrawn.as_wrong]
    return would_end(case, fallen=frozenset(wrong))


def stands(case: Designation, work: WorkingSet, *, on: date) -> bool:
    """True if what the designation rests on carries it on that day.

    Besides what `was_wrong`: a day on which one record was repaired and the other proved wrong.
    """
    records = work.records(case.records)
    fallen = frozenset(r.id for r in records) - {r.id for r in _standing(records, on)}
    return not would_end(case, fallen=fallen)


def _standing(records: list[Record], on: date) -> list[Record]:
    """What was taken back carries nothing any more, though another record alone may suffice."""
    standing = (r for r in records if r.withdrawn is None or not r.withdrawn.bites(on))
    return [each for each in standing if not each.lapsed(on)]


def _force(case: Designation, resting: Resting, on: date) -> Force:
    if case.doubtful:
        return Force.DOUBTFUL
    return Force.STAYED if resting.span.stayed(on) else Force.IN_FORCE


def _decision(case: Designation) -> Decision:
    assert case.decided_on is not None
    return Decision(
        designation=case.id,
        authority=case.authority,
        document=case.document,
        decided_on=case.decided_on,
        elsewhere=case.elsewhere,
    )


def versions(records: list[Record]) -> tuple[RecordVersion, ...]:
    """The records as versions, for receipts and the disclosure ledger."""
    return tuple(RecordVersion(record=each.id, version=each.version.number) for each in records)
