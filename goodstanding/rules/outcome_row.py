"""The values of a row about a contract or an inspection (our own CP_ and IR_ templates).

A row about a commitment (CM_) says more, and is read by the same rule (`commitment_row`).

It is a record only where the authority decided on it: document, day and basis are needed, all
three. A row that has none of them is kept for its department alone (`rules.aside`); one that has a
part of them is mended, because half a decision is a slip.
"""

from datetime import date

from goodstanding.rules.cell_values import SAYS_NOTHING, comparable
from goodstanding.rules.masking import mask
from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import OutcomeFields, UndecidedFields
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import AfterTheDecision, NotHappenedYet

FIRST_DAY = date(1949, 10, 1)
#: The columns of the authority's decision.
DECISION = ("DOCUMENT", "DECIDED_ON", "BASIS")


def read_contract(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """How a public contract was performed; what is wrong with it is noted in ``reader``."""
    return read_outcome(reader, "CP", today, basis_readable=basis_readable)


def read_inspection(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """The result of an inspection; what is wrong with it is noted in ``reader``."""
    return read_outcome(reader, "IR", today, basis_readable=basis_readable)


def read_outcome(
    reader: RowReader, prefix: str, today: date, *, basis_readable: bool, cites: bool = True
) -> ReadRow:
    """An outcome, decided on or not, under the columns that begin with ``prefix``.

    ``cites``: whether a decision must cite its basis; every one that speaks against somebody does.
    """
    if not any(_says(reader, f"{prefix}_{name}") for name in DECISION):
        return _undecided(reader, prefix, today)
    document, key = reader.document(f"{prefix}_DOCUMENT", 128)
    decided_on = reader.decided_on(f"{prefix}_DECIDED_ON", today)
    basis = reader.text(f"{prefix}_BASIS", 2048, required=cites)
    fields = OutcomeFields(
        authority=reader.text(f"{prefix}_AUTHORITY", 200),
        authority_code=reader.code(f"{prefix}_AUTHORITY_CODE"),
        reference=reader.text(f"{prefix}_REFERENCE", 128, required=prefix == "CP"),
        happened_on=_happened(reader, prefix, decided_on),
        basis=basis,
        basis_readable=basis_readable or not (basis or cites),
    )
    content = {
        "matter": reader.text(f"{prefix}_MATTER", 500),
        "facts": reader.text(f"{prefix}_FACTS", 4000),
        "basis": fields.basis,
    }
    return ReadRow(
        document=document,
        # One decision may fine and judge the outcome: two records of one document.
        document_key=f"{prefix}:{key}",
        decided_on=decided_on,
        fields=fields,
        content=content,
    )


def _says(reader: RowReader, code: str) -> bool:
    return reader.is_flawed(code) or reader.plain(code) not in SAYS_NOTHING


def _undecided(reader: RowReader, prefix: str, today: date) -> ReadRow:
    """The day it happened is needed of both: with the number or the matter it tells them apart."""
    code = f"{prefix}_HAPPENED_ON"
    day = reader.day(code, since=FIRST_DAY, required=True) or today
    if day > today:
        reader.problem(code, NotHappenedYet(day=day))
    fields = UndecidedFields(
        authority=reader.text(f"{prefix}_AUTHORITY", 200),
        authority_code=reader.code(f"{prefix}_AUTHORITY_CODE"),
        reference=reader.text(f"{prefix}_REFERENCE", 128, required=prefix == "CP"),
        happened_on=day,
    )
    content = {
        "matter": reader.text(f"{prefix}_MATTER", 500),
        "facts": reader.text(f"{prefix}_FACTS", 4000),
    }
    return ReadRow(
        document="",
        document_key=happening(fields.reference, mask(content["matter"]), day, kind=prefix),
        decided_on=day,
        fields=fields,
        content=content,
    )


def happening(reference: str, matter: str, day: date, *, kind: str) -> str:
    """What tells one outcome from another: its number, or where it has none its matter, and the day.

    ``matter``: masked, as it is kept; ``kind``: the prefix of its columns.
    """
    return f"{kind}?{comparable(reference or matter)}?{day.isoformat()}"


def _happened(reader: RowReader, prefix: str, decided_on: date) -> date | None:
    code = f"{prefix}_HAPPENED_ON"
    day = reader.day(code, since=FIRST_DAY, required=prefix != "CP")
    if day is not None and day > decided_on:
        reader.problem(code, AfterTheDecision(day=day, decided_on=decided_on))
    return day
