"""What becomes public, to which day, and by when: the packs on cases counted by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from goodstanding.rules.acts.record import RecordEntered
from goodstanding.rules.law import Law
from goodstanding.rules.receiving import record_entered
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted
from goodstanding.rules.records import judge_row
from tests.rules import penalty_rows
from tests.rules.calendars import official
from tests.rules.test_law_by_hand import book

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "publication.yaml").read_text())
ROWS = {"severe-listing": penalty_rows.listing}
TODAY = date(2026, 6, 1)


def entered(rulebook: str, case: dict[str, Any]) -> RecordEntered:
    law = Law(rulebook=book(rulebook), calendar=official())
    sound = ROWS.get(case["kind"]) or getattr(penalty_rows, case["kind"])
    cells = sound(1, **{name: str(text) for name, text in case.get("row", {}).items()})
    on = case.get("entered", TODAY)
    row = judge_row(cells, kind=case["kind"], row=7, rulebook=law.rulebook, today=on)
    assert isinstance(row, Accepted), row
    made = record_entered(
        row, id="r-1", digest=digest(row), department="d", batch="", law=law, on=on
    )
    assert isinstance(made.effect, RecordEntered)
    return made.effect


@pytest.mark.parametrize(
    ("rulebook", "case"),
    [
        pytest.param(rulebook, case, id=f"{rulebook} {case['kind']}: {case['counted']}")
        for rulebook, cases in CASES.items()
        for case in cases
    ],
)
def test_a_row_is_public_to_its_last_day_and_due_on_its_day(
    rulebook: str, case: dict[str, Any]
) -> None:
    effect = entered(rulebook, case)
    assert effect.public_until == case["public until"], case["counted"]
    assert (effect.public_from is None) is (effect.public_until is None)
    due = effect.publication.due if effect.publication else None
    assert due == case["due"], case["counted"]
