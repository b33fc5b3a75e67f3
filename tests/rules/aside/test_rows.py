"""Rows that no decision stands behind: taken, kept until a day, and never a record."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules.acts.aside import ListEntryReceived, OutcomeKept
from goodstanding.rules.aside.entering import (
    Standing,
    judged_aside,
    kept_until,
    put_aside,
    undecided_key,
)
from goodstanding.rules.grades import carries_grade, graded
from goodstanding.rules.judging import Judged
from goodstanding.rules.receiving import key_of
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Quarantined, Rejected
from goodstanding.rules.records import judge_row
from tests.rules.correction.world import LAW
from tests.rules.penalty_rows import code, contract, identity_number, offered, outcome

TODAY = date(2026, 6, 1)
GRADES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "grades.yaml").read_text())
ROWS = {"contract-performance": contract, "inspection-result": outcome}
PREFIX = {"contract-performance": "CP_", "inspection-result": "IR_"}
KINDS = list(ROWS)
NONE = {"DOCUMENT": "", "DECIDED_ON": "/", "BASIS": "无"}


def judged(row, kind):
    return judge_row(row, kind=kind, row=7, rulebook=LAW.rulebook, today=TODAY)


def undecided(kind, **changed):
    values = {PREFIX[kind] + name: text for name, text in {**NONE, **changed}.items()}
    return judged(ROWS[kind](1, **values), kind)


def a_list(**changed):
    values = {f"TL_{name}": text for name, text in changed.items()}
    return judged(offered(1, **values), "third-party-list")


def act(row):
    return put_aside(
        row, id="k-1", digest=digest(row), department="d", batch="b-1", law=LAW, on=TODAY
    )


@pytest.mark.parametrize("kind", KINDS)
def test_without_any_of_a_decision_it_is_kept_and_is_no_record(kind):
    row = undecided(kind)
    assert isinstance(row, Accepted), row
    assert (row.is_record, row.document, undecided_key(row)) == (False, "", "")
    made = act(row)
    assert isinstance(made.effect, OutcomeKept)
    # A decided one would be public for twelve months; counted from 2026-02-27, through 2027-02-26.
    assert made.effect.last_day == date(2027, 2, 26)
    assert "basis" not in made.content
    assert made.content["happened_on"] == "2026-02-27"


@pytest.mark.parametrize("kind", KINDS)
def test_the_decision_added_is_known_by_the_same_key(kind):
    decided = judged(ROWS[kind](1), kind)
    assert undecided_key(decided) == key_of(undecided(kind))
    other = judged(ROWS[kind](1, **{PREFIX[kind] + "HAPPENED_ON": "2026-02-26"}), kind)
    assert undecided_key(other) != key_of(undecided(kind))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("changed", "column", "problem"),
    [
        ({"HAPPENED_ON": ""}, "HAPPENED_ON", "ValueMissing"),
        ({"HAPPENED_ON": "2026-06-02"}, "HAPPENED_ON", "NotHappenedYet"),
        ({"MATTER": ""}, "MATTER", "ValueMissing"),
        ({"FACTS": ""}, "FACTS", "ValueMissing"),
        ({"DOCUMENT": "岚〔2026〕1号"}, "BASIS", "ValueMissing"),
    ],
)
def test_what_is_wrong_with_it_is_told(kind, changed, column, problem):
    found = undecided(kind, **changed)
    assert isinstance(found, Rejected), found
    assert (PREFIX[kind] + column, problem) in {(p.column, p.code) for p in found.problems}


@pytest.mark.parametrize("kind", [*KINDS, "third-party-list"])
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"NAME": "甲某某", "CODE": identity_number()}, "RowAboutPerson"),
        ({"CODE": code(1, prefix="92")}, "RowAboutHouseholdBusiness"),
        ({"FACTS": f"负责人 {identity_number()}"}, "IdentityNumberInCell"),
        ({"REASON": f"联系 {identity_number()}"}, "IdentityNumberInCell"),
    ],
)
def test_the_same_guard_stands_before_it(kind, changed, reason):
    found = a_list(**changed) if kind == "third-party-list" else undecided(kind, **changed)
    assert isinstance(found, Quarantined), found
    assert found.code == reason


def test_an_offered_list_says_whose_it_is_and_until_when():
    made = act(a_list()).effect
    assert isinstance(made, ListEntryReceived)
    assert (made.supplier, made.dated_on) == ("岚港市建筑业协会", date(2026, 3, 2))
    # No end of its own: the twelve months of the rulebook, from the day of the list.
    assert made.last_day == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("until", "last_day"),
    [
        ("2026-09-30", date(2026, 9, 30)),
        ("2029-01-01", date(2027, 3, 1)),
        ("长期", date(2027, 3, 1)),
    ],
)
def test_its_own_end_holds_where_it_is_sooner(until, last_day):
    assert kept_until(a_list(UNTIL=until), LAW) == last_day


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"METHOD": "见官网"}, ("TL_METHOD", "NotAnAddress")),
        ({"METHOD": "javascript:alert(1)"}, ("TL_METHOD", "NotAnAddress")),
        ({"METHOD": ""}, ("TL_METHOD", "ValueMissing")),
        ({"SUPPLIER": ""}, ("TL_SUPPLIER", "ValueMissing")),
        ({"DATED_ON": "2026-06-02"}, ("TL_DATED_ON", "DateInTheFuture")),
        ({"UNTIL": "2026-03-01"}, ("TL_UNTIL", "DatesOutOfOrder")),
    ],
)
def test_a_list_without_its_label_is_sent_back(changed, problem):
    found = a_list(**changed)
    assert isinstance(found, Rejected), found
    assert problem in {(p.column, p.code) for p in found.problems}


@pytest.mark.parametrize("text", GRADES["graded"])
def test_a_grade_is_found(text):
    assert carries_grade(text)


@pytest.mark.parametrize("text", GRADES["plain"])
def test_what_only_looks_like_a_grade_is_none(text):
    assert not carries_grade(text)


@pytest.mark.parametrize("header", GRADES["headers"])
def test_a_column_of_grades_is_known_by_its_header(header):
    assert graded({}, {header: "甲"}, headers={}).code == "CarriesAGrade"
    assert graded({}, {header: ""}, headers={}) is None


def test_of_a_row_with_a_grade_nothing_is_kept():
    found = a_list(LIST="AAA级信用企业名单")
    assert isinstance(found, Quarantined)
    assert found.problem.fields == {"column": "TL_LIST"}
    assert isinstance(a_list(SUPPLIER="岚港市信用评级有限公司"), Accepted)


def test_what_is_over_or_was_taken_back_is_not_kept_again():
    old = undecided("inspection-result", HAPPENED_ON="2025-05-31")
    edge = undecided("inspection-result", HAPPENED_ON="2025-06-02", REFERENCE="2")
    gone = a_list()
    rows = tuple(replace(each, row=n) for n, each in enumerate((old, edge, gone), start=2))
    found = judged_aside(
        Judged(
            accepted=rows,
            digests=tuple(digest(each) for each in rows),
            duplicates=(),
            rejected=(),
            quarantined=(),
        ),
        {key_of(gone): Standing(digest="d", taken_back=date(2026, 5, 1))},
        law=LAW,
        on=TODAY,
    )
    # 2025-05-31 and twelve months end on 2026-05-30; 2025-06-02 on 2026-06-01, the day itself.
    assert found.accepted == (rows[1],)
    codes = [each.problems[0].code for each in found.rejected]
    assert codes == ["KeptNoLonger", "ListTakenBack"]
    assert found.rejected[0].echo.get("处理决定日期") is None
