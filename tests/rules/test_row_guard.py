"""The quick look never overlooks what the exact one finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.rules import persons
from goodstanding.rules.row_guard import identity_number, may_hold_number
from tests.rules.penalty_rows import identity_number as invented

LAYOUTS = (
    "{}".format,
    lambda number: " ".join(number),
    lambda number: "---".join(number),
    lambda number: number[:6] + " " + number[6:14] + "—" + number[14:],
    lambda number: "".join(chr(ord(char) + 0xFEE0) for char in number),
    lambda number: number.translate(str.maketrans("0123456789", "〇一二三四五六七八九")),
    lambda number: number.translate(str.maketrans("0123456789", "零一二三四五六七八九")),
    lambda number: number.translate(str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")),
    lambda number: number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    lambda number: "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in number),
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_number_is_found_in_each_layout(layout):
    text = f"经查，当事人身份证{layout(invented())}，系该公司员工"
    found = identity_number({"CF_SY": text}, {}, headers={"CF_SY": "违法事实"})
    assert found is not None
    assert found.column == "违法事实"
    assert invented() not in found.sentence


digits = st.text("0123456789０一九〇零四①٣𝟗", min_size=1, max_size=6)
marks = st.sampled_from(["", "", " ", "-", "年", "x", "\n", "    ", "._", "：", "号A"])


@given(st.lists(st.tuples(digits, marks), max_size=8), st.text(max_size=5))
def test_the_quick_look_never_overlooks_what_the_exact_one_finds(parts, rest):
    text = rest + "".join(digit + mark for digit, mark in parts)
    if any(found.kind in persons.IDENTITY_KINDS for found in persons.findings(text)):
        assert may_hold_number(text)


@given(st.lists(digits, min_size=1, max_size=4))
def test_cells_side_by_side_do_not_make_one_number(parts):
    text = "A".join(parts)
    assert not may_hold_number(text)
