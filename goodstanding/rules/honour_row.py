"""The values of a row about an honour of an organisation (our own HO_ template)."""

from datetime import date

from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import HonourFields
from goodstanding.rules.row_reader import RowReader


def read_honour(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """The honour in a row; what is wrong with it is noted in ``reader``.

    It need not cite a basis; one that it cites is read like any other.
    """
    document, key = reader.document("HO_DOCUMENT", 128)
    decided_on = reader.decided_on("HO_DECIDED_ON", today)
    basis = reader.text("HO_BASIS", 2048, required=False)
    fields = HonourFields(
        authority=reader.text("HO_AUTHORITY", 200),
        authority_code=reader.code("HO_AUTHORITY_CODE"),
        valid_until=reader.end("HO_UNTIL", since=decided_on, required=False),
        basis=basis,
        basis_readable=basis_readable or not basis,
    )
    content = {
        "honour": reader.text("HO_HONOUR", 200),
        "facts": reader.text("HO_REASON", 4000, required=False),
        "basis": basis,
    }
    return ReadRow(
        document=document,
        document_key=f"HO:{key}",
        decided_on=decided_on,
        fields=fields,
        content=content,
    )
