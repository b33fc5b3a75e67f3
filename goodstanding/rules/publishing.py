"""Whether a record is published, to which last day, and by when it must have been."""

from datetime import date

from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.catalogue.model import RecordKind
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.record_types import (
    Accepted,
    LicenceFields,
    ListingFields,
    PenaltyFields,
    RegistrationFields,
)

WARNING_ONLY = frozenset({"警告"})


def basis_readable(row: Accepted) -> bool:
    """Whether the basis could be read; a licence and a base registration cite none."""
    if isinstance(row.fields, LicenceFields | RegistrationFields):
        return True
    return row.fields.basis_readable


def public_until(row: Accepted, kind: RecordKind, law: Law) -> date | None:
    """The last day a record is public; none where it may not be published at all.

    A licence is public through the last day it states, whatever that is; one that states none by
    the kind's term. Everything else is counted from the decision, by the kind's term, and an
    earlier end in the row holds. A mere warning is not published (rule on the publicity of
    penalties, art. 2), nor a licence that its source calls invalid. A record whose basis cannot be
    read never goes straight to the public: it is public once an officer looked and corrected it.
    """
    if kind.transcribed or kind.publication_term is None or not _may_be_seen(row):
        return None
    months = law.value(kind.publication_term, row.decided_on)
    last = last_day_of(row.decided_on, months=months)
    stated = _stated_end(row)
    if isinstance(row.fields, LicenceFields):
        return stated or last
    return min(last, stated) if stated else last


def publication_of(row: Accepted, kind: RecordKind, law: Law) -> Deadline | None:
    """By when a record is to be public; none where the kind has no such duty.

    Nor is there one where nothing may be published, or where publicity ends before it falls due:
    nobody is late with what may not be shown.
    """
    rule, until = kind.publication_due, public_until(row, kind, law)
    if rule is None or until is None:
        return None
    found = law.deadline(rule, start=row.decided_on)
    over = found.due is not None and until < found.due
    return None if over else found


def _may_be_seen(row: Accepted) -> bool:
    match row.fields:
        case PenaltyFields(categories=categories) if set(categories) <= WARNING_ONLY:
            return False
        case LicenceFields(valid=False):
            return False
    return basis_readable(row)


def _stated_end(row: Accepted) -> date | None:
    """The end of publicity that a row states; a list shows nobody longer than it holds them."""
    if isinstance(row.fields, ListingFields | LicenceFields):
        return row.fields.valid_until
    return row.fields.publicity_until if isinstance(row.fields, PenaltyFields) else None
