"""What reading the values of a row gives, whatever its kind."""

from datetime import date

import msgspec

from goodstanding.rules.record_types import Fields


class ReadRow(msgspec.Struct, frozen=True, kw_only=True):
    """The values of a row: its document as written and as compared, its day, fields, narrative."""

    document: str
    document_key: str
    decided_on: date
    fields: Fields
    content: dict[str, str]
