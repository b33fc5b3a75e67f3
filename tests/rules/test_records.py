"""One row: a record, all its problems at once, or nothing of it."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from goodstanding.files.refusals import DigitsLost, FormulaInCell
from goodstanding.rules.errors import Refused
from goodstanding.rules.official_columns import COLUMNS
from goodstanding.rules.record_cells import written
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Quarantined, Rejected, Verdict
from goodstanding.rules.records import judge_row
from tests.rules.intake_rules import RULES
from tests.rules.penalty_rows import (
    AUTHORITY,
    COURT,
    TITLES,
    abnormal,
    code,
    contract,
    default,
    honour,
    identity_number,
    licence,
    listing,
    outcome,
    penalty,
    wrong_check,
)

TODAY = date(2026, 6, 1)


def judged(cells, *, kind: str = "penalty", flaws=None) -> Verdict | None:
    return judge_row(cells, kind=kind, row=7, rulebook=RULES, today=TODAY, flaws=flaws or {})


def problems(cells, **more) -> set[tuple[str, str]]:
    verdict = judged(cells, **more)
    assert isinstance(verdict, Rejected), verdict
    return {(problem.column, problem.code) for problem in verdict.problems}


def test_a_sound_row_is_a_record_with_typed_values():
    record = judged(penalty(1))
    assert isinstance(record, Accepted)
    assert record.row == 7
    assert record.organisation_code == code(1)
    assert record.class_id == "enterprise"
    assert record.natural_key == (AUTHORITY, "岚市监处罚〔2026〕1号", code(1))
    assert record.decided_on == date(2026, 3, 2)
    assert record.fields.categories == ("没收违法所得", "罚款")
    assert record.fields.fine == Decimal("0.500000")
    assert record.fields.confiscated == Decimal("0.030000")
    assert record.fields.valid_until is None
    assert record.fields.publicity_until == date(2027, 3, 2)
    assert record.fields.basis_readable
    assert set(record.content) == {"facts", "conduct", "penalty", "basis"}
    assert record.warnings == ()


def test_printed_headers_say_the_same_as_field_codes():
    by_header = {TITLES[name]: text for name, text in penalty(1).items()}
    assert digest(judged(by_header)) == digest(judged(penalty(1)))
    starred = {f" {TITLES[name]} *": text for name, text in penalty(1).items()}
    assert digest(judged(starred)) == digest(judged(penalty(1)))


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("penalty", penalty(3)),
        ("enforcement-default", default(3)),
        ("licence", licence(3)),
        ("abnormal-operation", abnormal(3)),
        ("severe-listing", listing(3)),
        ("honour", honour(3)),
        ("contract-performance", contract(3)),
        ("inspection-result", outcome(3)),
    ],
)
def test_a_record_written_out_and_read_again_is_equal(kind, row):
    record = judged(row, kind=kind)
    assert isinstance(record, Accepted), record
    assert digest(judged(written(record), kind=kind)) == digest(record)


def test_an_accepted_row_survives_encoding():
    record = judged(penalty(1))
    assert msgspec.json.decode(msgspec.json.encode(record), type=Accepted) == record


@pytest.mark.parametrize(
    ("written_as", "day"),
    [
        ("2026/3/2", date(2026, 3, 2)),
        ("2026-03-02", date(2026, 3, 2)),
        ("2026年3月2日", date(2026, 3, 2)),
        ("２０２６－０３－０２", date(2026, 3, 2)),
        ("2026-03-02 00:00:00", date(2026, 3, 2)),
        ("46083", date(2026, 3, 2)),
        ("2024/02/29", date(2024, 2, 29)),
        ("2026-06-01", TODAY),
    ],
)
def test_each_form_of_a_date_is_read(written_as, day):
    assert judged(penalty(1, CF_JDRQ=written_as)).decided_on == day


@pytest.mark.parametrize(
    ("written_as", "problem"),
    [
        ("2026-02-29", "DateNotRead"),
        ("2026/13/01", "DateNotRead"),
        ("2026/03-02", "DateNotRead"),
        ("20260302", "DateNotRead"),
        ("02/03/2026", "DateNotRead"),
        ("yesterday", "DateNotRead"),
        ("99999", "DateNotRead"),
        ("2026-06-02", "DateInTheFuture"),
        ("", "ValueMissing"),
        ("/", "ValueMissing"),
    ],
)
def test_a_day_that_is_none_or_to_come_is_a_problem(written_as, problem):
    assert problems(penalty(1, CF_JDRQ=written_as)) >= {("CF_JDRQ", problem)}


@pytest.mark.parametrize(
    ("written_as", "amount"),
    [("0.2", "0.200000"), ("０．２", "0.200000"), ("12", "12.000000"), ("0.123456", "0.123456")],
)
def test_amounts_are_exact(written_as, amount):
    assert str(judged(penalty(1, CF_NR_FK=written_as)).fields.fine) == amount


@pytest.mark.parametrize(
    ("written_as", "problem"),
    [
        ("1,000", "AmountNotRead"),
        ("0.5万元", "AmountNotRead"),
        ("5000元", "AmountNotRead"),
        ("-1", "AmountNotRead"),
        ("1e3", "AmountNotRead"),
        ("Infinity", "AmountNotRead"),
        ("0.1234567", "AmountTooFine"),
        ("", "AmountMissing"),
    ],
)
def test_an_amount_that_could_be_misread_is_a_problem(written_as, problem):
    assert problems(penalty(1, CF_NR_FK=written_as)) == {("CF_NR_FK", problem)}


def test_an_amount_that_is_perhaps_in_yuan_is_a_warning():
    (warning,) = judged(penalty(1, CF_NR_FK="50000")).warnings
    assert warning.code == "AmountPerhapsInYuan"


def test_all_problems_of_a_row_are_told_at_once():
    row = penalty(
        1,
        CF_XDR_SHXYM=wrong_check(1),
        CF_JDRQ="2026-02-30",
        CF_CFLB="罚款；鞭打",
        CF_YJ="",
        CF_CFJGDM="1",
    )
    assert problems(row) == {
        ("CF_XDR_SHXYM", "CheckCharacterWrong"),
        ("CF_JDRQ", "DateNotRead"),
        ("CF_CFLB", "PenaltyCategoryUnknown"),
        ("CF_YJ", "ValueMissing"),
        ("CF_CFJGDM", "LengthWrong"),
    }


def test_problems_name_the_columns_as_the_sender_wrote_them():
    by_header = {TITLES[name]: text for name, text in penalty(1, CF_JDRQ="soon").items()}
    assert problems(by_header) == {("处罚决定日期", "DateNotRead")}


def test_ends_before_the_decision_are_a_problem():
    row = penalty(1, CF_YXQ="2026-03-01", CF_GSJZQ="2020-01-01")
    assert problems(row) == {("CF_YXQ", "DatesOutOfOrder"), ("CF_GSJZQ", "DatesOutOfOrder")}


@pytest.mark.parametrize("text", ["2099/12/31", "长期", "2099-12-31"])
def test_the_far_end_is_no_end(text):
    assert judged(penalty(1, CF_YXQ=text)).fields.valid_until is None


def test_a_withdrawn_licence_must_be_named():
    row = penalty(1, CF_CFLB="吊销许可证", CF_NR_FK="", CF_NR_WFFF="")
    assert problems(row) == {("CF_NR_ZKDX", "ValueMissing")}
    assert judged(row | {"CF_NR_ZKDX": "食品经营许可证 例字1号"}).fields.fine is None


def test_categories_of_the_later_law_and_specified_others_are_known():
    record = judged(penalty(1, CF_CFLB="通报批评；其他-责令改正;警告", CF_NR_FK="", CF_NR_WFFF=""))
    assert record.fields.categories == ("其他-责令改正", "警告", "通报批评")


def test_a_cell_that_is_not_vouched_for_is_a_problem():
    flaws = {"CF_JDRQ": FormulaInCell(), "CF_XDR_SHXYM": DigitsLost(), "CF_FRDB": FormulaInCell()}
    row = penalty(1, CF_XDR_SHXYM="914498001234568000")
    found = problems(row, flaws=flaws)
    assert {("CF_JDRQ", "FormulaInCell"), ("CF_XDR_SHXYM", "DigitsLost")} <= found
    assert ("CF_FRDB", "FormulaInCell") not in found
    del row["CF_XDR_SHXYM"]
    assert ("CF_XDR_SHXYM", "ValueMissing") not in problems(row, flaws=flaws)


# --- the guard ----------------------------------------------------------------------------------

PERSON = identity_number()


def quarantined(cells, **more) -> str:
    verdict = judged(cells, **more)
    assert isinstance(verdict, Quarantined), verdict
    assert verdict.row == 7
    kept = msgspec.json.encode(verdict).decode()
    assert not any(text in kept for text in cells.values() if len(text) > 3)
    return verdict.code


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"CF_XDR_LB": "自然人"}, "RowAboutPerson"),
        ({"CF_XDR_LB": "个体工商户"}, "RowAboutHouseholdBusiness"),
        ({"CF_XDR_ZJHM": PERSON}, "RowAboutPerson"),
        ({"CF_XDR_ZJLX": "身份证"}, "RowAboutPerson"),
        ({"CF_XDR_SHXYM": PERSON}, "RowAboutPerson"),
        ({"CF_XDR_SWDJ": PERSON}, "RowAboutPerson"),
        ({"CF_XDR_SHXYM": code(1, prefix="92")}, "RowAboutHouseholdBusiness"),
        ({"CF_XDR_SHXYM": code(1, prefix="92")[:17] + "!"}, "RowAboutHouseholdBusiness"),
        ({"CF_XDR_SHXYM": "", "CF_XDR_MC": "甲某某"}, "RowAboutPerson"),
        ({"CF_SY": f"经查，王某（身份证号{PERSON}）系该公司员工"}, "IdentityNumberInCell"),
        ({"CF_SY": f"经查，员工 {' '.join(PERSON)} 无证上岗"}, "IdentityNumberInCell"),
        ({"CF_NR": "".join(chr(ord(c) + 0xFEE0) for c in PERSON)}, "IdentityNumberInCell"),
        ({"BZ": PERSON}, "IdentityNumberInCell"),
        ({"经办人": PERSON}, "IdentityNumberInCell"),
        ({"CF_CFJGDM": PERSON}, "IdentityNumberInCell"),
        ({"CF_XDR_SHXYM": code(1, prefix="71")}, "ClassOutsideTheRegister"),
        ({"CF_XDR_SHXYM": code(1, prefix="81")}, "ClassOutsideTheRegister"),
        ({"CF_XDR_SHXYM": code(1, prefix="54")}, "ClassOutsideTheRegister"),
        ({"CF_YJ": "《出版管理条例》第六十一条"}, "OutsideTheRegister"),
    ],
)
def test_nothing_is_kept_of_a_row_that_is_not_ours(changed, reason):
    assert quarantined(penalty(1, **changed)) == reason


def test_the_guard_comes_before_the_problems():
    assert (
        quarantined(penalty(1, CF_SY=PERSON, CF_JDRQ="no date", CF_YJ="")) == "IdentityNumberInCell"
    )


def test_personal_columns_are_left_at_the_door():
    row = penalty(1, CF_FRDB="甲某某", CF_FR_ZJLX="身份证", CF_FR_ZJHM=PERSON)
    record = judged(row)
    assert isinstance(record, Accepted)
    assert digest(record) == digest(judged(penalty(1)))
    rejected = judged(row | {"CF_JDRQ": ""})
    assert isinstance(rejected, Rejected)
    assert not {"CF_FRDB", "CF_FR_ZJLX", "CF_FR_ZJHM"} & set(rejected.echo)
    assert PERSON not in str(rejected)


def test_a_rejected_row_shows_back_template_columns_only():
    rejected = judged(penalty(1, CF_JDRQ="", CF_XDR_SWDJ="449800123456789", 手机="x"))
    assert "手机" not in rejected.echo
    assert "CF_XDR_SWDJ" not in rejected.echo
    assert rejected.echo["CF_WSH"] == "岚市监处罚〔2026〕1号"


@pytest.mark.parametrize("kind", COLUMNS)
def test_empty_rows_and_rows_of_our_report_alone_are_passed_over(kind):
    assert judged({}, kind=kind) is None
    assert judged({"原行号": "7", "问题": "…", "代码": "RowAboutPerson"}, kind=kind) is None


def test_an_unreadable_basis_is_a_fact_not_a_problem():
    assert judged(penalty(1, CF_YJ="见决定书")).fields.basis_readable is False


def test_a_court_entry_is_a_record():
    record = judged(default(5), kind="enforcement-default")
    assert record.natural_key == (COURT, "(2026)岚0001执5号", code(5))
    assert record.fields.duty_amount == Decimal("12.500000")
    assert record.fields.valid_until == date(2028, 3, 1)
    person = default(5, ED_CODE=PERSON, ED_NAME="甲某某")
    assert quarantined(person, kind="enforcement-default") == "RowAboutPerson"


def test_a_licence_without_a_number_is_known_by_its_certificate():
    row = licence(5, XK_WSH="", XK_XKBH="JY1")
    assert judged(row, kind="licence").document == "JY1"
    assert problems(licence(5, XK_WSH=""), kind="licence") == {("XK_XKBH", "ValueMissing")}


def test_a_kind_that_is_not_taken_is_refused():
    with pytest.raises(Refused) as refused:
        judged({}, kind="gossip")
    assert refused.value.codes == ("KindNotTaken",)
