"""The values of a row of a list that an association, a bank or an agency offers (our TL_ template)."""

import re
from datetime import date

from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_types import OfferedFields
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import NotAnAddress

_ADDRESS = re.compile(r"https?://[^\s/@<>\"'\\]+\.[^\s<>\"'\\]+")


def read_offered(reader: RowReader, *, today: date, basis_readable: bool) -> ReadRow:
    """The entry in a row, with whose list it is; what is wrong with it is noted in ``reader``.

    It cites no basis: nothing rests on it.
    """
    name, key = reader.document("TL_LIST", 200)
    dated_on = reader.decided_on("TL_DATED_ON", today)
    fields = OfferedFields(
        authority=reader.text("TL_SUPPLIER", 200),
        authority_code=reader.code("TL_SUPPLIER_CODE"),
        method=_method(reader),
        valid_until=reader.end("TL_UNTIL", since=dated_on, required=False),
    )
    content = {"list_name": name, "facts": reader.text("TL_REASON", 1000, required=False)}
    return ReadRow(
        document=name,
        document_key=f"TL:{key}?{dated_on.isoformat()}",
        decided_on=dated_on,
        fields=fields,
        content=content,
    )


def _method(reader: RowReader) -> str:
    text = reader.text("TL_METHOD", 500)
    if text and not _ADDRESS.fullmatch(text):
        reader.problem("TL_METHOD", NotAnAddress())
    return text
