"""What an accepted row becomes: an organisation where it is new, and a record."""

from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.organisation import OrganisationEntered
from goodstanding.rules.acts.record import RecordEntered
from goodstanding.rules.commitment_row import says_broken
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.publishing import basis_readable, published
from goodstanding.rules.record_cells import content_of
from goodstanding.rules.record_types import Accepted, Problem

#: Joins the parts of a natural key; no document number contains it.
SEPARATOR = "\x1f"


class RowProblem(Refusal):
    """{sentence}"""

    problem: Problem | None = None
    left_out = False
    """Whether nothing of the row may be kept, or shown again."""

    @property
    def code(self) -> str:
        """The code of the problem it carries."""
        return str(self.fields["code"])

    @classmethod
    def of(cls, problem: Problem, *, left_out: bool = False) -> "RowProblem":
        """The refusal a problem of a single row is told as."""
        made = cls(code=problem.code, sentence=problem.sentence, column=problem.column)
        made.problem, made.left_out = problem, left_out
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
    row: Accepted,
    *,
    id: str,
    digest: str,
    department: str,
    batch: str,
    law: Law,
    on: date,
    first_import: bool = False,
) -> Decided:
    """The record an accepted row becomes; listings decided elsewhere start without publicity.

    One of the first import has no day by which it had to be public, since nobody here could keep
    it; its end is counted from the decision as ever, and one that is over enters as history.
    """
    kind = law.rulebook.kind(row.kind)
    found = published(row, law=law, department=department, on=on)
    over = first_import and found.last_day is not None and found.last_day < on
    effect = RecordEntered(
        record_kind=row.kind,
        department=department,
        authority=row.fields.authority,
        document=row.document,
        decided_on=row.decided_on,
        adverse=kind.adverse or says_broken(row),
        transcribed=kind.transcribed,
        basis_readable=basis_readable(row),
        natural_key=key_of(row),
        digest=digest,
        public_from=on if found.last_day and not over else None,
        public_until=found.last_day,
        publication=None if first_import else found.due,
        batch=batch,
        row=row.row,
        publishing=found.publishing,
        first_import=first_import,
    )
    return Decided(
        stream=row.organisation_code,
        aggregate=id,
        effective_on=on,
        effect=effect,
        content=content_of(row),
    )
