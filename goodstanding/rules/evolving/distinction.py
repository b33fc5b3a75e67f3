"""What acts mean for the statement that two organisations are not the same."""

from msgspec.structs import replace

from goodstanding.rules.acts.distinction import (
    DistinctionConfirmed,
    DistinctionStated,
    DistinctionWithdrawn,
)
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.distinct import Distinction
from goodstanding.rules.evolving.meaning import Meaning


def _stated(_: None, effect: DistinctionStated, header: Header) -> Distinction:
    return Distinction(
        id=header.aggregate,
        organisation=header.stream,
        other=effect.other,
        department=effect.department,
        stated_by=header.by,
        stated_on=header.effective_on,
        stated_at=header.position,
    )


def _confirmed(state: Distinction, _: DistinctionConfirmed, header: Header) -> Distinction:
    return replace(state, confirmed_on=header.effective_on)


def _withdrawn(state: Distinction, _: DistinctionWithdrawn, header: Header) -> Distinction:
    return replace(state, withdrawn_on=header.effective_on)


MEANING: Meaning = {
    DistinctionStated: _stated,
    DistinctionConfirmed: _confirmed,
    DistinctionWithdrawn: _withdrawn,
}
