"""A basis as typed: what is blocked, what can be read. The table is for a lawyer."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.rules.catalogue.bases import article_number
from tests.rules.catalogue.packs import dongguan

CASES = yaml.safe_load((Path(__file__).parent / "cases_bases.yaml").read_text("utf-8"))
RULEBOOK = dongguan()
DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["basis"] or "empty")
def test_a_basis_is_blocked_by_its_instrument_or_article(case: dict[str, Any]) -> None:
    found = RULEBOOK.blocked(case["basis"])
    assert (found.id if found else None) == case["blocked"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["basis"] or "empty")
def test_a_basis_is_read_as_instruments_and_articles(case: dict[str, Any]) -> None:
    read = {row.instrument or "?": list(row.articles) for row in RULEBOOK.readable(case["basis"])}
    assert read == case["articles"]


@pytest.mark.parametrize("row", RULEBOOK.blocked_bases, ids=lambda row: row.id)
@pytest.mark.parametrize(
    "dress", ["《{}》", "{}", "依据 {} ", "《中华人民共和国{}》", "先引食品安全法第3条和《{}》"]
)
def test_every_blocked_name_is_found_however_dressed(row: Any, dress: str) -> None:
    tail = f"第{row.articles[0]}条" if row.articles else ""
    for name in row.names:
        assert RULEBOOK.blocked(dress.format(" ".join(name)) + tail) is not None


def test_no_instrument_the_pack_cites_is_blocked() -> None:
    for instrument in RULEBOOK.instruments.values():
        assert RULEBOOK.blocked(f"《{instrument.title.zh}》第五条") is None, instrument.id


def chinese(number: int) -> str:
    """An article number below a thousand in Chinese, as statutes write it."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (DIGITS[ones] if ones else "")


@given(st.integers(1, 999))
def test_an_article_number_reads_the_same_in_words_and_digits(number: int) -> None:
    assert article_number(chinese(number)) == article_number(str(number)) == str(number)


@given(st.text(max_size=200))
def test_any_text_at_all_gets_an_answer(text: str) -> None:
    RULEBOOK.blocked(text)
    RULEBOOK.readable(text)
