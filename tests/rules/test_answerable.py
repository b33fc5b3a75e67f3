"""Which answers a check may give follows from the measures that touch the procedure on the day."""

from datetime import date

import pytest

from goodstanding.rules.answerable import may_answer, measures_of
from goodstanding.rules.check import Answer
from goodstanding.rules.errors import Refused
from tests.rules.catalogue.packs import dongguan

BOOK = dongguan()
ON = date(2026, 1, 5)
BURDENS = (Answer.CLEAR, Answer.STAYED, Answer.RESTRICTED, Answer.REVIEW)
ADVANTAGES = (Answer.CLEAR, Answer.ADVANTAGE, Answer.STAYED, Answer.REVIEW)


@pytest.mark.parametrize(
    ("procedure", "expected"),
    [
        ("financial-institution", BURDENS),
        ("loan", ADVANTAGES),
        ("fast-lane", ADVANTAGES),
        ("payment", (Answer.CLEAR,)),
        ("tender", (Answer.CLEAR, Answer.ADVANTAGE, *BURDENS[1:])),
    ],
)
def test_the_answers_of_a_procedure(procedure: str, expected: tuple[Answer, ...]) -> None:
    assert may_answer(BOOK, procedure, on=ON) == expected


def test_before_the_rulebook_only_clear_is_possible() -> None:
    assert may_answer(BOOK, "tender", on=date(2001, 1, 1)) == (Answer.CLEAR,)
    assert measures_of(BOOK, "tender", on=date(2001, 1, 1)) == ()


def test_a_procedure_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused):
        may_answer(BOOK, "travel", on=ON)
