"""A record restated: its row as held, with the cells a correction changes, judged as at intake."""

from collections.abc import Mapping
from datetime import date

from goodstanding.rules.acts.envelope import Content
from goodstanding.rules.correction.refusals import NotCorrected
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.official_columns import COLUMNS, Column, column_of
from goodstanding.rules.receiving import SEPARATOR
from goodstanding.rules.record_cells import PARTY, SOURCES, as_cells
from goodstanding.rules.record_types import Accepted, Verdict
from goodstanding.rules.records import READERS, judge_row
from goodstanding.rules.states import Record


def correctable(kind: str) -> tuple[Column, ...]:
    """The columns a correction of a kind of record may change: all it keeps but whom it is about."""
    names = SOURCES.get(kind, {})
    mine = (column for column in COLUMNS.get(kind, ()) if column.code in names)
    return tuple(column for column in mine if names[column.code] not in PARTY)


def held_cells(record: Record, content: Content, *, name: str) -> dict[str, str]:
    """The record as the cells of its template, by field code.

    ``content``: of the version that holds; ``name``: of the organisation, where the row's own is
    not held. Records entered before rows were kept whole lack some cells; a correction gives them.
    """
    values = {
        "organisation_name": name,
        **content,
        "organisation_code": record.organisation,
        "document": record.document,
        "decided_on": record.decided_on.isoformat(),
        "authority": record.authority,
        "authority_code": record.natural_key.split(SEPARATOR)[0],
    }
    return as_cells(record.record_kind, values)


def by_code(record: Record, values: Mapping[str, str]) -> tuple[dict[str, str], list[Refusal]]:
    """Values by field code or printed header as cells by field code, and what is not corrected."""
    kind = record.record_kind
    open_to = {column.code for column in correctable(kind)}
    cells: dict[str, str] = {}
    found: list[Refusal] = []
    for header, text in values.items():
        column = column_of(header, kind=kind) if kind in COLUMNS else None
        if column is None or column.code not in open_to:
            found.append(NotCorrected(column=header))
        else:
            cells[column.code] = text.strip()
    return cells, found


def judged(record: Record, cells: Mapping[str, str], *, law: Law, on: date) -> Verdict | None:
    """The verdict on the row as it would be received today."""
    return judge_row(
        cells, kind=record.record_kind, row=record.row, rulebook=law.rulebook, today=on
    )


def as_held(record: Record, cells: Mapping[str, str], *, law: Law, on: date) -> Accepted | None:
    """The record as it is held now, as values; none where today's rules would not take it so."""
    if record.record_kind not in READERS:
        return None
    verdict = judged(record, cells, law=law, on=on)
    return verdict if isinstance(verdict, Accepted) else None
