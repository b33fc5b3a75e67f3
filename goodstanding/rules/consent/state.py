"""A consent as its acts add up to it; where it stands on a day is told from its dates."""

from datetime import date
from enum import StrEnum
from typing import Protocol

import msgspec

from goodstanding.rules.acts.consent import OpenedClass
from goodstanding.rules.acts.values import Basis


class Status(StrEnum):
    """Where a consent stands on a day."""

    TO_COME = "to-come"
    IN_FORCE = "consent-in-force"
    USED = "used-up"
    REVOKED = "taken-back"
    OVER = "over"


class Lasting(Protocol):
    """What has the dates of a consent."""

    @property
    def first_day(self) -> date:
        """The first day on which it holds."""

    @property
    def last_day(self) -> date:
        """The last day on which it holds."""

    @property
    def revoked_on(self) -> date | None:
        """The day it was taken back."""

    @property
    def used_on(self) -> date | None:
        """The day it was used up."""


def status(consent: Lasting, *, on: date) -> Status:
    """Taken back or used up from that act on; otherwise by first and last day, both in force."""
    if consent.revoked_on is not None:
        return Status.REVOKED
    if consent.used_on is not None:
        return Status.USED
    if on > consent.last_day:
        return Status.OVER
    return Status.TO_COME if on < consent.first_day else Status.IN_FORCE


class Consent(msgspec.Struct, frozen=True, kw_only=True, tag="consent"):
    """Who may consult the organisation, for what, on which days; the acts that ended it, if any."""

    id: str
    organisation: str
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
    given_on: date
    given_by: str
    given_at: int
    revoked_on: date | None = None
    revoked_at: int = 0
    used_on: date | None = None
    used_at: int = 0
    receipt: str = ""

    @property
    def is_open(self) -> bool:
        """Consents are named by the step that needs them: never all loaded."""
        return False

    def status(self, on: date) -> Status:
        """Where it stands on a day; see `status`."""
        return status(self, on=on)

    def holds(self, on: date) -> bool:
        """Whether it opens something on the day or will."""
        return self.status(on) in (Status.IN_FORCE, Status.TO_COME)

    def opened(self, id: str) -> OpenedClass | None:
        """The class of data of that id, if it was consented to."""
        return next((each for each in self.classes if each.id == id), None)
