"""A record is corrected: every obstacle at once, or the new version with what follows from it."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from goodstanding.rules import text_reading
from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.acts.record import RecordCorrected
from goodstanding.rules.acts.values import Learned
from goodstanding.rules.correction.learned import day_refusals, learned
from goodstanding.rules.correction.refusals import (
    AnotherRecordHasIt,
    CorrectedMeanwhile,
    CorrectionReasonMissing,
    CorrectionTooLate,
    NothingCorrected,
)
from goodstanding.rules.correction.restate import as_held, by_code, held_cells, judged
from goodstanding.rules.correction.version import Period, new_version, period_after
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.receiving import RowProblem, key_of
from goodstanding.rules.record_cells import content_of
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Quarantined, Rejected, Verdict
from goodstanding.rules.states import Record

#: The id of the standing record that has a natural key, or none.
HolderOf = Callable[[str], str | None]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """The right values by field code or printed header, and the public reason.

    ``version``: the one that was read, if that is to be compared; ``learned_on``: the day the
    department learned of it, if it says so.
    """

    values: Mapping[str, str]
    reasons: str
    version: int | None = None
    learned_on: date | None = None


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """The record as it stands: its state, the content of its version, the organisation's name."""

    record: Record
    content: Content
    name: str


def correct(
    before: Before,
    correction: Correction,
    *,
    holder_of: HolderOf,
    hindering: list[Refusal],
    law: Law,
    on: date,
) -> list[Decided]:
    """The new version of the record, by the rules of intake of today.

    Values not named stay. Designations that rest on the record keep what they pinned. ``hindering``:
    what stands against this person (`own_entry_refusals`). Raises `Refused` with everything.
    """
    record = before.record
    changed, found = by_code(record, correction.values)
    cells = held_cells(record, before.content, name=before.name)
    verdict = judged(record, {**cells, **changed}, law=law, on=on)
    require_none(
        [
            *hindering,
            *stage_refusals(record),
            *day_refusals(record, correction.learned_on, on=on),
            *_meanwhile(record, correction.version),
            *([] if correction.reasons.strip() else [CorrectionReasonMissing()]),
            *found,
            *_value_refusals(record, verdict, holder_of),
        ]
    )
    assert isinstance(verdict, Accepted)
    known = learned(record, correction.learned_on, law)
    period = period_after(record, verdict, as_held(record, cells, law=law, on=on), law=law, on=on)
    return [
        _act(record, verdict, period, correction.reasons, on, known),
        *text_reading.held_after(record, verdict, before.content, on=on),
    ]


def stage_refusals(record: Record) -> list[Refusal]:
    """What was taken back is not corrected; a record past its last public day still is."""
    gone = record.withdrawn
    return [CorrectionTooLate(withdrawn_on=gone.on)] if gone else []


def _meanwhile(record: Record, read: int | None) -> list[Refusal]:
    holds = record.version.number
    return [] if read in (None, holds) else [CorrectedMeanwhile(version=holds)]


def _value_refusals(record: Record, verdict: Verdict | None, holder_of: HolderOf) -> list[Refusal]:
    match verdict:
        case Quarantined(problem=problem):
            return [RowProblem.of(problem)]
        case Rejected(problems=problems):
            return [RowProblem.of(problem) for problem in problems]
        case Accepted() as row:
            same = digest(row) == record.version.digest and row.document == record.document
            return [*([NothingCorrected()] if same else []), *key_refusals(record, row, holder_of)]
        case _:
            return [NothingCorrected()]


def key_refusals(record: Record, row: Accepted, holder_of: HolderOf) -> list[Refusal]:
    """Another standing record must not have the authority and document of the corrected one."""
    holder = holder_of(key_of(row))
    return [AnotherRecordHasIt(record=holder)] if holder not in (None, record.id) else []


def _act(
    record: Record,
    row: Accepted,
    period: Period,
    reasons: str,
    on: date,
    known: Learned | msgspec.UnsetType,
) -> Decided:
    effect: RecordCorrected = replace(new_version(record, row, period, on=on), learned=known)
    return Decided(
        stream=record.organisation,
        aggregate=record.id,
        effective_on=on,
        effect=effect,
        content={**content_of(row), "reasons": reasons.strip()},
    )
