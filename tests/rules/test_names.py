"""Names taken apart and compared, by a table counted by hand; every edit by one is found."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.rules.names.keys import keys_of, near_keys, pairs
from goodstanding.rules.names.likeness import likeness, one_character_apart
from goodstanding.rules.names.parts import parts_of
from goodstanding.rules.names.writing import folded
from tests.corpus.companies import EDITS, companies, questions

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "names.yaml").read_text())
WORDS = st.text("示例电子科技大山", min_size=3, max_size=8)


@pytest.mark.parametrize("case", CASES["parts"], ids=lambda case: case["name"])
def test_parts(case):
    found = parts_of(case["name"])
    assert (found.place, found.core, found.form) == (case["place"], case["core"], case["form"])


@pytest.mark.parametrize(("one", "other"), CASES["written_alike"])
def test_written_alike(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    "case", CASES["likeness"], ids=lambda case: f"{case['asked']} {case['held']}"
)
def test_likeness(case):
    found = likeness(parts_of(case["asked"]), parts_of(case["held"]))
    told = found and {"core": found.core.name, "place": found.place, "form": found.form}
    wanted = {name: case[name] for name in ("core", "place", "form") if name in case}
    assert (told or {"core": None}) == wanted


@pytest.mark.parametrize(("one", "other", "apart"), CASES["one_character_apart"])
def test_one_character_apart(one, other, apart):
    assert one_character_apart(one, other) is apart


@given(WORDS, WORDS)
def test_names_one_change_apart_share_a_key(one, other):
    if one_character_apart(one, other) or sorted(one) == sorted(other):
        assert set(near_keys(one)) & set(near_keys(other))


@given(st.text(max_size=60))
def test_any_text_has_parts_and_keys_without_what_a_pattern_would_take_for_its_own(text):
    parts = parts_of(text)
    assert keys_of(parts) == keys_of(parts_of(text))
    assert bool(parts.core) == bool(parts.whole)
    assert not set("%_\\") & set(parts.core)


def test_pairs_stand_once_in_their_order():
    assert pairs("电子电子厂") == ("电子", "子电", "子厂")
    assert (pairs("电"), pairs("")) == (("电",), ())


def test_the_labelled_questions_are_the_same_each_time_and_of_every_kind():
    held = companies(400, seed=1)
    asked = questions(held, each=5, seed=1)
    assert asked == questions(companies(400, seed=1), each=5, seed=1)
    assert {each.kind for each in asked} == set(EDITS)
    names = {company.name for company in held}
    assert not [each for each in asked if each.text in names]
