"""What the API says of consents and of what is pulled under them."""

from datetime import date, datetime
from typing import Any

from ninja import Schema


class ConsentOut(Schema):
    """A consent given to the caller's institution, or by the caller's organisation.

    ``status``: `to-come`, `consent-in-force`, `used-up`, `taken-back` or `over`, on the day asked.
    """

    id: str
    organisation: str
    name: str
    grantee: str
    purpose: str
    product: str
    classes: list[str]
    first_day: date
    last_day: date
    continuous: bool
    status: str
    revoked_on: date | None
    used_on: date | None
    pulls: int


class ConsentsOut(Schema):
    """Consents, the latest first; ``next`` continues the list."""

    items: list[ConsentOut]
    next: str | None


class PullOut(Schema):
    """The receipt of a pull: to whom, when, which classes and record versions; never what was told.

    ``digest``: SHA-256, in hex, of the signed report; ``not_after``: no copy is used after it.
    """

    id: str
    consent: str
    organisation: str
    grantee: str
    purpose: str
    classes: list[str]
    on_day: date
    position: int
    records: list[str]
    versions: list[int]
    digest: str
    not_after: date
    at: datetime


class PulledOut(Schema):
    """What was told, as a signed document: check ``signature`` of ``signed`` with the public keys.

    ``signed`` holds the report: receipt, consent, grantee, purpose, basis, ``not_after``, and under
    ``told`` the classes of data with records and designations, each with its own ``not_after``.
    """

    receipt: str
    signed: dict[str, Any]
    digest: str
    signature: str
    key: str
