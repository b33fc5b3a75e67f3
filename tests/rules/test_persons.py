"""The guard: every valid identity number is found in every layout, and no finding repeats it.

Numbers are computed from invented parts: none is written down here.
"""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn import ric
from stdnum.iso7064 import mod_11_10

from goodstanding.rules import identity_numbers as identity
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import judge, make
from goodstanding.rules.persons import (
    Kind,
    about_person,
    findings,
    is_person_row,
    refuse_identity_number,
    registration_check,
    row_findings,
)

FIRST_BIRTH = date(1900, 1, 1)
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def number(region: str, born: date, order: int) -> str:
    first = f"{region}{born:%Y%m%d}{order:03d}"
    return first + identity.check_character(first)


def old_number(region: str, born: date, order: int) -> str:
    return f"{region}{born:%y%m%d}{order:03d}"


def registration_number(first14: str) -> str:
    return next(first14 + d for d in "0123456789" if registration_check(first14 + d))


REGION = "44" + "9800"
SOMEONE = number(REGION, date(1980, 2, 29), 123)
ENTERPRISE = make("91", REGION, "MA000001")
HOUSEHOLD = make("92", REGION, "MA000001")

births = st.dates(FIRST_BIRTH, date(2099, 12, 31))
region_codes = st.builds(
    "{}{:04d}".format, st.sampled_from(sorted(identity.PROVINCES)), st.integers(0, 9999)
)
numbers = st.builds(number, region_codes, births, st.integers(0, 999))
separators = st.lists(
    st.sampled_from(["", "", "", " ", "-", "－", "\u200b", "·", "/", ".", "\n", " - ", "，", "\u3000"]),
    min_size=17, max_size=17,
)  # fmt: skip
words = st.text("身份证号码为的示例公司。，：;（）abcXYZ \n", max_size=8)


@settings(deadline=None)
@given(
    numbers,
    separators,
    words,
    words,
    st.sampled_from([FULL_WIDTH, CHINESE, ARABIC, {}]),
    st.booleans(),
)
def test_no_citizens_number_gets_past_in_any_layout(text, between, before, after, script, lower):
    written = text.translate(script)
    written = written.lower() if lower else written
    laid_out = "".join(map("".join, zip(written, [*between, ""], strict=True)))
    whole = before + laid_out + after
    found = [one for one in findings(whole) if one.kind is Kind.IDENTITY_NUMBER]
    assert [(one.start, one.length) for one in found] == [(len(before), len(laid_out))]


@settings(deadline=None)
@given(numbers, st.text("0123456789", max_size=3), st.text("0123456789", max_size=3))
def test_digits_glued_to_it_hide_nothing(text, before, after):
    kinds = {one.kind for one in findings(f"No.{before}{text}{after}")}
    assert Kind.IDENTITY_NUMBER in kinds


@settings(deadline=None)
@given(numbers)
def test_a_search_for_one_is_refused_and_not_repeated(text):
    for asked in (text, text.lower(), f"{text[:6]} {text[6:14]} {text[14:]}", text[:17]):
        with pytest.raises(Refused) as refused:
            refuse_identity_number(asked)
        assert text[6:] not in str(refused.value)


def test_numbers_that_also_pass_the_check_of_a_code_are_all_found():
    """About 3% of valid numbers pass MOD 31 too: the guard must not lean on that check."""
    chance = random.Random(31)
    provinces = sorted(identity.PROVINCES)
    seen = both = 0
    while seen < 20_000:
        born = FIRST_BIRTH + timedelta(days=chance.randrange(45_000))
        text = number(
            f"{chance.choice(provinces)}{chance.randrange(10**4):04d}", born, chance.randrange(1000)
        )
        seen += 1
        if not [
            p
            for p in judge(text).problems
            if p.code in ("CheckCharacterWrong", "CodeDamaged", "CharacterNotAllowed")
        ]:
            both += 1
            assert [one.kind for one in findings(text)] == [Kind.IDENTITY_NUMBER]
    assert 0.025 < both / seen < 0.04


