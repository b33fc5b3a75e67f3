"""What an accepted row becomes: an organisation where it is new, and a record."""

from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.organisation import OrganisationEntered
from goodstanding.rules.acts.record import RecordEntered
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.catalogue.model import RecordKind
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.record_cells import content_of
from goodstanding.rules.record_types import (
    Accepted,
    LicenceFields,
    ListingFields,
    PenaltyFields,
    Problem,
)

WARNING_ONLY = frozenset({"警告"})
#: Joins the parts of a natural key; no document number contains it.
SEPARATOR = "\x1f"


class RowProblem(Refusal):
    """{sentence}"""

    problem: Problem | None = None

    @property
    def code(self) -> str:
        """The code of the problem it carries."""
        return str(self.fields["code"])

    @classmethod
    def of(cls, problem: Problem) -> "RowProblem":
        """The refusal a problem of a single row is told as."""
        made = cls(code=problem.code, sentence=problem.sentence, column=problem.column)
        made.problem = problem
        return made


def key_of(row: Accepted) -> str:
    """The natural key of a row as one text: authority, document, organisation."""
    return SEPARATOR.join(row.natural_key)


def organisation_entered(row: Accepted, *, on: date) -> Decided:
    """The register meets an organisation for the first time."""
    effect = OrganisationEntered(
        code=row.organisation_code, class_id=row.class_id, name=row.organisation_name
    )
    return Decided(
        stream=row.organisation_code,
        aggregate=row.organisation_code,
        effective_on=on,
        effect=effect,
    )


def record_entered(
    row: Accepted, *, id: str, digest: str, department: str, batch: str, law: Law, on: date
) -> Decided:
    """The record an accepted row becomes; listings decided elsewhere start without publicity."""
    kind = law.rulebook.kind(row.kind)
    until = public_until(row, kind, law)
    effect = RecordEntered(
        record_kind=row.kind,
        department=department,
        authority=row.fields.authority,
        document=row.document,
        decided_on=row.decided_on,
        adverse=kind.adverse,
        transcribed=kind.transcribed,
        basis_readable=basis_readable(row),
        natural_key=key_of(row),
        digest=digest,
        public_from=on if until else None,
        public_until=until,
        publication=publication_of(row, kind, law) if until else None,
        batch=batch,
        row=row.row,
    )
    return Decided(
        stream=row.organisation_code,
        aggregate=id,
        effective_on=on,
        effect=effect,
        content=content_of(row),
    )


def basis_readable(row: Accepted) -> bool:
    """Whether the basis could be read; a licence cites none."""
    return isinstance(row.fields, LicenceFields) or row.fields.basis_readable


def public_until(row: Accepted, kind: RecordKind, law: Law) -> date | None:
    """The last day a record is public; none where it may not be published at all.

    Counted from the decision, by the kind's term; an earlier end in the row holds. A mere warning
    is not published (rule on the publicity of penalties, art. 2). A record whose basis cannot be
    read never goes straight to the public: it is public once an officer looked and corrected it.
    """
    if kind.transcribed or kind.publication_term is None:
        return None
    if isinstance(row.fields, PenaltyFields) and set(row.fields.categories) <= WARNING_ONLY:
        return None
    if not basis_readable(row):
        return None
    months = law.value(kind.publication_term, row.decided_on)
    last = last_day_of(row.decided_on, months=months)
    stated = _stated_end(row)
    return min(last, stated) if stated else last


def _stated_end(row: Accepted) -> date | None:
    """The end of publicity that a penalty states; a list shows nobody longer than it holds them."""
    if isinstance(row.fields, ListingFields):
        return row.fields.valid_until
    return row.fields.publicity_until if isinstance(row.fields, PenaltyFields) else None


def publication_of(row: Accepted, kind: RecordKind, law: Law) -> Deadline | None:
    """By when a record is to be public; none where the kind has no such duty."""
    rule = kind.publication_due
    return law.deadline(rule, start=row.decided_on) if rule else None
