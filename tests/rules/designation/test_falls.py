"""Records that fall one after the other: the days in force of what rested on them, counted by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.rules.road import DECIDED, Road, after

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "falls.yaml").read_bytes())
#: No law fixes the years of what it carries, so that the records under it may be repaired.
GROUND = "construction-quality/unlawful-subcontracting"


def on_day(number: int) -> date:
    return after(DECIDED, number - 1)


def lived(case: dict[str, Any]) -> tuple[Road, str]:
    road = Road()
    records = {"a": road.penalty(), "b": road.penalty()}
    listing = road.listed(*records.values(), ground=GROUND, each_suffices=case["each"])
    for day, name, how in case["falls"]:
        road.on = on_day(day)
        if how == "repaired":
            road.repaired(records[name])
        else:
            road.taken_back(records[name], as_wrong=how == "wrong")
    return road, listing


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["counted"])
def test_the_days_on_which_something_right_carried_it(case: dict[str, Any]) -> None:
    road, listing = lived(case)
    days = [day for day in range(1, 41) if road.force(on_day(day))]
    first, last = case["in force"] or (1, 0)
    assert days == list(range(first, last + 1))
    ending = road.state(listing).span.ending
    found = [(ending.from_day - DECIDED).days + 1, ending.from_start] if ending else None
    assert found == case["ended"]
