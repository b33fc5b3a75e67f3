"""Names, phones and papers in the facts are masked before anything is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.rules.masking import mask
from goodstanding.rules.record_types import Accepted, Rejected
from goodstanding.rules.records import judge_row
from tests.rules.intake_rules import RULES
from tests.rules.penalty_rows import penalty

PHONE = "1380" + "0004498"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("当事人法定代表人王建国，未到场", "当事人法定代表人王某，未到场"),
        ("法定代表人为李伟。", "法定代表人为李某。"),
        ("员工欧阳娜在二楼受伤", "员工欧阳某在二楼受伤"),
        ("当事人陈志强（男，汉族）", "当事人陈某（男，汉族）"),
        ("接消费者周芳投诉", "接消费者周某投诉"),
        ("经询问，王建国承认上述事实", "经询问，王某承认上述事实"),
        ("由赵敏女士管理", "由赵某女士管理"),
        (f"联系电话{PHONE}，", "联系电话〔电话略〕，"),
        (f"+86 {PHONE[:3]} {PHONE[3:7]} {PHONE[7:]}", "〔电话略〕"),
        ("电话0769-22831234", "电话〔电话略〕"),
        ("电话：22831234。", "电话：〔电话略〕。"),
        ("护照号码E00004498，", "护照号码〔证件号略〕，"),
    ],
)
def test_a_detail_of_a_person_is_masked(text, told):
    assert mask(text) == told
    assert mask(told) == told


@pytest.mark.parametrize(
    "text",
    [
        "法定代表人未到场",
        "法定代表人张某某，未到场",
        "当事人王牌系列产品",
        "当事人于当日在门店销售",
        "消费者权益，患者安全",
        "经查，当事人承认，司机驾驶，顾客投诉，施工方到场，双方签字",
        "当事人高温作业，金额较大",
        "货值12,345.00元，批号20260302，拨打12315",
        "岚市监罚字〔2018〕第000123号",
        "食品经营许可证JY14498000000012",
    ],
)
def test_what_only_looks_like_one_is_left(text):
    assert mask(text) == text


@given(st.text("当事人员工王建国女士（男），电话138000449护照号E系", max_size=40))
def test_masking_twice_changes_nothing(text):
    assert mask(mask(text)) == mask(text)


def test_neither_a_record_nor_what_goes_back_holds_it():
    facts = f"现场负责人王建国（男），电话{PHONE}。"
    for changed, kind in (({}, Accepted), ({"CF_JDRQ": "x"}, Rejected)):
        row = penalty(1, CF_SY=facts, **changed)
        verdict = judge_row(row, kind="penalty", row=1, rulebook=RULES, today=date(2026, 6, 1))
        assert isinstance(verdict, kind)
        assert "建国" not in repr(verdict)
        assert PHONE not in repr(verdict)
