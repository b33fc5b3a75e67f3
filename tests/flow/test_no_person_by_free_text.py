"""A citizen's number typed into a reason, a proof or a case number is refused; nothing is written."""

from datetime import date

import pytest

from goodstanding.rules.acts.designation import StatementReceived, StatementWaived
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.free_text import numbers_in, texts_about_persons
from goodstanding.rules.identity_numbers import check_character

DAY = date(2026, 11, 2)


def invented_number() -> str:
    body = "449800" + "19800101" + "001"
    return body + check_character(body)


def act(effect, **content):
    return Decided(
        stream="91449800MA0000015B",
        aggregate="d-1",
        effective_on=DAY,
        effect=effect,
        content=content,
    )


@pytest.mark.parametrize("written", ["{}", "身份证号{}，特此说明", "号码 {} 的人"])
def test_a_number_in_a_statement_is_refused_by_its_field(written):
    text = written.format(invented_number())
    found = texts_about_persons(act(StatementReceived(received_on=DAY), text=text))
    assert [(each.code, each.fields) for each in found] == [
        ("IdentityNumberInCell", {"column": "text"})
    ]


def test_a_number_in_a_proof_is_refused():
    waived = StatementWaived(waived_on=DAY, proof=invented_number())
    assert len(texts_about_persons(act(waived))) == 1


def test_ordinary_texts_pass():
    assert texts_about_persons(act(StatementReceived(received_on=DAY), text="已付清。")) == []
    assert numbers_in({"case_number": "岚交〔2026〕7号"}) == []
