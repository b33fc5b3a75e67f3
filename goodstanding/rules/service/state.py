"""What the acts of service add up to, letter by letter."""

from datetime import date

import msgspec

from goodstanding.rules.acts.service import TermEnd


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt that failed, and why."""

    on: date
    method: str
    reason: str
    proof: str


class PublicNotice(msgspec.Struct, frozen=True, kw_only=True):
    """A public notice of a letter: its number, since when, and the end of its period."""

    document: str
    on: date
    proof: str
    ends: TermEnd


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """How and when a letter was served, and the remedies that run from there."""

    on: date
    method: str
    proof: str
    reconsideration: TermEnd | None
    court: TermEnd | None
    witness: str = ""
    consent: str = ""
    through: str = ""


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """Everything done to serve one letter."""

    letter: str
    attempts: tuple[Attempt, ...] = ()
    public: PublicNotice | None = None
    served: Served | None = None


def service_of(services: tuple[Service, ...] | msgspec.UnsetType, letter: str) -> Service:
    """What was done to serve a letter; nothing yet where nothing was."""
    found = (each for each in services or () if each.letter == letter)
    return next(found, Service(letter=letter))
