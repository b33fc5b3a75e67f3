"""The row a record's state gives."""

from datetime import date

import msgspec
from msgspec import UNSET

from goodstanding.publication.notice_rows import NOTICES
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Record


class EntryRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """See `models.Entry`."""

    record: str
    organisation: str
    record_kind: str
    department: str
    authority: str
    document: str
    decided_on: date
    adverse: bool
    transcribed: bool
    basis_readable: bool
    public_from: date | None
    public_until: date | None
    publication_state: str
    publication_rule: str
    natural_key: str
    digest: str
    version: int
    content_position: int
    disputed: bool
    withdrawn_on: date | None
    as_wrong: bool
    withdrawn_position: int | None
    repaired_on: date | None
    entered_on: date
    entered_by: str
    batch: str
    row: int
    texts_held: str
    texts_withheld: bool
    first_import: bool


def _entry(state: Record) -> tuple[EntryRow, ...]:
    gone = state.withdrawn
    pinned = None if state.publishing is UNSET else state.publishing
    version = state.version
    row = EntryRow(
        record=state.id,
        organisation=state.organisation,
        record_kind=state.record_kind,
        department=state.department,
        authority=state.authority,
        document=state.document,
        decided_on=state.decided_on,
        adverse=state.adverse,
        transcribed=state.transcribed,
        basis_readable=state.basis_readable,
        public_from=state.public_from,
        public_until=state.public_until,
        publication_state=pinned.state if pinned else "",
        publication_rule=pinned.rule if pinned else "",
        natural_key=state.natural_key,
        digest=version.digest,
        version=version.number,
        content_position=version.position,
        disputed=bool(state.marks),
        withdrawn_on=gone.on if gone else None,
        as_wrong=gone.as_wrong if gone else False,
        withdrawn_position=gone.position if gone else None,
        repaired_on=state.repaired.first_day if state.repaired else None,
        entered_on=state.entered_on,
        entered_by=state.entered_by,
        batch=state.batch,
        row=state.row,
        texts_held=";".join(state.texts_held or ()),
        texts_withheld=bool(state.texts_withheld),
        first_import=bool(state.first_import),
    )
    return (row,)


SHELVES = (
    Shelf(state=Record, table="publication_entry", key=("record",), row=EntryRow, rows=_entry),
    *NOTICES,
)
