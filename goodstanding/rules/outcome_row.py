"""The values of a row about a contract or an inspection (our own CP_ and IR_ templates).

Only an outcome that the authority decided on is taken: document, day and basis are needed. Without
a decision it would speak against an organisation although nobody answers for it.
"""

from datetime import date

from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import OutcomeFields
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import AfterTheDecision

FIRST_DAY = date(1949, 10, 1)


def read_contract(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """A decided breach of a public contract; what is wrong with it is noted in ``reader``."""
    return _read(reader, "CP", today, basis_readable=basis_readable)


def read_inspection(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """A decided result of an inspection; what is wrong with it is noted in ``reader``."""
    return _read(reader, "IR", today, basis_readable=basis_readable)


def _read(reader: RowReader, prefix: str, today: date, *, basis_readable: bool) -> ReadRow:
    document, key = reader.document(f"{prefix}_DOCUMENT", 128)
    decided_on = reader.decided_on(f"{prefix}_DECIDED_ON", today)
    fields = OutcomeFields(
        authority=reader.text(f"{prefix}_AUTHORITY", 200),
        authority_code=reader.code(f"{prefix}_AUTHORITY_CODE"),
        reference=reader.text(f"{prefix}_REFERENCE", 128, required=prefix == "CP"),
        happened_on=_happened(reader, prefix, decided_on),
        basis=reader.text(f"{prefix}_BASIS", 2048),
        basis_readable=basis_readable,
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


def _happened(reader: RowReader, prefix: str, decided_on: date) -> date | None:
    code = f"{prefix}_HAPPENED_ON"
    day = reader.day(code, since=FIRST_DAY, required=prefix == "IR")
    if day is not None and day > decided_on:
        reader.problem(code, AfterTheDecision(day=day, decided_on=decided_on))
    return day
