"""Standing conditions against cases counted by hand, and the one check that follows from them."""

import pytest

from goodstanding.cli.effects import effect_document, effect_words
from goodstanding.rules.check import Answer, check
from goodstanding.rules.condition.explain import explain
from goodstanding.rules.condition.told import State, Told
from tests.rules.condition.told_of import BOOK, CASES, TODAY, book_of, work_of


def told(case) -> Told:
    book = book_of(case)
    rule = book.conditions[case.get("condition", "three-clean-years")]
    return explain(rule, work_of(case), on=case.get("day", TODAY), rulebook=book)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_a_condition_is_met_not_met_or_cannot_be_told(case):
    found = told(case)
    assert str(found.state) == case["state"]
    if "clean_since" in case:
        assert found.clean_since == case["clean_since"]
    day = case.get("met_from", case.get("day", TODAY))
    assert found.met_from == (None if day == "-" else day)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_every_decision_has_its_line_with_the_reason(case):
    lines = {each.id: str(each.why) for each in told(case).lines}
    for prefix, named in (("r", "records"), ("d", "restrictions")):
        for n, said in enumerate(case.get(named, ())):
            assert lines.get(f"{prefix}-{n}", "-") == said.get("why", "-")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_a_check_has_the_advantage_exactly_where_a_condition_is_met(case):
    book, day = book_of(case), case.get("day", TODAY)
    work = work_of(case)
    found = check(work, procedure="fast-lane", on=day, rulebook=book, known=True)
    met = {
        id
        for id, each in book.conditions.items()
        if explain(each, work, on=day, rulebook=book).state is State.MET
    }
    assert {each.condition for each in found.effects} == met
    assert found.answer is (Answer.ADVANTAGE if met else Answer.CLEAR)
    assert all(each.first_day == each.last_day == day for each in found.effects)
    named = {f"r-{n}" for n, _ in enumerate(case.get("records", ()))}
    assert {each.record for each in found.against if each.record.startswith("r-")} <= named


def test_the_command_line_says_what_an_advantage_by_a_condition_rests_on():
    case = {"it": "clean"}
    work = work_of(case)
    [effect] = check(work, procedure="fast-lane", on=TODAY, rulebook=BOOK, known=True).effects
    told = effect_document(effect, BOOK)
    assert told["ground_title"]["en"] == "Three consecutive years without an adverse record"
    assert effect_words(told)[2].strip().startswith("《东莞市守信联合激励")
