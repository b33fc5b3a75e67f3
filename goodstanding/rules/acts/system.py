"""Acts of the register itself."""

from datetime import date

import msgspec


class RulebookActivated(msgspec.Struct, frozen=True, kw_only=True, tag="rulebook-activated/1"):
    """A version of a rulebook comes into force."""

    rulebook: str
    digest: str
    in_force_from: date


class CalendarLoaded(msgspec.Struct, frozen=True, kw_only=True, tag="calendar-loaded/1"):
    """The official working-day calendar of some years is known."""

    digest: str
    years: tuple[int, ...]


class RulebookDrafted(msgspec.Struct, frozen=True, kw_only=True, tag="rulebook-drafted/1"):
    """A version of a rulebook without any problem is put forward, to be approved by two people."""

    rulebook: str
    version: str
    digest: str
    in_force_from: date


class RulebookApproved(msgspec.Struct, frozen=True, kw_only=True, tag="rulebook-approved/1"):
    """One person approves a drafted version, and names the unsure values that burden anybody.

    ``report``: the digest of the dry run report that was looked at; older approvals had none.
    """

    digest: str
    acknowledged: tuple[str, ...]
    report: str | msgspec.UnsetType = msgspec.UNSET


class CalendarDrafted(msgspec.Struct, frozen=True, kw_only=True, tag="calendar-drafted/1"):
    """A working-day calendar is put forward, to be approved by two people."""

    digest: str
    years: tuple[int, ...]


class CalendarApproved(msgspec.Struct, frozen=True, kw_only=True, tag="calendar-approved/1"):
    """One person approves a drafted calendar."""

    digest: str


class DraftWithdrawn(msgspec.Struct, frozen=True, kw_only=True, tag="draft-withdrawn/1"):
    """What was drafted is no longer put forward."""

    digest: str


class GoingLiveDeclared(msgspec.Struct, frozen=True, kw_only=True, tag="going-live-declared/1"):
    """From now on every record is entered as it comes in: nothing is a first import any more."""


class ReturnFiled(msgspec.Struct, frozen=True, kw_only=True, tag="return-filed/1"):
    """A department confirms what it designated, ended and changed in a month; none is none too.

    ``month``: its first day; ``up_to``: the list is of the register as it was at this position;
    ``count`` and ``digest`` (SHA-256, hex) are of its lines, so that anybody can draw it up again.
    """

    department: str
    month: date
    count: int
    digest: str
    up_to: int
