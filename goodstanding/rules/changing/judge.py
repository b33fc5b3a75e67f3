"""Judging a row that changes a record: what it would do, or everything that keeps it from it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

import msgspec

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.cell_values import read_date
from goodstanding.rules.changing.columns import (
    AUTHORITY,
    CORRECTION,
    LEARNED,
    NO,
    REASON,
    RECORD,
    REFUTED,
    REPAIRED,
    RESULT,
    RESULT_ON,
    WRONG,
    YES,
)
from goodstanding.rules.changing.refusals import (
    RecordAmbiguous,
    RecordNamedTwice,
    RecordNotFound,
    RecordNotNamed,
    WithdrawnOtherwise,
    WrongNotSaid,
)
from goodstanding.rules.changing.results import result_of
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.changing.sorting import Asked
from goodstanding.rules.correction.correct import Before, Correction, correct
from goodstanding.rules.correction.history import Changed, differing, names_of, values_after
from goodstanding.rules.correction.learned import day_refusals
from goodstanding.rules.correction.refusals import CorrectionReasonMissing, NothingCorrected
from goodstanding.rules.correction.restate import by_code
from goodstanding.rules.errors import Refusal, Refused, refuse, require_none
from goodstanding.rules.judging import Duplicate
from goodstanding.rules.law import Law
from goodstanding.rules.masking import mask
from goodstanding.rules.policy import OtherDepartment
from goodstanding.rules.receiving import SEPARATOR, RowProblem
from goodstanding.rules.record_types import Problem, Quarantined, Rejected
from goodstanding.rules.refuting.judge import changed, read, registrar_refusals, wanted
from goodstanding.rules.refuting.refute import Known
from goodstanding.rules.registration import KIND as REGISTRATION
from goodstanding.rules.repair.receive import Result, against, refused, told_before
from goodstanding.rules.repair.refusals import RepairedBeforeDecision
from goodstanding.rules.row_guard import identity_number
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet

Judgement = ChangeRow | Duplicate | Rejected | Quarantined


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A record as the register has it, how many cases rest on it, and whether strangers see it."""

    before: Before
    cases: int
    public: bool


class Register(Protocol):
    """What judging asks of the register; everything is read before, many rows at once."""

    def by_id(self, record: str) -> Held | None:
        """The record of that id."""

    def by_keys(self, keys: list[str]) -> list[Held]:
        """The records with one of these natural keys; of one key that which stands, else the last."""

    def by_document(self, code: str, document: str) -> list[Held]:
        """The records about an organisation with a document number, whoever decided."""

    def around(self, record: Record) -> WorkingSet:
        """Everything held about the organisation of a record."""

    def organisations(self, codes: Iterable[str]) -> Known:
        """The organisations of these codes that the register has met."""

    def holder_of(self, key: str) -> str | None:
        """The id of the standing record with a natural key."""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """For whom, under which law, on which day rows are judged.

    ``everywhere``: the rows may be about records of every department.
    """

    kind: str
    department: str
    register: Register
    law: Law
    on: date
    everywhere: bool = False


def judge_change(row: Asked, setting: Setting) -> Judgement | None:
    """The verdict on one row; none for an empty one."""
    if row.empty:
        return None
    if (person := guarded(row)) is not None:
        return Quarantined(row=row.row, problem=person)
    try:
        if setting.kind == REFUTED:
            return _refuted(row, setting)
        held = _record(row, setting)
        return _judged(row, held, setting)
    except Refused as why:
        return rejected(row.row, echo(row), problems(why, row.headers))


def _judged(row: Asked, held: Held, setting: Setting) -> ChangeRow | Duplicate:
    if setting.kind == CORRECTION:
        return _corrected(row, held, setting)
    return (
        _repaired(row, held, setting) if setting.kind == REPAIRED else _gone(row, held, setting.on)
    )


def guarded(row: Asked) -> Problem | None:
    """The identity number that stands somewhere in the row, if one does."""
    authority = {k: v for k, v in row.own.items() if k == AUTHORITY}
    texts = {k: v for k, v in row.own.items() if k != AUTHORITY}
    coded = {code: row.values[h] for code, h in row.headers.items() if h in row.values}
    rest = identity_number({**texts, **coded}, row.strangers, headers=row.headers)
    return rest or identity_number(authority, {}, headers=row.headers)


def rejected(row: int, cells: dict[str, str], found: list[Problem]) -> Rejected:
    """The row as its sender has to mend it."""
    return Rejected(row=row, problems=tuple(found), echo=cells)


def problems(why: Refused, headers: Mapping[str, str]) -> list[Problem]:
    """Refusals as problems of a row, at the sender's own headers."""
    found = []
    for each in why.refusals:
        if isinstance(each, RowProblem) and each.problem:
            column = headers.get(each.problem.column, each.problem.column)
            found.append(msgspec.structs.replace(each.problem, column=column))
        else:
            found.append(Problem.of(each, column=str(each.fields.get("column", ""))))
    return found


def echo(row: Asked) -> dict[str, str]:
    """The cells that may be shown back, by the sender's headers."""
    own = {row.headers[code]: text for code, text in row.own.items()}
    return {header: mask(text) for header, text in {**own, **row.values}.items()}


def require_readable(row: Asked) -> None:
    """Refuses a row some cell of which cannot be read."""
    if row.flaws:
        flawed = ((h, flaw) for h, flaw in row.flaws.items())
        raise Refused([RowProblem.of(Problem.of(flaw, column=h)) for h, flaw in flawed])


