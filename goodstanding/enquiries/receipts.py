"""Keeping a receipt, in the transaction of its answer."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from goodstanding.enquiries.models import Receipt


class NewReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """What a receipt says; ``effects`` are told as they were answered, ``records`` with versions.

    ``records``: pairs of a record's id and the number of its version.
    """

    id: str
    organisation: str
    procedure: str
    case_number: str
    on_day: date
    position: int
    answer: str
    act_as: str
    known: bool
    rulebook: str
    calendar: str
    effects: Sequence[object]
    records: Sequence[tuple[str, int]]
    asked_by: str
    department: str
    recipient: str
    at: datetime


def keep(*receipts: NewReceipt) -> None:
    """Keep receipts; an id that is kept already is an error of the database."""
    Receipt.objects.bulk_create([_row(each) for each in receipts])


def _row(new: NewReceipt) -> Receipt:
    records = sorted(set(new.records))
    values = {name: getattr(new, name) for name in new.__struct_fields__}
    values |= {
        "effects": msgspec.to_builtins(list(new.effects)),
        "records": [record for record, _ in records],
        "versions": [version for _, version in records],
    }
    return Receipt(**values)
