"""At which rate one plan draws an organisation, and which of its own records say so."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from goodstanding.rules.inspection.rates import Candidate, FieldRecord, rates
from tests.rules.catalogue.packs import dongguan

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "sampling.yaml").read_text(encoding="utf-8")
)
TABLE = dongguan().sampling("food-safety", date(2026, 6, 8))
CODE = "91449800MA0000015B"


def record(number, given):
    return FieldRecord(
        id=f"r{number}",
        kind=given.get("kind", "penalty"),
        decided_on=given["decided_on"],
        instruments=frozenset(given.get("instruments", ["food-safety-law"])),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_the_rate_follows_from_own_records_in_the_field(case):
    records = tuple(record(*each) for each in enumerate(case.get("records", ()), start=1))
    advantages = tuple((each, "d1") for each in case.get("advantages", ()))
    candidate = Candidate(code=CODE, records=records, advantages=advantages)
    lighter = frozenset({CODE} if case.get("lighter") else ())
    (found,) = rates([candidate], TABLE, on=date(2026, 6, 8), lighter=lighter)
    assert (found.rate, list(found.because)) == (case["rate"], case.get("because", []))
