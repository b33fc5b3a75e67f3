"""A list of bidders as people paste it: whom each line names, and what is no code."""

import pytest

from goodstanding.files.codes import codes_in, codes_of_text
from goodstanding.rules.bidders import HIDDEN, bidders, without_persons
from goodstanding.rules.identifiers import make
from tests.rules.penalty_rows import code, identity_number, wrong_check

CLASSES = frozenset({"enterprise"})
ONE, TWO = code(1), code(2)


@pytest.mark.parametrize(
    "line",
    [
        ONE,
        ONE.lower(),
        f"  {ONE}  ",
        f"岚港市示例电子有限公司 {ONE}",
        f"{ONE}，岚港市示例电子有限公司",
        f"1、{ONE}、联合体牵头人",
        f"1|岚港市示例电子有限公司|{ONE}|",
        f"{ONE[:2]} {ONE[2:8]} {ONE[8:17]} {ONE[17:]}",
        "".join(chr(ord(char) + 0xFEE0) for char in ONE),
    ],
)
def test_a_code_is_found_however_the_line_is_written(line):
    told = bidders(codes_of_text(f"{line}\r\n\r\n{TWO}"), classes=CLASSES)
    assert [(each.row, each.code, each.asked) for each in told] == [(1, ONE, True), (3, TWO, True)]


def test_a_named_column_says_where_the_code_is():
    text = f"序号,统一社会信用代码,代理机构代码\n1,{wrong_check(1)},{TWO}\n"
    assert codes_of_text(text) == [(2, wrong_check(1))]
    assert codes_in(text.encode("gb18030")) == [(2, wrong_check(1))]


def test_the_same_organisation_is_asked_about_once():
    told = bidders([(1, ONE), (2, TWO), (3, ONE.lower()), (4, ONE)], classes=CLASSES)
    assert [each.same_as for each in told] == [0, 0, 1, 1]
    assert sum(each.asked for each in told) == 2


def test_what_is_no_code_says_why_and_a_persons_number_is_hidden():
    household = make("92", "449800", "MA000001")
    lines = [wrong_check(3), "9144", household, identity_number(), f"某某 {identity_number()}"]
    told = bidders(enumerate(lines, start=1), classes=CLASSES)
    assert not any(each.asked for each in told)
    assert [each.problems[0].code for each in told] == [
        "CheckCharacterWrong",
        "LengthWrong",
        "ClassOutsideTheRegister",
        "IdentityNumberInQuery",
        "IdentityNumberInQuery",
    ]
    assert [each.text for each in told[3:]] == [HIDDEN, HIDDEN]
    assert without_persons("\n".join(lines)) == "\n".join(lines[:3])
