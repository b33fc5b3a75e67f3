"""Freeze, commit to and draw a plan of 100,000 organisations and 500 inspectors, beside bare hashing.

The floor: one SHA-256 for each organisation and one sort of the pool, which no draw can do without.
"""

from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from time import perf_counter
from typing import Any

from goodstanding.rules.inspection.draw import draw
from goodstanding.rules.inspection.frame import Frame, Inspector, Item, Ticket, pool_digest
from goodstanding.rules.inspection.hashing import hashed

ORGANISATIONS, INSPECTORS = 100_000, 500
SEED = hashed("benchmark")
FIRST = date(2026, 6, 1)


def run(organisations: int = ORGANISATIONS, inspectors: int = INSPECTORS) -> dict[str, Any]:
    """Seconds of the floor, the digest of the pool and the draw; the draw as times its floor."""
    pool, frame = _pool(organisations), _frame(inspectors)
    floor, _ = _timed(lambda: _bare(pool))
    digest, _ = _timed(lambda: pool_digest(pool))
    drawing, visits = _timed(lambda: draw(SEED, pool, frame))
    return {
        "organisations": organisations,
        "inspectors": inspectors,
        "visits": len(visits),
        "seconds": {"floor": floor, "pool digest": digest, "draw": drawing},
        "ratio": {"draw / floor": drawing / floor, "pool digest / floor": digest / floor},
    }


def _bare(pool: list[Ticket]) -> list[str]:
    return sorted(sha256(each.ticket.encode()).hexdigest() for each in pool)


def _pool(many: int) -> list[Ticket]:
    """Of ten, seven at the ordinary share, two reduced, one raised."""
    labels = "AAAAAAABBC"
    return [
        Ticket(ticket=hashed("organisation", each), stratum=labels[each % 10], left=2)
        for each in range(many)
    ]


def _frame(inspectors: int) -> Frame:
    departments = ("fire-rescue", "market-regulation")
    return Frame(
        days=tuple(FIRST + timedelta(days=each) for each in range(60)),
        inspectors=tuple(
            Inspector(id=f"o-{each:04d}", department=departments[each % 2])
            for each in range(inspectors)
        ),
        conflicts=(),
        items=(
            Item(id="food-safety/hygiene", department="market-regulation", joint=True),
            Item(id="food-safety/labels", department="market-regulation", joint=True),
            Item(id="fire-safety/premises", department="fire-rescue", joint=True),
        ),
        shares={"A": 50, "B": 20, "C": 200},
        size=0,
        per_day=2,
    )


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = perf_counter()
    found = work()
    return perf_counter() - begun, found
