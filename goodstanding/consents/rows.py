"""The row the state of a consent gives."""

from datetime import date

import msgspec

from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Consent


class ConsentRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Consent`."""

    id: str
    organisation: str
    grantee: str
    grantee_kind: str
    purpose: str
    product: str
    classes: tuple[str, ...]
    first_day: date
    last_day: date
    continuous: bool
    reminders: tuple[date, ...]
    given_on: date
    given_by: str
    given_at: int
    revoked_on: date | None
    used_on: date | None
    receipt: str


def _consent(state: Consent) -> tuple[ConsentRow, ...]:
    same = {name: getattr(state, name) for name in ConsentRow.__struct_fields__}
    return (ConsentRow(**same | {"classes": tuple(each.id for each in state.classes)}),)


SHELVES = (
    Shelf(state=Consent, table="consents_consent", key=("id",), row=ConsentRow, rows=_consent),
)
