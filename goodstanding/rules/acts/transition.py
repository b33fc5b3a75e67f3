"""Acts about values written down earlier that a new version of the law makes lighter."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class NewLastDay(msgspec.Struct, frozen=True, kw_only=True):
    """A last day resolved again, by which rule of the new version, and why it applies.

    ``of``: empty for the aggregate's own last day; under a measure the designation, in a designation
    the measure whose line it is. ``transition``: ``lighter``, ``new`` or ``sunset``. ``lift``: the
    lift duty that the new day brings, under a measure.
    """

    of: str
    rule: str
    transition: str
    last_day: date
    lift: Deadline | None = None


class ValuesReResolved(msgspec.Struct, frozen=True, kw_only=True, tag="values-re-resolved/1"):
    """A version of the law comes into force and shortens what was written down under another.

    It applies from the day the act is effective on, the version's first: no earlier day changes.
    """

    rulebook: str
    version: str
    digest: str
    values: tuple[NewLastDay, ...]
