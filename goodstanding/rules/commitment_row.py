"""The values of a row about a commitment that was kept, kept in part or broken (our own CM_ template).

It is read like an inspection: a record where the authority decided on it, with document and day, and
kept for its department alone where nobody did. Only *broken* speaks against the organisation, and
only such a decision must cite its basis.
"""

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import asdict, replace

from goodstanding.rules.official_columns import (
    BROKEN,
    COMMITMENT_KINDS,
    KEPT,
    KEPT_IN_PART,
)
from goodstanding.rules.outcome_row import FIRST_DAY, read_outcome
from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import (
    Accepted,
    CommitmentFields,
    OutcomeFields,
    UndecidedCommitment,
)
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import FoundBeforeDue, FoundBeforeMade


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """What a row says of the commitment itself, whoever decided on it or did not."""

    commitment_kind: str
    made_on: date
    due_on: date | None
    fulfilment: str


def read_commitment(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """How a commitment ended; what is wrong with it is noted in ``reader``."""
    stated = _stated(reader)
    found = read_outcome(
        reader,
        "CM",
        today,
        basis_readable=basis_readable,
        cites=stated.fulfilment == BROKEN,
    )
    _compare(reader, stated, getattr(found.fields, "happened_on", None))
    more: dict[str, Any] = {**asdict(found.fields), **asdict(stated)}
    decided = isinstance(found.fields, OutcomeFields)
    fields = CommitmentFields(**more) if decided else UndecidedCommitment(**more)
    return replace(found, fields=fields)


def says_broken(row: Accepted) -> bool:
    """Whether a row is the authority's decision that a commitment was broken."""
    return isinstance(row.fields, CommitmentFields) and row.fields.fulfilment == BROKEN


def _stated(reader: RowReader) -> Stated:
    results = (KEPT, KEPT_IN_PART, BROKEN)
    made_on = reader.day("CM_MADE_ON", since=FIRST_DAY, required=True) or FIRST_DAY
    due_on = reader.day("CM_DUE_ON", since=FIRST_DAY)
    return Stated(
        commitment_kind=reader.choice("CM_KIND", COMMITMENT_KINDS, required=True),
        made_on=made_on,
        due_on=due_on,
        fulfilment=reader.choice("CM_FULFILMENT", results, required=True),
    )


def _compare(reader: RowReader, stated: Stated, found_on: date | None) -> None:
    """It is made, then due, then found; one found broken before it was due is looked at twice."""
    if stated.due_on is not None and stated.due_on < stated.made_on:
        reader.problem("CM_DUE_ON", FoundBeforeMade(day=stated.due_on, made_on=stated.made_on))
    if found_on is None:
        return
    if found_on < stated.made_on:
        reader.problem("CM_HAPPENED_ON", FoundBeforeMade(day=found_on, made_on=stated.made_on))
    broken = stated.fulfilment == BROKEN
    if broken and stated.due_on is not None and found_on <= stated.due_on:
        reader.warn("CM_HAPPENED_ON", FoundBeforeDue(day=found_on, due_on=stated.due_on))
