"""The new version of a corrected record, with its period of publication as resolved values."""

from datetime import date

import msgspec

from goodstanding.rules.acts.record import RecordCorrected
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.law import Law
from goodstanding.rules.publishing import basis_readable, public_until, publication_of
from goodstanding.rules.receiving import key_of
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted
from goodstanding.rules.states import Record


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """From when to when a record is public, and by when it had to be; all none if it is not."""

    first_day: date | None
    last_day: date | None
    due: Deadline | None


def period_after(
    record: Record, row: Accepted, held: Accepted | None, *, law: Law, on: date
) -> Period:
    """The period of the corrected record: recounted only where what it rests on has changed.

    What was pinned at entry holds otherwise: a correction of a number alone is no occasion to apply
    a later rule. ``held``: the record as it was, none where that cannot be read any more.
    """
    kind = law.rulebook.kind(record.record_kind)
    last = public_until(row, kind, law)
    moved = held is None or held.decided_on != row.decided_on
    if not moved and held is not None and public_until(held, kind, law) == last:
        return Period(
            first_day=record.public_from, last_day=record.public_until, due=record.publication
        )
    if last is None:
        return Period(first_day=None, last_day=None, due=None)
    return Period(
        first_day=record.public_from or on, last_day=last, due=publication_of(row, kind, law)
    )


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
        copies_until=copies_until(record, period.last_day, on=on),
    )


def copies_until(record: Record, last_day: date | None, *, on: date) -> date | None:
    """The last day copies of the record were told, if it is public today and is no more by this."""
    before = record.public_until
    was_public = record.public_from is not None and before is not None and on <= before
    still = last_day is not None and on <= last_day
    return before if was_public and not still else None
