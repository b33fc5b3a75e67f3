"""Contracts and inspections: records only with the authority's decision; half of one is a slip."""

from datetime import date

import pytest

from goodstanding.rules.judging import column_refusals
from goodstanding.rules.official_columns import template_columns
from goodstanding.rules.receiving import record_entered
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Quarantined, Rejected
from goodstanding.rules.records import judge_row
from tests.rules.correction.world import LAW
from tests.rules.penalty_rows import abnormal, code, contract, identity_number, outcome, wrong_check

TODAY = date(2026, 6, 1)
ROWS = {"contract-performance": contract, "inspection-result": outcome}
PREFIX = {"contract-performance": "CP_", "inspection-result": "IR_"}
KINDS = list(ROWS)


def judged(kind: str, **changed: str):
    row = ROWS[kind](1, **{PREFIX[kind] + name: text for name, text in changed.items()})
    return judge_row(row, kind=kind, row=7, rulebook=LAW.rulebook, today=TODAY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_decided_outcome_is_an_adverse_record_for_its_term(kind):
    row = judged(kind)
    assert isinstance(row, Accepted), row
    made = record_entered(
        row, id="r-1", digest=digest(row), department="d", batch="", law=LAW, on=TODAY
    )
    effect = made.effect
    assert (effect.adverse, effect.transcribed) == (True, False)
    # Twelve months from 2026-03-02 end on the day before 2027-03-02.
    assert (effect.public_from, effect.public_until) == (TODAY, date(2027, 3, 1))
    assert made.content["happened_on"] == "2026-02-27"


@pytest.mark.parametrize(
    ("kind", "row"), [*((k, ROWS[k](1)) for k in KINDS), ("abnormal-operation", abnormal(1))]
)
def test_a_basis_that_cannot_be_read_is_seen_by_an_officer_before_the_public(kind, row):
    basis = next(name for name in row if name.endswith("_BASIS"))
    read = judge_row(
        row | {basis: "见决定书"}, kind=kind, row=7, rulebook=LAW.rulebook, today=TODAY
    )
    made = record_entered(
        read, id="r-1", digest=digest(read), department="d", batch="", law=LAW, on=TODAY
    )
    effect = made.effect
    assert (effect.basis_readable, effect.public_from, effect.public_until) == (False, None, None)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("column", ["DOCUMENT", "DECIDED_ON", "BASIS"])
def test_half_a_decision_is_a_slip(kind, column):
    """Two of document, day and basis: the third is asked for, and nothing is entered or kept."""
    found = judged(kind, **{column: ""})
    assert isinstance(found, Rejected)
    assert [(p.column, p.code) for p in found.problems] == [(PREFIX[kind] + column, "ValueMissing")]
    titles = [c.title for c in template_columns(kind) if c.code != PREFIX[kind] + column]
    assert column_refusals(titles, kind=kind) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"HAPPENED_ON": "2026-03-03"}, ("HAPPENED_ON", "AfterTheDecision")),
        ({"HAPPENED_ON": "昨天"}, ("HAPPENED_ON", "DateNotRead")),
        ({"DECIDED_ON": "2026-06-02"}, ("DECIDED_ON", "DateInTheFuture")),
        ({"MATTER": ""}, ("MATTER", "ValueMissing")),
        ({"FACTS": "/"}, ("FACTS", "ValueMissing")),
        ({"FACTS": "字" * 4001}, ("FACTS", "TextTooLong")),
        ({"CODE": wrong_check(1)}, ("CODE", "CheckCharacterWrong")),
    ],
)
def test_what_is_wrong_is_told_in_its_column(kind, changed, problem):
    found = judged(kind, **changed)
    assert isinstance(found, Rejected), found
    assert (PREFIX[kind] + problem[0], problem[1]) in {(p.column, p.code) for p in found.problems}


def test_the_day_of_an_inspection_is_needed_and_that_of_a_breach_is_not():
    assert isinstance(judged("inspection-result", HAPPENED_ON=""), Rejected)
    assert isinstance(judged("inspection-result", REFERENCE=""), Accepted)
    assert isinstance(judged("contract-performance", HAPPENED_ON=""), Accepted)
    assert isinstance(judged("contract-performance", REFERENCE=""), Rejected)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"BASIS": "《互联网信息服务管理办法》第二十条"}, "OutsideTheRegister"),
        ({"MATTER": "依据《宗教事务条例》的检查"}, "OutsideTheRegister"),
        ({"FACTS": f"负责人 {identity_number()}"}, "IdentityNumberInCell"),
        ({"CODE": identity_number(), "NAME": "甲某某"}, "RowAboutPerson"),
        ({"CODE": code(1, prefix="92")}, "RowAboutHouseholdBusiness"),
    ],
)
def test_of_what_stays_outside_nothing_is_kept(kind, changed, reason):
    found = judged(kind, **changed)
    assert isinstance(found, Quarantined), found
    assert found.code == reason
