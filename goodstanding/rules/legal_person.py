"""An organisation as its register tells it: dated names, dated statuses, whom it came from."""

from datetime import date

import msgspec

ACTIVE, ENDED = "active", "ended"
SUCCESSOR, PREDECESSOR = "successor", "predecessor"
MERGER, DIVISION, CODE_CHANGE = "merger", "division", "code-change"


class DatedName(msgspec.Struct, frozen=True, kw_only=True):
    """A name and the first day it was borne; null where not known."""

    name: str
    since: date | None


class DatedStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A status and its first day; ``reason`` says why an organisation ended."""

    status: str
    since: date
    reason: str = ""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Another organisation that this one came from or went into, how, and from which day on.

    ``by``: ``merger``, ``division`` or ``code-change`` (the same legal person under another code).
    """

    other: str
    by: str
    manner: str
    on: date


class Organisation(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation", omit_defaults=True
):
    """An organisation by its code, with its names in the order in which they were borne.

    What a base registration adds is left out while there is none: bytes stored before stay right.
    ``struck``: codes it was wrongly said to have borne, so that answers given under them are found.
    """

    id: str
    class_id: str
    names: tuple[DatedName, ...]
    established_on: date | None = None
    statuses: tuple[DatedStatus, ...] = ()
    successors: tuple[Link, ...] = ()
    predecessors: tuple[Link, ...] = ()
    struck: tuple[Link, ...] = ()

    @property
    def organisation(self) -> str:
        """The stream: the code itself."""
        return self.id

    @property
    def is_open(self) -> bool:
        """Always part of the working set."""
        return True

    @property
    def name(self) -> str:
        """The name borne now."""
        return self.names[-1].name

    @property
    def status(self) -> DatedStatus | None:
        """The last status stated; none where no base registration stated one."""
        return self.statuses[-1] if self.statuses else None

    def status_on(self, day: date) -> DatedStatus | None:
        """The status that holds on a day; none where none was stated for it."""
        held = [each for each in self.statuses if each.since <= day]
        return held[-1] if held else None

    def ended_by(self, day: date) -> DatedStatus | None:
        """The status that ended the organisation on or before a day; none where it lives."""
        held = self.status_on(day)
        return held if held and held.status == ENDED else None

    @property
    def replaced_by(self) -> Link | None:
        """The code this legal person bears now instead of this one; none where it bears this."""
        found = [each for each in self.successors if each.by == CODE_CHANGE]
        return found[-1] if found else None


def with_name(names: tuple[DatedName, ...], new: DatedName) -> tuple[DatedName, ...]:
    """Names with another one in its place by date; it gives a day to the same name without one.

    A name of which nothing but itself is known was borne before any that has a first day.
    """
    others = tuple(each for each in names if each != new and not _without_day(each, new))
    return tuple(sorted((*others, new), key=lambda each: each.since or date.min))


def _without_day(known: DatedName, new: DatedName) -> bool:
    return known.since is None and known.name == new.name