def _record(row: Asked, setting: Setting) -> Held:
    """The one record the row names, of the sender's department; refuses with what is wrong."""
    require_readable(row)
    alone = row.by_document if setting.kind == REPAIRED else None
    if not (row.own.get(RECORD) or row.named or alone):
        refuse(RecordNotNamed())
    found = _named(row, setting.register) or (setting.register.by_document(*alone) if alone else [])
    if len(found) > 1:
        refuse(RecordAmbiguous())
    owner = found[0].before.record.department if found else ""
    if found and setting.everywhere:
        return found[0]
    if not found or (owner != setting.department and not found[0].public):
        refuse(RecordNotFound())
    if owner != setting.department:
        refuse(OtherDepartment(department=owner))
    return found[0]


def _named(row: Asked, register: Register) -> list[Held]:
    by_keys = register.by_keys(row.keys())
    if id := row.own.get(RECORD):
        named = register.by_id(id)
        if named and row.named and all(each.before.record.id != id for each in by_keys):
            refuse(RecordNamedTwice())
        return [named] if named else []
    # Sent again after it was done, the row names the record by the number that was wrong.
    return by_keys or [each for each in register.by_keys(row.keys_after()) if _repeats(row, each)]


def _repeats(row: Asked, held: Held) -> bool:
    return len(held.before.record.versions) > 1


def _corrected(row: Asked, held: Held, setting: Setting) -> ChangeRow | Duplicate:
    before, reasons = held.before, row.own.get(REASON, "")
    day = _learned_on(row)
    try:
        made = correct(
            before,
            Correction(values=row.values, reasons=reasons, learned_on=day),
            holder_of=setting.register.holder_of,
            hindering=[],
            law=setting.law,
            on=setting.on,
        )
    except Refused as why:
        again = why.refusals == (NothingCorrected(),) and _repeats(row, held) and row.values
        if again:
            return Duplicate(row=row.row, of_row=None)
        raise
    values, _ = by_code(before.record, row.values)
    changed = _difference(before, made)
    return _change(row, held, kind=setting.kind, values=values, changed=changed, learned_on=day)


def _learned_on(row: Asked) -> date | None:
    text = row.own.get(LEARNED, "")
    day = read_date(text) if text else None
    if isinstance(day, Refusal):
        raise Refused([RowProblem.of(Problem.of(day, column=row.headers[LEARNED]))])
    return day


def _difference(before: Before, made: Sequence[Decided]) -> tuple[Changed, ...]:
    record = before.record
    held = {
        **before.content,
        "document": record.document,
        "decided_on": record.decided_on.isoformat(),
        "authority": record.authority,
        "authority_code": record.natural_key.split(SEPARATOR)[0],
    }
    return differing(names_of(record.record_kind), held, values_after(made[0], held))


def _gone(row: Asked, held: Held, on: date) -> ChangeRow | Duplicate:
    day = _learned_on(row)
    said, reasons = row.own.get(WRONG, ""), row.own.get(REASON, "")
    found: list[Refusal] = [] if said in (YES, NO) else [WrongNotSaid()]
    found += [] if reasons else [CorrectionReasonMissing()]
    gone = held.before.record.withdrawn
    if gone and not found and gone.as_wrong == (said == YES):
        return Duplicate(row=row.row, of_row=None)
    found += [WithdrawnOtherwise(withdrawn_on=gone.on)] if gone else []
    found += day_refusals(held.before.record, day, on=on)
    if found:
        raise Refused(found)
    return _change(row, held, kind="withdrawal", as_wrong=said == YES, learned_on=day)


def _repaired(row: Asked, held: Held, setting: Setting) -> ChangeRow | Duplicate:
    result = result_of(row.own, row.headers, today=setting.on)
    record, work = held.before.record, setting.register.around(held.before.record)
    if told_before(record, result, work):
        return Duplicate(row=row.row, of_row=None)
    found = refused(record, result, work=work, law=setting.law, on=setting.on)
    if found:
        raise Refused([_placed(each, row) for each in found])
    said = against(record, result, work=work, law=setting.law)
    remarks = tuple(Problem.of(each, column=row.headers[RESULT]) for each in said)
    return _change(row, held, kind=setting.kind, result=result, remarks=remarks)


def _placed(refusal: Refusal, row: Asked) -> Refusal:
    if not isinstance(refusal, RepairedBeforeDecision):
        return refusal
    return RowProblem.of(Problem.of(refusal, column=row.headers[RESULT_ON]))


def _refuted(row: Asked, setting: Setting) -> ChangeRow | Duplicate:
    require_readable(row)
    said, code = read(row.own, row.headers)
    require_none(registrar_refusals(code, setting.department, setting.law))
    about = wanted(said, code, setting.register.organisations, on=setting.on)
    if about is None:
        return Duplicate(row=row.row, of_row=None)
    return ChangeRow(
        row=row.row,
        kind=setting.kind,
        record=code,
        record_kind=REGISTRATION,
        organisation=code,
        name=about.name,
        document="",
        entered_by="",
        version=0,
        reasons=row.own[REASON],
        changed=(changed(said),),
        refutes=said,
        echo=echo(row),
    )


def _change(
    row: Asked,
    held: Held,
    *,
    kind: str,
    values: dict[str, str] | None = None,
    changed: tuple[Changed, ...] = (),
    as_wrong: bool = False,
    result: Result | None = None,
    remarks: tuple[Problem, ...] = (),
    learned_on: date | None = None,
) -> ChangeRow:
    record = held.before.record
    return ChangeRow(
        row=row.row,
        kind=kind,
        record=record.id,
        record_kind=record.record_kind,
        organisation=record.organisation,
        name=held.before.name,
        document=record.document,
        entered_by=record.entered_by,
        version=record.version.number,
        reasons=row.own.get(REASON, ""),
        values=values or {},
        as_wrong=as_wrong,
        changed=changed,
        cases=held.cases,
        result=result,
        remarks=remarks,
        learned_on=learned_on,
        echo=echo(row),
    )
