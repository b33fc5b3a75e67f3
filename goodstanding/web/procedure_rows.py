"""The bidders of a case as its page shows them: in the rows of their list, never in another order."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from django.utils.translation import gettext

from goodstanding.enquiries.models import Receipt
from goodstanding.flow.procedure_cases import bearings_of
from goodstanding.organisations.queries import named
from goodstanding.procedures.models import ProcedureCase
from goodstanding.procedures.queries import Bid
from goodstanding.rules.procuring.bearing import Bearing
from goodstanding.rules.procuring.rule import plain
from goodstanding.web.procedure_words import DOES, STAGES
from goodstanding.web.told import ToldEffect, told_effects
from goodstanding.web.visit import Visit


class ToldBearing(msgspec.Struct, frozen=True, kw_only=True):
    """One measure and what it does in the case; ``stages``: where alone, in words."""

    told: ToldEffect
    does: str
    acts: bool
    excludes: bool
    points: str
    is_bonus: bool
    stages: str


class BidRow(msgspec.Struct, frozen=True, kw_only=True):
    """One bidder: its last answer, what its effects do, what changed since the stage before."""

    bid: Bid
    name: str
    bearings: Sequence[ToldBearing]
    excluded: bool
    changed: bool

    @property
    def effects(self) -> list[ToldEffect]:
        """The effects as receipts show them."""
        return [each.told for each in self.bearings]


def rows_of(visit: Visit, case: ProcedureCase, bids: Iterable[Bid]) -> list[BidRow]:
    """Bidders as rows; the names in one query."""
    listed = list(bids)
    names = named(each.bidder.organisation for each in listed)
    return [_row(visit, case, each, names.get(each.bidder.organisation, "")) for each in listed]


def _row(visit: Visit, case: ProcedureCase, bid: Bid, name: str) -> BidRow:
    found = bearings_of(case, bid.last, stage=case.stage) if bid.last else []
    return BidRow(
        bid=bid,
        name=name,
        bearings=_told(visit, found),
        excluded=any(each.excludes for each in found),
        changed=bid.before is not None and _acts(bid.before) != _acts(bid.last),
    )


def _acts(receipt: Receipt | None) -> tuple[str, str]:
    return (receipt.answer, receipt.act_as) if receipt else ("", "")


def _told(visit: Visit, found: Sequence[Bearing]) -> list[ToldBearing]:
    """One line for a measure, however many departments carry it out."""
    same: dict[tuple[str, str, str], list[Bearing]] = {}
    for each in found:
        effect = each.effect
        key = (effect.measure, effect.decision.designation or effect.condition, effect.force)
        same.setdefault(key, []).append(each)
    return [_bearing(visit, each) for each in same.values()]


def _joined(stages: Iterable[str]) -> str:
    return gettext(", ").join(str(STAGES[each]) for each in stages)


def _bearing(visit: Visit, carried: Sequence[Bearing]) -> ToldBearing:
    one = carried[0]
    effects: list[dict[str, Any]] = msgspec.to_builtins([each.effect for each in carried])
    [told] = told_effects(visit, effects)
    return ToldBearing(
        told=told,
        does=str(DOES[one.does]),
        acts=one.acts,
        excludes=one.excludes,
        points="" if one.points is None else plain(one.points),
        is_bonus=one.does == "bonus",
        stages=_joined(one.stages),
    )
