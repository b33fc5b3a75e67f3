"""Invented pools and frames for draws, and the file of one."""

from datetime import date, timedelta

import msgspec
from hypothesis import strategies as st

from goodstanding.rules.inspection.draw import draw
from goodstanding.rules.inspection.drawfile import FORMAT, DrawFile
from goodstanding.rules.inspection.frame import (
    Conflict,
    Frame,
    Inspector,
    Item,
    Ticket,
    commitment,
    frame_digest,
    pool_digest,
)
from goodstanding.rules.inspection.hashing import hashed

FIRST = date(2026, 6, 15)
ITEMS = (
    Item(id="food/hygiene", department="market", joint=True),
    Item(id="food/labels", department="market", joint=True),
    Item(id="food/oil", department="ecology", joint=True),
    Item(id="food/apart", department="market", joint=False),
    Item(id="food/fixed", department="market", joint=False, fixed=250),
    Item(id="food/joint-fixed", department="ecology", joint=True, fixed=400),
)
SHARES = {"A": 20, "B": 150, "C": 600}


def ticket(number, stratum="B", left=2):
    return Ticket(ticket=hashed("organisation", number), stratum=stratum, left=left)


def frame(**given):
    """Ten days and six inspectors in each of two departments, if nothing else is said."""
    people = [
        Inspector(id=f"o-{department}-{each}", department=department)
        for department in ("market", "ecology")
        for each in range(6)
    ]
    return Frame(
        **{
            "days": tuple(FIRST + timedelta(days=each) for each in range(10)),
            "inspectors": tuple(people),
            "conflicts": (),
            "items": ITEMS[:3],
            "shares": SHARES,
            "size": 0,
            "per_day": 6,
        }
        | given
    )


@st.composite
def inputs(draw):
    """A seed, a pool and a frame, with conflicts that leave most inspectors free."""
    many = draw(st.integers(1, 40))
    pool = [
        ticket(each, draw(st.sampled_from("ABC")), draw(st.integers(0, 2))) for each in range(many)
    ]
    items = draw(st.lists(st.sampled_from(ITEMS), min_size=1, unique_by=lambda item: item.id))
    people = frame().inspectors
    conflicts = [
        Conflict(ticket=one.ticket, inspector=who.id)
        for one in pool[:8]
        for who in draw(st.lists(st.sampled_from(people), max_size=2, unique=True))
    ]
    size = draw(st.sampled_from([0, 0, 3]))
    seed = hashed("seed", draw(st.integers(0, 2**32)))
    made = frame(items=tuple(items), conflicts=tuple(conflicts), size=size, per_day=30)
    return seed, pool, made


def file_of(seed, pool, made, **given):
    """The public file of a draw that was done."""
    of_pool, of_frame, of_table = pool_digest(pool), frame_digest(made), hashed("table")
    committed = commitment(seed=seed, plan="i-1", pool=of_pool, table=of_table, frame=of_frame)
    found = {
        "format": FORMAT,
        "plan": "i-1",
        "number": 1,
        "committed_on": date(2026, 6, 8),
        "commitment": committed,
        "pool_digest": of_pool,
        "table_digest": of_table,
        "frame_digest": of_frame,
        "frame": made,
        "pool": tuple((one.ticket, one.stratum, one.left) for one in pool),
        "seed": seed,
        "visits": draw(seed, pool, made),
    }
    return msgspec.json.encode(DrawFile(**found | given))
