"""Codes: tables, the published vectors, another implementation, and every typing error."""

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum.cn import uscc

from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import (
    ALPHABET,
    ClassOutsideTheRegister,
    EmbeddedCheckDiffers,
    class_of,
    judge,
    make,
    normalise,
    require_in_register,
)
from goodstanding.rules.organisation_classes import CLASSES

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "identifiers.yaml").read_text())
# The examples that the standard's explanations and a public library give, not of our making.
VECTORS = [
    "91110000600037341L",
    "91350100M000100Y43",
    "91230500MA1B3N1N2M",
    "11420000MB15291767",
    "11230500001755309F",
]
REGISTER = frozenset({"enterprise", "co-operative", "rural-collective"})

bodies = st.text(ALPHABET, min_size=8, max_size=8)
regions = st.text("0123456789", min_size=6, max_size=6)
codes = st.builds(make, st.sampled_from(sorted(CLASSES)), regions, bodies)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("title", case["text"]))
def test_cases(case):
    judgement = judge(case["text"])
    assert [problem.code for problem in judgement.problems] == case.get("problems", [])
    assert judgement.valid is case["valid"]
    if case["valid"]:
        assert judgement.class_id == case["class"]


@pytest.mark.parametrize("code", VECTORS)
def test_published_codes_pass_both_checks(code):
    judgement = judge(code)
    assert judgement.valid
    assert judgement.warnings == ()


@settings(deadline=None)
@given(codes)
def test_a_made_code_is_valid_without_warning_and_of_its_class(code):
    judgement = judge(code)
    assert judgement.valid
    assert judgement.warnings == ()
    assert judgement.class_id == CLASSES[code[:2]].id == class_of(code).id


@settings(deadline=None)
@given(codes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_caught(code, at, char):
    assume(code[at] != char)
    assert not judge(code[:at] + char + code[at + 1 :]).valid


@settings(deadline=None)
@given(codes)
def test_every_swap_of_neighbours_is_caught(code):
    for at in range(17):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert swapped == code or not judge(swapped).valid


@settings(deadline=None)
@given(st.one_of(codes, st.text(ALPHABET + "IOSVZ- ", max_size=22), st.text(max_size=40)))
def test_another_implementation_agrees_on_codes_it_can_read(text):
    ours = judge(text).valid
    theirs = uscc.is_valid(normalise(text))
    if normalise(text)[:2] in CLASSES and normalise(text)[:8].isdigit():
        assert ours == theirs
    elif ours:
        assert text[0] in "ANY" or normalise(text)[0] in "ANY"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_anything_is_judged_and_nothing_is_repeated_in_a_refusal(text):
    judgement = judge(text)
    assert judgement.valid is (not judgement.problems)
    for problem in judgement.problems:
        assert len(judgement.code) < 3 or judgement.code not in problem.sentence


@settings(deadline=None)
@given(st.text("019aAzxＡ９ｘ -－\u2010\u200b\u3000公", max_size=30))
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


def test_an_embedded_check_that_differs_only_warns():
    code = make("91", "449800", "MA000001")
    for char in ALPHABET:
        other = code[:16] + char
        found = [other + last for last in ALPHABET if judge(other + last).valid]
        assert len(found) == 1
        expected = () if char == code[16] else (EmbeddedCheckDiffers(),)
        assert judge(found[0]).warnings == expected


def test_a_class_outside_the_register_is_named():
    require_in_register(make("91", "449800", "MA000001"), REGISTER)
    with pytest.raises(Refused) as refused:
        require_in_register(make("92", "449800", "MA000001"), REGISTER)
    assert refused.value.codes == (ClassOutsideTheRegister.__name__,)
    assert "Household business" in refused.value.refusals[0].sentence
    with pytest.raises(Refused) as refused:
        require_in_register("91449800MA0000015C", REGISTER)
    assert refused.value.codes == ("CheckCharacterWrong",)


@pytest.mark.parametrize(
    "parts",
    [("91", "44980", "MA000001"), ("94", "449800", "MA000001"), ("91", "449800", "MAO00001")],
)
def test_no_code_is_made_of_parts_that_cannot_be_one(parts):
    with pytest.raises(Refused):
        make(*parts)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("Z1", "AuthorityUnknown"), ("94", "ClassUnknown"), ("", "AuthorityUnknown")],
)
def test_a_prefix_without_class_is_refused(code, expected):
    with pytest.raises(Refused) as refused:
        class_of(code)
    assert refused.value.codes == (expected,)
