"""The row a setting gives."""

from datetime import date

import msgspec

from goodstanding.catalogue.naming import kind_of, rulebook_of
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Setting


class ActivationRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Activation`."""

    aggregate: str
    kind: str
    rulebook: str
    digest: str
    in_force_from: date
    position: int


def _activation(state: Setting) -> tuple[ActivationRow, ...]:
    row = ActivationRow(
        aggregate=state.id,
        kind=kind_of(state.id),
        rulebook=rulebook_of(state.id),
        digest=state.digest,
        in_force_from=state.in_force_from,
        position=state.position,
    )
    return (row,)


SHELVES = (
    Shelf(
        state=Setting,
        table="catalogue_activation",
        key=("aggregate",),
        row=ActivationRow,
        rows=_activation,
    ),
)
