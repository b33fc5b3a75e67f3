"""Median, nine tenths and worst by hand; shares that never flatter."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.rules.spread import share, spread

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "spread.yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["times"]))
def test_by_hand(case):
    found = spread(Counter(case["times"]))
    median = None if case["median"] is None else Decimal(str(case["median"]))
    assert found.count == len(case["times"])
    assert (found.median, found.nine_tenths, found.worst) == (
        median,
        case["nine_tenths"],
        case["worst"],
    )


@given(st.lists(st.integers(0, 400), min_size=1))
def test_nine_of_ten_are_within_and_no_shorter_time_would_do(times):
    found = spread(Counter(times))
    within = sum(each <= found.nine_tenths for each in times)
    shorter = sum(each < found.nine_tenths for each in times)
    assert within * 10 >= len(times) * 9 > shorter * 10
    assert min(times) <= found.median <= found.worst == max(times)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 0, None), (0, 7, "0"), (7, 7, "100"), (999, 1000, "99.9"), (9999, 10000, "99.9")],
)
def test_a_share_is_rounded_down_and_of_nothing_there_is_none(part, whole, said):
    assert share(part, whole) == (None if said is None else Decimal(said))
