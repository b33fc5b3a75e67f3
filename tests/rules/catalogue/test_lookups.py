"""What a rulebook answers by id and by day: the day before, the day itself, the day after."""

from collections.abc import Callable
from datetime import date

import pytest

from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.errors import Refused
from tests.rules.catalogue.packs import dongguan, harbour

OLD = harbour()
LATER = harbour("harbour-later")
CONDUCT, EXCLUSION = "example/conduct", "exclusion"


@pytest.mark.parametrize(
    ("day", "measures"),
    [
        (date(2019, 12, 31), []),
        (date(2020, 1, 1), [EXCLUSION]),
        (date(2023, 6, 30), [EXCLUSION]),
        (date(2023, 7, 1), []),
    ],
)
def test_a_pairing_ends_with_the_law_that_carries_it(day: date, measures: list[str]) -> None:
    assert [pairing.measure for pairing in OLD.pairings_of(CONDUCT, day)] == measures


def test_a_repeal_ends_what_rests_on_the_repealed_law() -> None:
    assert OLD.ends(CONDUCT, EXCLUSION) == date(2023, 6, 30)
    assert OLD.ends(CONDUCT, EXCLUSION, date(2021, 5, 5)) == date(2023, 6, 30)


def test_a_law_that_follows_without_a_gap_carries_on() -> None:
    assert LATER.ends(CONDUCT, EXCLUSION) is None
    assert LATER.ends(CONDUCT, EXCLUSION, date(2021, 5, 5)) is None
    (old,) = (p for p in LATER.pairings_of(CONDUCT, date(2023, 6, 30)) if p.measure == EXCLUSION)
    (new,) = (p for p in LATER.pairings_of(CONDUCT, date(2023, 7, 1)) if p.measure == EXCLUSION)
    assert (old.citations[0].instrument, new.citations[0].instrument) == ("old-law", "new-law")


@pytest.mark.parametrize(
    ("decided", "last_day"),
    [
        (date(2020, 1, 1), date(2022, 12, 31)),
        (date(2022, 12, 31), date(2022, 12, 31)),
        (date(2023, 6, 1), date(2022, 12, 31)),
        (date(2024, 1, 1), date(2028, 12, 31)),
        (None, date(2028, 12, 31)),
    ],
)
def test_after_a_gap_an_old_decision_does_not_come_back(
    decided: date | None, last_day: date
) -> None:
    assert LATER.ends(CONDUCT, "second", decided) == last_day


@pytest.mark.parametrize(
    ("day", "value", "to_confirm"),
    [
        (date(2020, 1, 1), 10, True),
        (date(2022, 2, 28), 10, True),
        (date(2022, 3, 1), 5, False),
    ],
)
def test_a_number_is_that_of_the_day(day: date, value: int, to_confirm: bool) -> None:
    found = OLD.parameter("statement", day)
    assert (found.value, found.to_confirm, found.unit) == (value, to_confirm, "working_days")
    assert (found.citation is None) == to_confirm


def test_before_the_first_value_there_is_none() -> None:
    with pytest.raises(Refused) as refused:
        OLD.parameter("statement", date(2019, 12, 31))
    assert refused.value.codes == ("ValueNotYetInForce",)


def test_an_article_bears_the_number_of_the_day() -> None:
    (cited,) = OLD.pairings_of(CONDUCT, date(2020, 1, 1))[0].citations
    assert [cited.article_on(day) for day in (date(2021, 4, 30), date(2021, 5, 1))] == ["1", "2"]
    assert OLD.citation_title(cited, date(2021, 5, 1)).zh == "《示例法》第2条"


def test_a_department_is_the_body_that_held_it() -> None:
    department = OLD.department("market-regulation")
    held = [department.body_on(day) for day in (date(2021, 12, 31), date(2022, 1, 1))]
    assert [body and body.title.en for body in held] == ["Old bureau", "New bureau"]
    assert department.body_on(date(2017, 12, 31)) is None


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda book: book.ground("food-safety/serious-violatoin"), "GroundUnknown"),
        (lambda book: book.measure("tender-exclusoin"), "MeasureUnknown"),
        (lambda book: book.department("finanse"), "DepartmentUnknown"),
        (lambda book: book.procedure("tendre"), "ProcedureUnknown"),
        (lambda book: book.kind("penality"), "KindUnknown"),
        (lambda book: book.instrument("food-safety-laws"), "InstrumentUnknown"),
        (lambda book: book.parameter("statment", date(2020, 1, 1)), "ParameterUnknown"),
        (lambda book: book.pairings_of("food-safety/other", date(2020, 1, 1)), "GroundUnknown"),
    ],
)
def test_what_is_not_there_is_refused_with_the_nearest_word(
    ask: Callable[[Rulebook], object], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        ask(dongguan())
    assert refused.value.codes == (code,)
    assert "Did you mean" in refused.value.refusals[0].sentence


def test_a_pair_the_rulebook_does_not_make_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        dongguan().ends("bid-rigging/collusion", "food-licence-refusal")
    assert refused.value.codes == ("PairingUnknown",)


@pytest.mark.parametrize(
    ("day", "departments"),
    [
        (date(2019, 4, 22), ("fire-rescue",)),
        (date(2019, 4, 23), ("fire-rescue", "housing-construction")),
    ],
)
def test_a_department_decides_from_the_day_it_is_competent(
    day: date, departments: tuple[str, ...]
) -> None:
    assert dongguan().deciding("fire-safety/grave-violation", day) == departments
