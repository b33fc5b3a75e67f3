"""From when a source department knew that a record is wrong, and by when it is put right.

Two rules count: the law's days for taking a changed or annulled penalty from the public
(`publicity-withdrawal`), and the days for any correction (`correction`). Where a city's rules name
neither, the day is kept and nobody is late.
"""

from datetime import date

from msgspec import UNSET, UnsetType

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.record import RecordErrorDismissed, RecordErrorNoted
from goodstanding.rules.acts.values import Deadline, Learned
from goodstanding.rules.correction.refusals import (
    CorrectionTooLate,
    ErrorNotedBefore,
    LearnedBeforeDecision,
    LearnedInFuture,
    NoErrorNoted,
    ThroughUnknown,
    WhyRightMissing,
)
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.states import KnownError, Record

#: How a department comes to know it.
THROUGH = ("own-check", "organisation", "objection", "authority", "court")
CORRECTION_TERM, PENALTY_TERM = "correction", "publicity-withdrawal"


def due_of(record: Record, learned_on: date, law: Law) -> Deadline | None:
    """The last working day to put a record right; none where no rule of the day counts it."""
    rules = (
        (PENALTY_TERM, CORRECTION_TERM) if record.record_kind == "penalty" else (CORRECTION_TERM,)
    )
    known = law.rulebook.parameters
    counted = [
        each for each in rules if each in known and known[each].values[0].since <= learned_on
    ]
    return law.deadline(counted[0], start=learned_on) if counted else None


def learned(record: Record, learned_on: date | None, law: Law) -> Learned | UnsetType:
    """What the act that puts a record right says of the day; the day noted before holds."""
    if learned_on is None or open_error(record):
        return UNSET
    return Learned(on=learned_on, due=due_of(record, learned_on, law))


def open_error(record: Record) -> KnownError | None:
    """What is known to be wrong and was neither put right nor found right."""
    errors = record.errors or ()
    return errors[-1] if errors and errors[-1].ended_on is None else None


def day_refusals(record: Record, learned_on: date | None, *, on: date) -> list[Refusal]:
    """What stands against the day a department says it learned."""
    if learned_on is None:
        return []
    if learned_on > on:
        return [LearnedInFuture(day=learned_on)]
    if learned_on < record.decided_on:
        return [LearnedBeforeDecision(day=learned_on, decided_on=record.decided_on)]
    return []


def note(
    record: Record, *, learned_on: date, through: str, text: str, law: Law, on: date
) -> list[Decided]:
    """The department learned that the record is wrong: the time to put it right runs.

    ``text``: what is wrong, for the department. Raises `Refused` with everything.
    """
    unknown = [] if through in THROUGH else [ThroughUnknown(through=through, known=THROUGH)]
    require_none([*note_refusals(record), *day_refusals(record, learned_on, on=on), *unknown])
    effect = RecordErrorNoted(
        learned_on=learned_on, through=through, due=due_of(record, learned_on, law)
    )
    return [_act(record, effect, on, {"text": text.strip()})]


def note_refusals(record: Record) -> list[Refusal]:
    """What stands against a note: the record is gone, or its error is known already."""
    if record.withdrawn is not None:
        return [CorrectionTooLate(withdrawn_on=record.withdrawn.on)]
    known = open_error(record)
    return [ErrorNotedBefore(learned_on=known.learned_on)] if known else []


def dismiss(record: Record, *, reasons: str, on: date) -> list[Decided]:
    """The record was right after all: the time ends, with reasons, by another person."""
    unsaid = [] if reasons.strip() else [WhyRightMissing()]
    require_none([*dismissal_refusals(record), *unsaid])
    return [_act(record, RecordErrorDismissed(), on, {"reasons": reasons.strip()})]


def dismissal_refusals(record: Record) -> list[Refusal]:
    """What stands against it: nothing is noted."""
    return [] if open_error(record) else [NoErrorNoted()]


def _act(
    record: Record,
    effect: RecordErrorNoted | RecordErrorDismissed,
    on: date,
    content: dict[str, str],
) -> Decided:
    return Decided(
        stream=record.organisation,
        aggregate=record.id,
        effective_on=on,
        effect=effect,
        content=content,
    )
