"""What becomes public, to which day, and by when: the packs on cases counted by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from goodstanding.rules import codec
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.record import RecordEntered, RecordEnteredV1
from goodstanding.rules.correction.version import period_after
from goodstanding.rules.law import Law
from goodstanding.rules.receiving import record_entered
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted
from goodstanding.rules.records import judge_row
from tests.rules import penalty_rows
from tests.rules.calendars import official
from tests.rules.correction.world import fold, recorded
from tests.rules.test_law_by_hand import book

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "publication.yaml").read_text())
ROWS = {"severe-listing": penalty_rows.listing, "abnormal-operation": penalty_rows.abnormal}
AMENDED = {"CF_JDRQ": "2026-04-10", "CF_GSJZQ": ""}
EACH = [
    pytest.param(rulebook, case, id=f"{rulebook} {case['kind']}: {case['counted']}")
    for rulebook, cases in CASES.items()
    for case in cases
]
DIGEST = "5b6368f395169968bb1a484f006177329579c2b7f86e14a9e861456b5acfa2d0"
"""Of the first sound row, before the three columns were there."""
TODAY = date(2026, 6, 1)


def row(rulebook: str, case: dict[str, Any]) -> Accepted:
    sound = ROWS.get(case["kind"]) or getattr(penalty_rows, case["kind"])
    changed = AMENDED if (rulebook, case["kind"]) == ("cn-2026", "penalty") else {}
    changed = changed | {name: str(text) for name, text in case.get("row", {}).items()}
    on = case.get("entered", TODAY)
    found = judge_row(
        sound(1, **changed), kind=case["kind"], row=7, rulebook=book(rulebook), today=on
    )
    assert isinstance(found, Accepted), found
    return found


def decided(rulebook: str, case: dict[str, Any]) -> Decided:
    found = row(rulebook, case)
    return record_entered(
        found,
        id="r-1",
        digest=digest(found),
        department=case.get("department", "ecology-environment"),
        batch="",
        law=Law(rulebook=book(rulebook), calendar=official()),
        on=case.get("entered", TODAY),
    )


def entered(rulebook: str, case: dict[str, Any]) -> RecordEntered:
    effect = decided(rulebook, case).effect
    assert isinstance(effect, RecordEntered)
    return effect


@pytest.mark.parametrize(("rulebook", "case"), EACH)
def test_a_row_is_public_to_its_last_day_and_due_on_its_day(
    rulebook: str, case: dict[str, Any]
) -> None:
    effect = entered(rulebook, case)
    assert effect.public_until == case["public until"], case["counted"]
    assert (effect.public_from is None) is (effect.public_until is None)
    due = effect.publication.due if effect.publication else None
    assert due == case["due"], case["counted"]


@pytest.mark.parametrize(("rulebook", "case"), EACH)
def test_the_act_says_by_which_rule_and_why(rulebook: str, case: dict[str, Any]) -> None:
    effect = entered(rulebook, case)
    if effect.publishing is None:
        assert (effect.public_until, case.get("state")) == (None, None)
        return
    pinned = effect.publishing
    assert (pinned.state == "public") is (effect.public_until is not None), case["counted"]
    assert pinned.state == case.get("state", pinned.state)
    assert pinned.rule == case.get("rule", pinned.rule), case["counted"]
    assert pinned.repair_from == case.get("repair from", pinned.repair_from)
    assert pinned.version == f"{book(rulebook).id} {book(rulebook).version}"


def test_a_row_without_our_own_columns_keeps_the_digest_it_had() -> None:
    assert digest(row("dongguan-2018", {"kind": "penalty"})) == DIGEST


def test_a_notice_recorded_later_makes_the_record_public_and_nobody_late() -> None:
    case = {"kind": "penalty", "department": "market-regulation", "counted": ""}
    law = Law(rulebook=book("cn-2026"), calendar=official())
    waiting, told = (
        row("cn-2026", case | {"row": more}) for more in ({}, {"CF_GSGZ": "2026-05-29"})
    )
    record = msgspec.structs.replace(
        fold(recorded(decided("cn-2026", case), position=1)), department="market-regulation"
    )
    assert (record.public_from, record.publication) == (None, None)
    assert record.publishing is not msgspec.UNSET
    assert record.publishing.state == "not-notified"
    after = period_after(record, told, waiting, law=law, on=TODAY)
    # 29 May 2026 is a Friday: 1-5 June (5), 8 (6), 9 June (7).
    assert (after.first_day, after.last_day) == (TODAY, date(2027, 4, 9))
    assert after.due is not None
    assert after.due.due == date(2026, 6, 9)
    again = period_after(record, waiting, waiting, law=law, on=TODAY)
    assert (again.first_day, again.due, again.publishing) == (None, None, record.publishing)


def test_an_older_act_keeps_its_meaning_and_its_state_the_bytes_it_had() -> None:
    effect = entered("dongguan-2018", {"kind": "penalty", "counted": ""})
    fields = {name: getattr(effect, name) for name in RecordEnteredV1.__struct_fields__}
    old = RecordEnteredV1(**fields)
    made = decided("dongguan-2018", {"kind": "penalty", "counted": ""})
    state = fold(recorded(msgspec.structs.replace(made, effect=old), position=1))
    assert state.publishing is msgspec.UNSET
    assert b"publishing" not in codec.encode(state)
    assert state.public_until == effect.public_until
