"""One point of a way: what was done, what is to be done now, what comes."""

from datetime import date

import msgspec

from goodstanding.web.clocks import Clock
from goodstanding.web.dates import full


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One point of the line: ``done``, ``now`` or ``next``; ``holder``: whom it is with now."""

    at: str
    when: str
    title: str
    text: str = ""
    clock: Clock | None = None
    holder: str = ""


def done(day: date, title: str, text: str = "") -> Point:
    """What was done, and on which day."""
    return Point(at="done", when=full(day), title=title, text=text)
