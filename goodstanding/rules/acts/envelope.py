"""The envelope every act travels in, and what a decision hands to the writer."""

from datetime import date, datetime

import msgspec

from goodstanding.rules.acts.effects import Effect

Content = dict[str, str]

SYSTEM = "system"


class Header(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who, when, where: all that is true of an act whatever its kind."""

    act_id: str
    position: int
    recorded_at: datetime
    effective_on: date
    stream: str
    aggregate: str
    kind: str
    by: str
    department: str
    rulebook: str
    calendar: str
    cause: str


class Act(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An immutable, dated, attributed legal event.

    ``effect`` is all that `evolve` may read and is never deleted; ``content`` (narrative, names,
    documents) may one day be destroyed by an act of its own.
    """

    header: Header
    effect: Effect
    content: Content


class Decided(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An act as decided: the writer adds number, moment and author."""

    stream: str
    aggregate: str
    effective_on: date
    effect: Effect
    content: Content = {}
