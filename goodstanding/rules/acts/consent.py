"""Acts by which an organisation lets an institution outside the administration consult it."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Basis


class OpenedClass(msgspec.Struct, frozen=True, kw_only=True):
    """A class of data as it was when consent was given: its id, kinds of record, and other facts."""

    id: str
    records: tuple[str, ...]
    facts: tuple[str, ...]


class ConsentGiven(msgspec.Struct, frozen=True, kw_only=True, tag="consent-given/1"):
    """The organisation of the stream lets one institution consult it, for a purpose, for days.

    ``grantee``: the institution's own credit code; ``product``: its reference, as for a loan;
    ``procedure``: whose answer belongs to the purpose; ``classes``: what is opened, resolved;
    ``continuous``: pulled as often as needed, else by the first pull alone; ``reminders``: the days
    on which the organisation is reminded of it.
    """

    grantee: str
    grantee_kind: str
    purpose: str
    product: str
    procedure: str
    classes: tuple[OpenedClass, ...]
    first_day: date
    last_day: date
    continuous: bool
    reminders: tuple[date, ...]
    basis: tuple[Basis, ...]


class ConsentRevoked(msgspec.Struct, frozen=True, kw_only=True, tag="consent-revoked/1"):
    """The organisation takes its consent to ``grantee`` back: nothing is opened from this act on."""

    grantee: str


class ConsentUsed(msgspec.Struct, frozen=True, kw_only=True, tag="consent-used/1"):
    """A consent for one time is used up by its first pull; ``receipt``: of that pull."""

    receipt: str
