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
