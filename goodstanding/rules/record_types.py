"""What judging a row can answer, as types: accepted, rejected (mendable) or quarantined."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from goodstanding.rules.errors import Refusal

NaturalKey = tuple[str, str, str]


class Problem(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is wrong with a cell, in words its sender can act on, and with no value of it.

    ``column`` as the sender wrote it, empty for the whole row; ``code`` is the refusal's;
    ``template`` its sentence with ``fields`` open, the message id of the translations.
    """

    column: str
    code: str
    template: str
    fields: dict[str, str] = {}

    @classmethod
    def of(cls, refusal: Refusal, *, column: str = "") -> "Problem":
        """The problem that a refusal tells about a column."""
        shown = refusal.shown()
        return cls(column=column, code=refusal.code, template=refusal.template(), fields=shown)

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return self.template.format(**self.fields)


class PenaltyFields(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="penalty", omit_defaults=True
):
    """An administrative penalty. Amounts in 万元 with six decimals; no ``valid_until``: no end.

    ``procedure``, ``severity`` and ``told_on`` (the day the party was told of the publicity) are not
    in the official format; a row without them has the digest it always had.
    """

    categories: tuple[str, ...]
    fine: Decimal | None
    confiscated: Decimal | None
    withdrawn_licence: str
    valid_until: date | None
    publicity_until: date | None
    authority: str
    authority_code: str
    source: str
    source_code: str
    basis: str
    basis_readable: bool
    procedure: str = ""
    severity: str = ""
    told_on: date | None = None


class DefaultFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="enforcement-default"):
    """A court's entry that an organisation defaults on a judgment. Amount in 万元."""

    authority: str
    authority_code: str
    duty_amount: Decimal | None
    published_on: date | None
    valid_until: date | None
    basis: str
    basis_readable: bool


class ListingFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="listing"):
    """An entry of a list that another authority keeps. No ``valid_until``: none was stated."""

    authority: str
    authority_code: str
    listed_on: date | None
    valid_until: date | None
    basis: str
    basis_readable: bool


class HonourFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="honour"):
    """An honour of an organisation. No ``valid_until``: no end; a basis need not be cited."""

    authority: str
    authority_code: str
    valid_until: date | None
    basis: str
    basis_readable: bool


class OutcomeFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="outcome"):
    """What an authority decided on the outcome of a contract or an inspection."""

    authority: str
    authority_code: str
    reference: str
    happened_on: date | None
    basis: str
    basis_readable: bool


class UndecidedFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="undecided"):
    """The outcome of a contract or an inspection that no authority decided on."""

    authority: str
    authority_code: str
    reference: str
    happened_on: date


class CommitmentFields(OutcomeFields, frozen=True, kw_only=True, gc=False, tag="commitment"):
    """What an authority decided on a commitment; ``happened_on`` is the day of its finding.

    ``commitment_kind`` and ``fulfilment`` in the words of the template.
    """

    commitment_kind: str
    made_on: date
    due_on: date | None
    fulfilment: str


class UndecidedCommitment(
    UndecidedFields, frozen=True, kw_only=True, gc=False, tag="undecided-commitment"
):
    """What was found of a commitment, and no authority decided on."""

    commitment_kind: str
    made_on: date
    due_on: date | None
    fulfilment: str


class OfferedFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="offered"):
    """An entry of a list that others offer; ``authority`` is who offers it, and no authority.

    ``method``: the address of the page that says how the list is made.
    """

    authority: str
    authority_code: str
    method: str
    valid_until: date | None


class LicenceFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="licence"):
    """A licence. No ``valid_until``: no end; ``valid`` as the source says today."""

    title: str
    category: str
    certificate: str
    number: str
    valid_from: date | None
    valid_until: date | None
    valid: bool | None
    authority: str
    authority_code: str
    source: str
    source_code: str


class RegistrationFields(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="registration"):
    """What the base registration states of an organisation; no record, so it has no basis.

    ``status`` and ``reason`` in the words of the template; ``changed_on``: the day of an end,
    merger or division; ``code_since``: the first day of the code that replaced ``former_code``.
    """

    authority: str
    authority_code: str
    name_since: date | None
    established_on: date
    status: str
    status_since: date | None
    reason: str
    changed_on: date | None
    successors: tuple[str, ...]
    former_code: str
    code_since: date | None


Fields = (
    PenaltyFields
    | DefaultFields
    | LicenceFields
    | ListingFields
    | HonourFields
    | OutcomeFields
    | RegistrationFields
    | UndecidedFields
    | OfferedFields
    | CommitmentFields
    | UndecidedCommitment
)


NO_RECORD = (UndecidedFields, OfferedFields)
"""The fields of rows without an authority's decision: they become no record."""


class Accepted(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="accepted"):
    """A row that is taken: typed values, and the narrative kept apart as ``content``.

    Without a decision ``decided_on`` is the day it happened, or that of the list.
    ``to_be_read``: the names of texts that may still name somebody after masking.
    """

    row: int
    kind: str
    organisation_code: str
    organisation_name: str
    class_id: str
    natural_key: NaturalKey
    document: str
    decided_on: date
    fields: Fields
    content: dict[str, str]
    warnings: tuple[Problem, ...] = ()
    to_be_read: tuple[str, ...] = ()

    @property
    def is_record(self) -> bool:
        """Whether an authority's decision stands behind it; otherwise it becomes no record."""
        return not isinstance(self.fields, NO_RECORD)


class Rejected(msgspec.Struct, frozen=True, kw_only=True, tag="rejected"):
    """A row its sender can mend: every problem, and the cells that may be shown back."""

    row: int
    problems: tuple[Problem, ...]
    echo: Mapping[str, str]


class Quarantined(msgspec.Struct, frozen=True, kw_only=True, tag="quarantined"):
    """A row of which nothing is kept but its number and the reason."""

    row: int
    problem: Problem

    @property
    def code(self) -> str:
        """The stable code of the reason."""
        return self.problem.code


Verdict = Accepted | Rejected | Quarantined
