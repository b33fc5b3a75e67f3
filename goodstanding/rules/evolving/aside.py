"""What acts mean for what stands beside the register: that it is kept, until when, and no more."""

from msgspec.structs import replace

from goodstanding.rules.acts.aside import (
    ListEntryReceived,
    ListEntryWithdrawn,
    OutcomeDecided,
    OutcomeDropped,
    OutcomeKept,
)
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry
from goodstanding.rules.evolving.meaning import Meaning


def _kept(_: None, effect: OutcomeKept, header: Header) -> KeptOutcome:
    return KeptOutcome(
        id=header.aggregate,
        organisation=header.stream,
        record_kind=effect.record_kind,
        department=effect.department,
        authority=effect.authority,
        happened_on=effect.happened_on,
        natural_key=effect.natural_key,
        digest=effect.digest,
        last_day=effect.last_day,
        kept_on=header.effective_on,
        position=header.position,
        batch=effect.batch,
        row=effect.row,
    )


def _decided(state: KeptOutcome, effect: OutcomeDecided, header: Header) -> KeptOutcome:
    return replace(state, ended_on=header.effective_on, record=effect.record)


def _dropped(state: KeptOutcome, effect: OutcomeDropped, header: Header) -> KeptOutcome:
    return replace(state, ended_on=header.effective_on)


def _received(_: None, effect: ListEntryReceived, header: Header) -> OfferedEntry:
    return OfferedEntry(
        id=header.aggregate,
        organisation=header.stream,
        list=effect.list,
        department=effect.department,
        supplier=effect.supplier,
        supplier_code=effect.supplier_code,
        dated_on=effect.dated_on,
        natural_key=effect.natural_key,
        digest=effect.digest,
        last_day=effect.last_day,
        received_on=header.effective_on,
        position=header.position,
        batch=effect.batch,
        row=effect.row,
    )


def _withdrawn(state: OfferedEntry, effect: ListEntryWithdrawn, header: Header) -> OfferedEntry:
    return replace(state, ended_on=header.effective_on)


MEANING: Meaning = {
    OutcomeKept: _kept,
    OutcomeDecided: _decided,
    OutcomeDropped: _dropped,
    ListEntryReceived: _received,
    ListEntryWithdrawn: _withdrawn,
}
