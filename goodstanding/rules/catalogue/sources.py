"""Where a rule comes from, what it is called, and from which day to which day it holds."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal

import msgspec

from goodstanding.rules.catalogue.entry import Changeable

Level = Literal[
    "law",
    "administrative-regulation",
    "ministry-rule",
    "local-regulation",
    "judicial-interpretation",
    "central-policy",
    "memorandum",
    "city-document",
]
"""The rank of an instrument. Only the levels of `CARRIES_A_RESTRICTION` can reduce rights."""

CARRIES_A_RESTRICTION: frozenset[str] = frozenset(
    {"law", "administrative-regulation", "local-regulation"}
)

Confidence = Literal["certain", "likely", "to_confirm"]
"""How sure the pack's author is of an article or a date; `to_confirm` is shown as such."""

Id = Annotated[str, msgspec.Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
Path = Annotated[str, msgspec.Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$")]


class Title(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A name in the two languages of the register: `zh` (simplified Chinese) and `en`."""

    zh: str
    en: str


class InForce(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename={"since": "from"},
):
    """From the first day to the last, both in force; without `until`, open. Legal days, Shanghai."""

    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """True if `day` is one of the days of force."""
        return self.since <= day and (self.until is None or day <= self.until)


class Instrument(Changeable, frozen=True, kw_only=True):
    """A law, regulation, rule, policy or memorandum that rules may cite.

    `number`: its document number as published; `aliases`: other names it is cited by; `in_force`:
    its days of force (an amendment that keeps the instrument does not end it); `see`: the
    instrument that took its place.
    """

    id: Id
    title: Title
    level: Level
    in_force: InForce
    number: str = ""
    aliases: tuple[str, ...] = ()
    see: Id | None = None
    confidence: Confidence = "certain"


class Renumbered(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename={"since": "from"},
):
    """From `since` on, an amendment gives the same rule another article number."""

    since: date
    article: str


class Citation(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """An article of an instrument: `article` as first cited, `renumbered` oldest first.

    `connects`: the article itself ties the conduct to the measure, though of different fields.
    """

    instrument: Id
    article: str
    renumbered: tuple[Renumbered, ...] = ()
    confidence: Confidence = "certain"
    connects: bool = False

    def article_on(self, day: date) -> str:
        """The number the article bears on `day`."""
        later = [step.article for step in self.renumbered if step.since <= day]
        return later[-1] if later else self.article


def overlap(one: InForce, other: InForce) -> bool:
    """True if there is a day on which both hold."""
    day = max(one.since, other.since)
    return one.holds_on(day) and other.holds_on(day)


def first_gap(wanted: InForce, spans: Iterable[InForce]) -> date | None:
    """The first day of `wanted` on which none of the spans holds; None where all days are held."""
    day = wanted.since
    for span in sorted(spans, key=lambda each: each.since):
        if not span.holds_on(day):
            continue
        if span.until is None:
            return None
        day = span.until + timedelta(days=1)
    return day if wanted.holds_on(day) else None


def earliest(days: Iterable[date | None]) -> date | None:
    """The earliest of some last days, where None means open; None if all are open."""
    return min((day for day in days if day is not None), default=None)
