"""The outcome of an objection puts document and day right; everything else of the record stays."""

from collections.abc import Mapping
from datetime import date

from goodstanding.rules.acts.envelope import Content
from goodstanding.rules.acts.record import RecordCorrected
from goodstanding.rules.cell_values import comparable
from goodstanding.rules.correction.correct import Before, HolderOf, key_refusals
from goodstanding.rules.correction.refusals import AnotherRecordHasIt
from goodstanding.rules.correction.restate import as_held, held_cells
from goodstanding.rules.correction.version import new_version, period_after, pinned
from goodstanding.rules.errors import require_none
from goodstanding.rules.law import Law
from goodstanding.rules.receiving import SEPARATOR
from goodstanding.rules.record_cells import SOURCES, content_of
from goodstanding.rules.states import Record

Made = tuple[RecordCorrected, Content]


def correction_on_objection(
    before: Before,
    *,
    document: str | None,
    decided_on: date | None,
    holder_of: HolderOf,
    law: Law,
    on: date,
) -> Made | None:
    """The new version with the right document and day, and its content; none where neither is given.

    Where the whole row is held it is counted anew like any correction. Where it is not, because it
    was entered before rows were kept whole, the outcome does not wait for the missing cells.
    """
    if document is None and decided_on is None:
        return None
    record = before.record
    right = {"document": document, "decided_on": decided_on.isoformat() if decided_on else None}
    held = held_cells(record, before.content, name=before.name)
    row = as_held(record, {**held, **_cells(record, right)}, law=law, on=on)
    if row is None:
        return _bare(before, document, decided_on, holder_of)
    require_none(key_refusals(record, row, holder_of))
    period = period_after(record, row, as_held(record, held, law=law, on=on), law=law, on=on)
    return new_version(record, row, period, on=on), content_of(row)


def _cells(record: Record, values: Mapping[str, str | None]) -> dict[str, str]:
    names = SOURCES.get(record.record_kind, {})
    return {code: text for code, name in names.items() if (text := values.get(name))}


def _bare(
    before: Before, document: str | None, decided_on: date | None, holder_of: HolderOf
) -> Made:
    record = before.record
    parts = record.natural_key.split(SEPARATOR)
    parts[1:2] = [comparable(document)] if document and len(parts) > 1 else parts[1:2]
    key = SEPARATOR.join(parts)
    holder = holder_of(key)
    require_none([AnotherRecordHasIt(record=holder)] if holder not in (None, record.id) else [])
    effect = RecordCorrected(
        document=document or record.document,
        decided_on=decided_on or record.decided_on,
        authority=record.authority,
        natural_key=key,
        basis_readable=record.basis_readable,
        digest=f"{record.version.digest}+{len(record.versions)}",
        public_from=record.public_from,
        public_until=record.public_until,
        publication=record.publication,
        publishing=pinned(record),
    )
    return effect, before.content