def test_the_codes_of_organisations_are_no_findings():
    chance = random.Random(11)
    provinces = sorted(identity.PROVINCES)[:31]
    doubtful = 0
    for _ in range(5_000):
        county = f"{chance.randrange(1, 99):02d}{chance.randrange(90):02d}"
        prefix = chance.choice(["11", "12", "51", "52", "91", "93"])
        code = make(prefix, chance.choice(provinces) + county, f"{chance.randrange(10**8):08d}")
        doubtful += identity.is_valid(code)
        assert bool(findings(code)) is identity.is_valid(code)
    assert doubtful <= 2


@pytest.mark.parametrize(
    "text",
    [
        "处罚决定书 岚市监罚字〔2018〕第000123号",
        "罚款12,345.00元；没收2018年3月15日至2019年12月31日违法所得",
        "有效期自2018-03-15至2099-12-31",
        "联系电话0769-22831234",
        ENTERPRISE,
        "",
    ],
)
def test_ordinary_text_is_no_finding(text):
    assert findings(text) == []


def test_a_wrong_check_character_does_not_make_a_number_harmless():
    wrong = SOMEONE[:17] + ("1" if SOMEONE[17] != "1" else "2")
    assert [one.kind for one in findings(wrong)] == [Kind.IDENTITY_NUMBER]


def test_a_permit_numbered_by_region_and_date_is_one_only_if_it_is_called_so():
    permit = REGION + "20180315" + "0123"
    assert identity.check_character(permit[:17]) != permit[17]
    assert findings("施工许可证 " + permit) == []
    assert [one.kind for one in findings("身份证号：" + permit)] == [Kind.IDENTITY_NUMBER]


def test_fifteen_digits_are_judged_by_their_column():
    old = old_number(REGION, date(1980, 2, 28), 123)
    assert [one.kind for one in findings(old, column="BZ")] == [Kind.OLD_IDENTITY_NUMBER]
    assert [one.kind for one in findings(old)] == [Kind.OLD_IDENTITY_NUMBER]
    grouped = f"{old[:6]} {old[6:12]} {old[12:]}"
    assert [(one.kind, one.length) for one in findings(grouped)] == [(Kind.OLD_IDENTITY_NUMBER, 17)]
    assert [one.kind for one in findings(old + "01", column="CF_XDR_SWDJ")] == [
        Kind.OLD_IDENTITY_NUMBER
    ]


def test_the_registration_column_accepts_only_a_passing_check():
    passing = registration_number(old_number(REGION, date(1930, 2, 28), 123)[:14])
    failing = passing[:14] + str((int(passing[14]) + 1) % 10)
    for column in ("CF_XDR_GSZC", "XK_XDR_GSZC", "工商注册号"):
        assert findings(passing, column=column) == []
        assert [one.kind for one in findings(failing, column=column)] == [Kind.OLD_IDENTITY_NUMBER]
    assert [one.kind for one in findings(passing, column="BZ")] == [Kind.OLD_IDENTITY_NUMBER]


def test_a_registration_number_of_a_household_business_is_named():
    household = registration_number(REGION + "60000001")
    assert [one.kind for one in findings(household, column="CF_XDR_GSZC")] == [
        Kind.HOUSEHOLD_BUSINESS_NUMBER
    ]
    assert findings(household, column="BZ") == []


@settings(deadline=None)
@given(st.integers(3, 9), st.text("0123456789", min_size=9, max_size=9))
def test_mobile_numbers_are_found(second, rest):
    plain = f"1{second}{rest}"
    for written in (
        plain,
        f"+86 {plain}",
        f"{plain[:3]} {plain[3:7]} {plain[7:]}",
        f"{plain[:3]}-{plain[3:7]}-{plain[7:]}",
    ):
        kinds = [one.kind for one in findings("电话：" + written + "。")]
        assert kinds == [Kind.MOBILE_NUMBER]


