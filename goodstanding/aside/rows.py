"""The rows that what stands beside the register gives."""

from datetime import date

import msgspec

from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry
from goodstanding.rules.shelf import Shelf


class OutcomeRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Outcome`."""

    id: str
    organisation: str
    record_kind: str
    department: str
    authority: str
    happened_on: date
    natural_key: str
    digest: str
    last_day: date
    kept_on: date
    position: int
    batch: str
    row: int
    ended_on: date | None
    record: str


class OfferRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Offer`."""

    id: str
    organisation: str
    list: str
    department: str
    supplier: str
    supplier_code: str
    dated_on: date
    natural_key: str
    digest: str
    last_day: date
    received_on: date
    position: int
    batch: str
    row: int
    ended_on: date | None


def _outcome(state: KeptOutcome) -> tuple[OutcomeRow, ...]:
    return (OutcomeRow(**msgspec.structs.asdict(state)),)


def _offer(state: OfferedEntry) -> tuple[OfferRow, ...]:
    return (OfferRow(**msgspec.structs.asdict(state)),)


SHELVES = (
    Shelf(state=KeptOutcome, table="aside_outcome", key=("id",), row=OutcomeRow, rows=_outcome),
    Shelf(state=OfferedEntry, table="aside_offer", key=("id",), row=OfferRow, rows=_offer),
)
