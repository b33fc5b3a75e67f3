"""A dry run tells by which condition an answer of the past flips."""

from msgspec.structs import replace

from goodstanding.rules.catalogue.rulebook import sealed
from goodstanding.rules.check import Answer
from goodstanding.rules.replay.asking import ask_twice
from goodstanding.rules.replay.flip import Asked
from goodstanding.rules.replay.laws import Laws
from tests.rules.condition.told_of import BOOK, CODE, TODAY, work_of

STRICTER = {id: replace(each, existed_years=10, years=10) for id, each in BOOK.conditions.items()}


def flipped(conditions):
    new = sealed(replace(BOOK, conditions=conditions))
    pair = Laws({BOOK.digest: BOOK}, new, on=TODAY).pair(BOOK.digest, TODAY)
    asked = Asked(
        receipt="c-1",
        organisation=CODE,
        procedure="fast-lane",
        department="government-services",
        on=TODAY,
        position=1,
        rulebook=BOOK.digest,
        answer=Answer.ADVANTAGE,
    )
    founded = TODAY.replace(year=TODAY.year - 5)
    states = work_of({"it": "five years old", "founded": founded}).states
    known = {CODE: states}
    twice = ask_twice(asked, pair, held=known.__getitem__, as_if=known.__getitem__)
    rule = twice.differing
    return str(twice.was), str(twice.now), rule and (rule.rule, str(rule.because))


def test_a_condition_that_is_gone_or_asks_more_is_named_as_the_rule():
    of = "conditions/three-clean-years"
    assert flipped({}) == ("advantage", "clear", (of, "condition-gone"))
    assert flipped(STRICTER) == ("advantage", "clear", (of, "condition-otherwise"))
    assert flipped(BOOK.conditions) == ("advantage", "advantage", None)
