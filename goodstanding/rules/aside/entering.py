"""What a row becomes that no authority's decision stands behind: it is kept beside the register."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

import msgspec

from goodstanding.rules.acts.aside import ListEntryReceived, OutcomeDecided, OutcomeKept
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.errors import Refusal
from goodstanding.rules.judging import Judged
from goodstanding.rules.law import Law
from goodstanding.rules.masking import mask
from goodstanding.rules.outcome_row import happening
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.receiving import SEPARATOR, key_of
from goodstanding.rules.record_cells import content_of, written
from goodstanding.rules.record_types import (
    Accepted,
    OfferedFields,
    OutcomeFields,
    Problem,
    Rejected,
)
from goodstanding.rules.row_refusals import KeptNoLonger, ListTakenBack

#: The parameter of the rulebook that says how many months an offered list is shown at most.
LIST_TERM = "offered-list"
#: The parameter that says how many months an outcome is kept whose kind is never public.
OUTCOME_TERM = "undecided-outcome"
_PREFIXES = {"contract-performance": "CP", "inspection-result": "IR", "commitment": "CM"}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Which row has a natural key already: its digest, and the day it was taken back, if it was."""

    digest: str
    taken_back: date | None = None


def kept_until(row: Accepted, law: Law) -> date:
    """The last day a row without a decision is kept, the day it happened or of the list counted from.

    An outcome: no longer than the rulebook lets a decided one of its kind be public, and where that
    is never public, for the rulebook's own term. A list: until its own end, at most for its term.
    """
    if isinstance(row.fields, OfferedFields):
        longest = _after(row.decided_on, LIST_TERM, law)
        return min(row.fields.valid_until or longest, longest)
    term = law.rulebook.kind(row.kind).publication_term or OUTCOME_TERM
    return _after(row.decided_on, term, law) if term in law.rulebook.parameters else row.decided_on


def _after(day: date, term: str, law: Law) -> date:
    return last_day_of(day, months=law.value(term, day))


def judged_aside(judged: Judged, known: Mapping[str, Standing], *, law: Law, on: date) -> Judged:
    """The same rows, those refused that are over already or whose list was taken back.

    ``known``: by natural key as one text (`receiving.key_of`).
    """
    found = {row.row: _refusal(row, known.get(key_of(row)), law, on) for row in judged.accepted}
    pairs = zip(judged.accepted, judged.digests, strict=True)
    good = [(row, digest) for row, digest in pairs if found[row.row] is None]
    bad = [(row, found[row.row]) for row in judged.accepted]
    rejected = [_rejected(row, refusal) for row, refusal in bad if refusal is not None]
    return msgspec.structs.replace(
        judged,
        accepted=tuple(row for row, _ in good),
        digests=tuple(digest for _, digest in good),
        rejected=tuple(sorted([*judged.rejected, *rejected], key=lambda each: each.row)),
    )


def _refusal(row: Accepted, standing: Standing | None, law: Law, on: date) -> Refusal | None:
    if row.is_record:
        return None
    if standing is not None and standing.taken_back is not None:
        return ListTakenBack(ended_on=standing.taken_back)
    until = kept_until(row, law)
    return KeptNoLonger(last_day=until) if until < on else None


def _rejected(row: Accepted, refusal: Refusal) -> Rejected:
    return Rejected(row=row.row, problems=(Problem.of(refusal),), echo=written(row))


def put_aside(
    row: Accepted, *, id: str, digest: str, department: str, batch: str, law: Law, on: date
) -> Decided:
    """The act that keeps a row beside the register; no organisation is entered by it."""
    make = _entry if isinstance(row.fields, OfferedFields) else _outcome
    effect = make(row, digest=digest, department=department, batch=batch, law=law)
    return Decided(
        stream=row.organisation_code,
        aggregate=id,
        effective_on=on,
        effect=effect,
        content=content_of(row),
    )


def _entry(
    row: Accepted, *, digest: str, department: str, batch: str, law: Law
) -> ListEntryReceived:
    supplier_code, list_key, _ = row.natural_key
    return ListEntryReceived(
        list=list_id(supplier_code, list_key),
        department=department,
        supplier=row.fields.authority,
        supplier_code=supplier_code,
        dated_on=row.decided_on,
        natural_key=key_of(row),
        digest=digest,
        last_day=kept_until(row, law),
        batch=batch,
        row=row.row,
    )


def _outcome(row: Accepted, *, digest: str, department: str, batch: str, law: Law) -> OutcomeKept:
    return OutcomeKept(
        record_kind=row.kind,
        department=department,
        authority=row.fields.authority,
        happened_on=row.decided_on,
        natural_key=key_of(row),
        digest=digest,
        last_day=kept_until(row, law),
        batch=batch,
        row=row.row,
    )


def list_id(supplier_code: str, list_key: str) -> str:
    """The id of a list: the same for all entries that one supplier made under one name and day."""
    text = f"{supplier_code}{SEPARATOR}{list_key}"
    return f"l-{sha256(text.encode()).hexdigest()[:32]}"


def undecided_key(row: Accepted) -> str:
    """The natural key that a decided outcome had before it was decided on; empty for other rows."""
    fields = row.fields
    if not isinstance(fields, OutcomeFields) or fields.happened_on is None:
        return ""
    matter = mask(row.content["matter"])
    key = happening(fields.reference, matter, fields.happened_on, kind=_PREFIXES[row.kind])
    return SEPARATOR.join((fields.authority_code, key, row.organisation_code))


def decided(outcome: str, *, record: str, organisation: str, on: date) -> Decided:
    """The act that lets a record take the place of a kept outcome."""
    return Decided(
        stream=organisation,
        aggregate=outcome,
        effective_on=on,
        effect=OutcomeDecided(record=record),
    )
