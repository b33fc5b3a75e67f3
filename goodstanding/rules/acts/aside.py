"""Acts about what stands beside the register: it is no record, and nothing follows from it."""

from datetime import date

import msgspec


class OutcomeKept(msgspec.Struct, frozen=True, kw_only=True, tag="outcome-kept/1"):
    """A department keeps the outcome of a contract or an inspection that nobody decided on.

    ``authority`` found it on ``happened_on``; after ``last_day`` it is kept no longer.
    """

    record_kind: str
    department: str
    authority: str
    happened_on: date
    natural_key: str
    digest: str
    last_day: date
    batch: str = ""
    row: int = 0


class OutcomeDecided(msgspec.Struct, frozen=True, kw_only=True, tag="outcome-decided/1"):
    """The authority decided on the outcome: a record of its own stands in its place."""

    record: str


class OutcomeDropped(msgspec.Struct, frozen=True, kw_only=True, tag="outcome-dropped/1"):
    """Its department keeps the outcome no longer; the content says why."""


class ListEntryReceived(msgspec.Struct, frozen=True, kw_only=True, tag="list-entry-received/1"):
    """An entry of a list that somebody outside the authorities offered for departments to read.

    ``supplier`` made the list on ``dated_on``; after ``last_day`` nobody is shown the entry.
    ``list``: the id that all entries of the list have.
    """

    list: str
    department: str
    supplier: str
    supplier_code: str
    dated_on: date
    natural_key: str
    digest: str
    last_day: date
    batch: str = ""
    row: int = 0


class ListEntryWithdrawn(msgspec.Struct, frozen=True, kw_only=True, tag="list-entry-withdrawn/1"):
    """Who offered the list takes it back; the content says why."""
