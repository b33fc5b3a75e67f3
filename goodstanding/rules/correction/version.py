"""The new version of a corrected record, with its period of publication as resolved values."""

from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from goodstanding.rules.acts.record import RecordCorrected
from goodstanding.rules.acts.values import Deadline, Publishing
from goodstanding.rules.commitment_row import says_broken
from goodstanding.rules.law import Law
from goodstanding.rules.publishing import Published, basis_readable, published
from goodstanding.rules.receiving import key_of
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, CommitmentFields
from goodstanding.rules.states import Record


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """From when to when a record is public, by when it had to be, and by which rule."""

    first_day: date | None
    last_day: date | None
    due: Deadline | None
    publishing: Publishing | None


def period_after(
    record: Record, row: Accepted, held: Accepted | None, *, law: Law, on: date
) -> Period:
    """The period of the corrected record: recounted only where what it rests on has changed.

    What was pinned at entry holds otherwise: a correction of a number alone is no occasion to apply
    a later rule. ``held``: the record as it was, none where that cannot be read any more.
    """
    found = published(row, law=law, department=record.department, on=on)
    moved = held is None or held.decided_on != row.decided_on
    if not moved and held is not None and _same(held, found, record, law, on):
        return Period(
            first_day=record.public_from,
            last_day=record.public_until,
            due=record.publication,
            publishing=pinned(record),
        )
    first = record.public_from or on
    return Period(
        first_day=first if found.last_day else None,
        last_day=found.last_day,
        due=None if record.first_import else found.due,
        publishing=found.publishing,
    )


def pinned(record: Record) -> Publishing | None:
    """The rule a record is public by, none where no act named one."""
    return None if record.publishing is UNSET else record.publishing


def _same(held: Accepted, found: Published, record: Record, law: Law, on: date) -> bool:
    """Whether what was held would be published as the corrected row is."""
    return published(held, law=law, department=record.department, on=on) == found


def new_version(record: Record, row: Accepted, period: Period, *, on: date) -> RecordCorrected:
    """The act that replaces the record's values."""
    return RecordCorrected(
        document=row.document,
        decided_on=row.decided_on,
        authority=row.fields.authority,
        natural_key=key_of(row),
        basis_readable=basis_readable(row),
        digest=digest(row),
        public_from=period.first_day,
        public_until=period.last_day,
        publication=period.due,
        publishing=period.publishing,
        copies_until=copies_until(record, period.last_day, on=on),
        adverse=_turned(record, row),
    )


def _turned(record: Record, row: Accepted) -> bool | UnsetType:
    """Whether a commitment speaks against its organisation now, where it did not or did before."""
    if not isinstance(row.fields, CommitmentFields) or says_broken(row) == record.adverse:
        return UNSET
    return says_broken(row)


def copies_until(record: Record, last_day: date | None, *, on: date) -> date | None:
    """The last day copies of the record were told, if it is public today and is no more by this."""
    before = record.public_until
    was_public = record.public_from is not None and before is not None and on <= before
    still = last_day is not None and on <= last_day
    return before if was_public and not still else None
