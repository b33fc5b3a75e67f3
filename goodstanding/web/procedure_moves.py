"""Bidders whose answer is another now, as a page shows them before the case goes on."""

from collections.abc import Sequence
from typing import Any

import msgspec

from goodstanding.flow.changed_since import New
from goodstanding.organisations.queries import named
from goodstanding.procedures.queries import Bid
from goodstanding.rules.effects import Effect
from goodstanding.web.told import told_effects
from goodstanding.web.visit import Visit


def moved_rows(visit: Visit, changes: Sequence[tuple[Bid, New]]) -> list[dict[str, Any]]:
    """Each with its name, the answer told last, the answer now, and what came and went."""
    names = named(bid.bidder.organisation for bid, _ in changes)
    return [
        {
            "bid": bid,
            "name": names.get(bid.bidder.organisation, ""),
            "change": change,
            "came": told_effects(visit, _plain(change.came)),
            "went": told_effects(visit, _plain(change.went)),
        }
        for bid, (_, change) in changes
    ]


def _plain(effects: tuple[Effect, ...]) -> list[dict[str, Any]]:
    plain: list[dict[str, Any]] = msgspec.to_builtins(list(effects))
    return plain