def test_codes_of_household_businesses_are_found_in_text():
    for written in (
        HOUSEHOLD,
        HOUSEHOLD.lower(),
        " ".join(HOUSEHOLD),
        HOUSEHOLD.translate(FULL_WIDTH),
    ):
        found = findings(f"经营者代码{written}。")
        assert [(one.kind, one.start, one.length) for one in found] == [
            (Kind.HOUSEHOLD_BUSINESS_CODE, 5, len(written))
        ]


def test_a_foreign_residents_card_is_found():
    first = "9" + "44" + "840" + "19800101" + "123"
    card = first + identity.check_character(first)
    assert [one.kind for one in findings(card)] == [Kind.FOREIGN_RESIDENT_NUMBER]


@settings(deadline=None)
@given(numbers, words)
def test_a_finding_holds_no_part_of_the_number(text, before):
    for one in findings(before + text, column="BZ"):
        assert text[:6] not in repr(one)
        assert (before + text)[one.start : one.start + one.length] == text


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"CF_XDR_LB": "法人及非法人组织", "CF_XDR_SHXYM": ENTERPRISE}, None),
        ({"CF_XDR_LB": "自然人"}, "RowAboutPerson"),
        ({"XK_XDR_LB": " 自然人 "}, "RowAboutPerson"),
        ({"行政相对人类别": "自然人"}, "RowAboutPerson"),
        ({"CF_XDR_LB": "个体工商户"}, "RowAboutHouseholdBusiness"),
        ({"CF_XDR_LB": "法人及非法人组织", "CF_XDR_ZJHM": SOMEONE}, "RowAboutPerson"),
        ({"CF_XDR_LB": "", "CF_XDR_ZJLX": "护照"}, "RowAboutPerson"),
        ({"CF_XDR_LB": "法人及非法人组织", "CF_XDR_ZJHM": "无", "CF_XDR_ZJLX": "/"}, None),
        ({"CF_XDR_LB": "法人及非法人组织", "CF_XDR_ZJHM": "0", "CF_XDR_ZJLX": "-"}, None),
        ({"CF_XDR_LB": "法人及非法人组织", "CF_XDR_SHXYM": SOMEONE}, "RowAboutPerson"),
        ({"CF_XDR_LB": "法人及非法人组织", "CF_XDR_SWDJ": SOMEONE + "01"}, "RowAboutPerson"),
        ({"CF_XDR_LB": "法人及非法人组织", "CF_XDR_SHXYM": HOUSEHOLD}, "RowAboutHouseholdBusiness"),
        ({"CF_XDR_LB": "法人及非法人组织", "CF_FR_ZJHM": SOMEONE}, None),
        ({"法定代表人证件号码": SOMEONE}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_rows_about_persons(cells, expected):
    refusal = about_person(cells)
    assert (refusal.code if refusal else None) == expected
    assert is_person_row(cells) is (expected is not None)
    assert refusal is None or SOMEONE not in refusal.sentence


def test_the_findings_of_a_row_name_their_columns():
    found = row_findings({"CF_SY": f"当事人（{SOMEONE}）", "CF_WSH": "1号", "BZ": ENTERPRISE})
    assert [(one.kind, one.column) for one in found] == [(Kind.IDENTITY_NUMBER, "CF_SY")]


@pytest.mark.parametrize("text", [ENTERPRISE, "岚港市示例电子有限公司", "示例 2018", HOUSEHOLD, ""])
def test_a_search_for_an_organisation_goes_on(text):
    refuse_identity_number(text)


@given(numbers)
def test_the_check_of_an_identity_number_agrees_with_another_implementation(text):
    assert ric.calc_check_digit(text) == text[17]
    assert not identity.is_valid(text[:17] + ("0" if text[17] != "0" else "1"))


@given(st.text("0123456789", min_size=15, max_size=15))
def test_the_check_of_a_registration_number_agrees_with_another_implementation(digits):
    assert registration_check(digits) is mod_11_10.is_valid(digits)
