"""The values of a row about a list that another authority keeps (our own AO_ and SL_ templates)."""

from datetime import date

from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import ListingFields
from goodstanding.rules.row_reader import RowReader


def read_abnormal(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """The entry of a list of abnormal operation; what is wrong with it is noted in ``reader``."""
    return _read(reader, "AO", today, basis_readable=basis_readable)


def read_severe(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """The entry of a list of severe violations; what is wrong with it is noted in ``reader``."""
    return _read(reader, "SL", today, basis_readable=basis_readable)


def _read(reader: RowReader, prefix: str, today: date, *, basis_readable: bool) -> ReadRow:
    document, key = reader.document(f"{prefix}_DOCUMENT", 128)
    decided_on = reader.decided_on(f"{prefix}_DECIDED_ON", today)
    listed_on = reader.day(f"{prefix}_LISTED_ON", since=decided_on, required=True)
    fields = ListingFields(
        authority=reader.text(f"{prefix}_AUTHORITY", 200),
        authority_code=reader.code(f"{prefix}_AUTHORITY_CODE"),
        listed_on=listed_on,
        valid_until=reader.end(f"{prefix}_UNTIL", since=listed_on or decided_on, required=False),
        basis=reader.text(f"{prefix}_BASIS", 2048),
        basis_readable=basis_readable,
    )
    content = {
        "list_name": reader.text(f"{prefix}_LIST", 200),
        "facts": reader.text(f"{prefix}_REASON", 4000),
        "basis": fields.basis,
    }
    return ReadRow(
        document=document,
        # The decision that penalises may be the one that lists: two records of one document.
        document_key=f"{prefix}:{key}",
        decided_on=decided_on,
        fields=fields,
        content=content,
    )
