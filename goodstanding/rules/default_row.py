"""The values of a row of a court's list of organisations in default (our own ED_ template)."""

from datetime import date

from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import DefaultFields
from goodstanding.rules.row_reader import RowReader


def read_default(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """The entry in a row; what is wrong with it is noted in ``reader``.

    The case number is the document: with court and organisation it names the entry.
    """
    document, key = reader.document("ED_CASE", 128)
    decided_on = reader.decided_on("ED_DECIDED_ON", today)
    fields = DefaultFields(
        authority=reader.text("ED_COURT", 200),
        authority_code=reader.code("ED_COURT_CODE"),
        duty_amount=reader.amount("ED_AMOUNT"),
        published_on=reader.day("ED_PUBLISHED_ON", since=decided_on),
        valid_until=reader.end("ED_UNTIL", since=decided_on, required=False),
        basis=reader.text("ED_BASIS", 2048),
        basis_readable=basis_readable,
    )
    content = {
        "duty": reader.text("ED_DUTY", 4000, required=False),
        "basis": fields.basis,
    }
    return ReadRow(
        document=document,
        document_key=key,
        decided_on=decided_on,
        fields=fields,
        content=content,
    )
