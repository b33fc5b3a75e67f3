"""A listing decided elsewhere has effect here only once a second officer confirmed it."""

from datetime import date

import msgspec

from goodstanding.rules.acts.designation import DesignationTranscribed
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.designation.lines import lines, pairing_refusals
from goodstanding.rules.designation.propose import competence_refusals, ended, record_refusals
from goodstanding.rules.designation.refusals import (
    CaseAlreadyOpen,
    EndIsPast,
    LastDayTooLate,
    NotATranscription,
)
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.measure.tasks import task_measures
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.proceeding.masks import decision_refusals
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet


class Confirmation(msgspec.Struct, frozen=True, kw_only=True):
    """What the second officer confirms: the ground it stands on and its last day."""

    id: str
    ground: str
    department: str
    last_day: date | None = None


def confirm(
    record: Record, confirmation: Confirmation, *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The designation *decided elsewhere* opens with the ground's measures, from today on."""
    ground = law.rulebook.ground(confirmation.ground)
    longest = last_day_of(record.decided_on, months=ground.term.max_months)
    last_day = confirmation.last_day or last_day_of(record.decided_on, months=ground.term.months)
    paired = lines(ground.id, on=on, law=law, records=[record])
    require_none(
        [
            *_refusals(record, confirmation, work, elsewhere=ground.decided_elsewhere),
            *ended(work, record.organisation, on=on),
            *competence_refusals(ground.id, confirmation.department, on=on, law=law),
            *record_refusals(record, ground),
            *decision_refusals([record], work, on),
            *pairing_refusals(ground.id, paired, None, on=on),
            *_too_late(last_day, longest),
            *([EndIsPast(last_day=last_day)] if last_day < on else []),
        ]
    )
    effect = DesignationTranscribed(
        department=confirmation.department,
        record=record.id,
        ground=ground.id,
        field=ground.field,
        sense=ground.sense,
        authority=record.authority,
        document=record.document,
        decided_on=record.decided_on,
        first_day=on,
        last_day=last_day,
        measures=paired,
        doubtful=not record.basis_readable,
    )
    opened = Decided(
        stream=record.organisation, aggregate=confirmation.id, effective_on=on, effect=effect
    )
    return [opened, *task_measures(opened, effect, work=work, law=law, on=on)]


def _too_late(last_day: date, latest: date) -> list[Refusal]:
    return [LastDayTooLate(last_day=last_day, latest=latest)] if last_day > latest else []


def _refusals(
    record: Record, confirmation: Confirmation, work: WorkingSet, *, elsewhere: bool
) -> list[Refusal]:
    found: list[Refusal] = []
    if not (record.transcribed and elsewhere):
        found.append(NotATranscription(record=record.id))
    found += [
        CaseAlreadyOpen(designation=each.id)
        for each in work.designations_on(record.id)
        if each.is_open
    ]
    return found
