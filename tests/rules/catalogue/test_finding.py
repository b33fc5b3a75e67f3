"""Grounds are found by field, department, measure and text; what is not in force is not found."""

from datetime import date

import pytest

from goodstanding.rules.catalogue.finding import Wanted, grounds_wanted
from tests.rules.catalogue.packs import dongguan

BOOK = dongguan()
ON = date(2026, 1, 5)
WAGES = "wage-arrears/refusal-after-order"


def found(on: date = ON, **asked: str) -> set[str]:
    return {each.id for each in grounds_wanted(BOOK, Wanted(**asked), on=on)}


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"field": "wage-arrears"},
        {"department": "human-resources"},
        {"department": "public-resources-trading"},
        {"measure": "tender-exclusion"},
        {"text": "农民工工资"},
        {"text": "Payment of WAGES"},
        {"text": "限制参加依法必须进行招标"},
        {"field": "wage-arrears", "measure": "honours-barred", "text": WAGES},
    ],
)
def test_a_ground_is_found(asked: dict[str, str]) -> None:
    assert WAGES in found(**asked)


@pytest.mark.parametrize(
    "asked",
    [
        {"field": "tax"},
        {"department": "customs"},
        {"measure": "export-rebate-suspended"},
        {"text": "zzzz"},
        {"field": "wage-arrears", "text": "food"},
    ],
)
def test_another_is_not(asked: dict[str, str]) -> None:
    assert WAGES not in found(**asked)


def test_before_its_first_day_nothing_is_found() -> None:
    assert found(on=date(2001, 1, 1)) == set()
