"""Inspection as data: at which rate a plan draws and why, what may be inspected, how often at most."""

from typing import Annotated, Literal

import msgspec

from goodstanding.rules.catalogue.entry import Changeable, Entry
from goodstanding.rules.catalogue.model import Months
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Path, Title

#: Of a thousand organisations, so many are drawn.
Share = Annotated[int, msgspec.Meta(ge=1, le=1000)]
Rate = Literal["reduced", "ordinary", "raised"]


class SamplingRule(Entry, frozen=True, kw_only=True):
    """One row of a table: what of an organisation's own records in the field leads to which rate.

    `when`: an `advantage` in force (the `measure`), or an `adverse-record` in effect, decided within
    `months`, of one of the kinds `records`, that cites one of the `instruments` of the field.
    """

    rate: Literal["reduced", "raised"]
    when: Literal["advantage", "adverse-record"]
    title: Title
    measure: Id | None = None
    records: tuple[Id, ...] = ()
    instruments: tuple[Id, ...] = ()
    months: Months | None = None


class Shares(Entry, frozen=True, kw_only=True):
    """What each rate means: of a thousand organisations at that rate, so many are drawn."""

    reduced: Share
    ordinary: Share
    raised: Share


class SamplingTable(Changeable, frozen=True, kw_only=True):
    """How a plan draws in one field. The first rule that fits holds; none: the ordinary rate.

    `visits_per_year`: the most visits an organisation has in a calendar year, over all plans;
    `visits_per_day`: the most visits of one inspector on a day.
    """

    id: Id
    field: Id
    title: Title
    rules: tuple[SamplingRule, ...]
    shares: Shares
    visits_per_year: Annotated[int, msgspec.Meta(ge=1, le=366)]
    visits_per_day: Annotated[int, msgspec.Meta(ge=1, le=24)] = 2
    citations: tuple[Citation, ...]
    in_force: InForce
    confidence: Confidence = "certain"


class FixedFrequency(Entry, frozen=True, kw_only=True):
    """The law fixes how many of a thousand are inspected, whatever their records, cap or not."""

    share: Share
    citation: Citation


class InspectionItem(Changeable, frozen=True, kw_only=True):
    """Something a department inspects.

    `joint`: may be done in one visit with the joint items of other departments; `fixed`: an item of
    safety whose frequency the law fixes.
    """

    id: Path
    title: Title
    field: Id
    department: Id
    citations: tuple[Citation, ...]
    in_force: InForce
    joint: bool = True
    fixed: FixedFrequency | None = None
    confidence: Confidence = "certain"
