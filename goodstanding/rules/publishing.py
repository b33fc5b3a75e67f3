"""Whether a record is published, to which last day, by when, and by which rule: resolved once."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline, Publishing
from goodstanding.rules.catalogue.model import RecordKind
from goodstanding.rules.display_rule import DisplayRule, rule_of
from goodstanding.rules.law import Law
from goodstanding.rules.record_types import (
    Accepted,
    LicenceFields,
    ListingFields,
    PenaltyFields,
    RegistrationFields,
)

WARNING_ONLY = frozenset({"警告"})
PUBLIC, NOT_PUBLISHED = "public", "not-published"
UNREADABLE, NOT_NOTIFIED = "basis-unreadable", "not-notified"


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The last public day and the day it must be public by; both none where it is not public."""

    last_day: date | None = None
    due: Deadline | None = None
    publishing: Publishing | None = None


def basis_readable(row: Accepted) -> bool:
    """Whether the basis could be read; a licence and a base registration cite none."""
    cites_none = isinstance(row.fields, LicenceFields | RegistrationFields)
    return getattr(row.fields, "basis_readable", cites_none)


def published(row: Accepted, *, law: Law, department: str, on: date) -> Published:
    """What becomes of a row for the public, by the rules in force.

    A licence is public through the last day it states, whatever that is, and by the kind's term
    where it states none; never one that its source calls invalid. Everything else is public by its
    class of severity, or by the kind's term where no classes hold; an earlier end in the row holds.
    A mere warning is not published (rule on the publicity of penalties, art. 2). A record whose
    basis cannot be read is public once an officer looked and corrected it; one whose party had to
    be told of the publicity when it was served, once that day is recorded.

    Args:
        department: who supplies the row; some rules bind the decisions of some departments only.
        on: the legal day of the entry or correction.
    """
    kind = law.rulebook.kind(row.kind)
    if kind.transcribed or kind.publication_term is None:
        return Published()
    rule = rule_of(row, law=law, department=department, on=on)
    state = _state(row, rule, on)
    pinned = Publishing(
        rule=rule.id,
        version=f"{law.rulebook.id} {law.rulebook.version}",
        state=state,
        severity=rule.severity or "",
        repair_from=rule.repair_from,
    )
    if state != PUBLIC or rule.last_day is None:
        return Published(publishing=pinned)
    last = _last_day(row, rule.last_day)
    return Published(last_day=last, due=_due(row, kind, rule, last, law), publishing=pinned)


def _state(row: Accepted, rule: DisplayRule, on: date) -> str:
    match row.fields:
        case PenaltyFields(categories=categories) if set(categories) <= WARNING_ONLY:
            return NOT_PUBLISHED
        case LicenceFields(valid=False):
            return NOT_PUBLISHED
    if not rule.shown:
        return NOT_PUBLISHED
    if not basis_readable(row):
        return UNREADABLE
    told = _told_on(row)
    return NOT_NOTIFIED if rule.told and (told is None or told > on) else PUBLIC


def _last_day(row: Accepted, last: date) -> date:
    if isinstance(row.fields, LicenceFields):
        return row.fields.valid_until or last
    stated = _stated_end(row)
    return min(last, stated) if stated else last


def _stated_end(row: Accepted) -> date | None:
    """The end of publicity that a row states; a list shows nobody longer than it holds them."""
    if isinstance(row.fields, ListingFields):
        return row.fields.valid_until
    return row.fields.publicity_until if isinstance(row.fields, PenaltyFields) else None


def _due(
    row: Accepted, kind: RecordKind, rule: DisplayRule, last: date, law: Law
) -> Deadline | None:
    """Counted from the decision, or from the day the party was told where it must be told first.

    No duty where publicity ends before it falls due: nobody is late with what may not be shown.
    """
    if kind.publication_due is None:
        return None
    told = _told_on(row) if rule.told else None
    start = max(row.decided_on, told or row.decided_on)
    found = law.deadline(kind.publication_due, start=start)
    return None if found.due is not None and last < found.due else found


def _told_on(row: Accepted) -> date | None:
    return row.fields.told_on if isinstance(row.fields, PenaltyFields) else None
