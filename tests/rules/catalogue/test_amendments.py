"""An amendment over its base: what holds before, what from its first day, what open matters take."""

from datetime import date
from hashlib import sha256

import pytest

from goodstanding.rules.catalogue import assemble, canonical, compose, decode, from_canonical, lint
from goodstanding.rules.catalogue.chain import lint_chain
from goodstanding.rules.errors import Refused
from goodstanding.rules.law import Law
from goodstanding.rules.workdays import WorkCalendar
from tests.rules.catalogue.packs import FIXTURES, harbour, read_pack

FILES = read_pack(FIXTURES / "harbour-2026")
BASE = harbour("harbour-later")
BOOK = compose(BASE, FILES)
FIRST = date(2026, 4, 1)
CONDUCT, OTHER = "example/conduct", "example/other"


def measures(ground: str, day: date) -> set[str]:
    return {pairing.measure for pairing in BOOK.pairings_of(ground, day)}


def test_the_composed_rulebook_is_one_version_that_knows_what_it_amends() -> None:
    assert (BOOK.id, BOOK.version, BOOK.in_force_from) == ("harbour-2026", "2026.1", FIRST)
    assert BOOK.amends is not None
    assert (BOOK.amends.rulebook, BOOK.amends.digest) == ("harbour", BASE.digest)
    assert BOOK.known_from == BASE.in_force_from
    data = canonical(BOOK)
    assert from_canonical(data) == BOOK
    assert BOOK.digest == sha256(data).hexdigest()


def test_every_change_is_told_with_its_day_and_what_open_matters_take() -> None:
    told = {(each.section, each.id): (each.how, each.day, each.transition) for each in BOOK.changes}
    assert told == {
        ("instruments", "national"): ("added", FIRST, "new"),
        ("parameters", "statement"): ("replaced", FIRST, "keep"),
        ("grounds", CONDUCT): ("replaced", FIRST, "lighter"),
        ("grounds", OTHER): ("added", FIRST, "lighter"),
        ("pairings", "example/conduct with exclusion"): ("replaced", FIRST, "new"),
        ("pairings", "example/other with exclusion"): ("added", date(2026, 7, 1), "lighter"),
        ("pairings", "example/conduct with second"): ("ended", date(2026, 6, 1), "lighter"),
    }


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2020, 1, 1), 10),
        (date(2022, 3, 1), 5),
        (date(2026, 3, 31), 5),
        (date(2026, 4, 1), 7),
        (date(2026, 4, 2), 7),
    ],
)
def test_a_number_keeps_its_old_values_on_old_days(day: date, value: int) -> None:
    assert BOOK.parameter("statement", day).value == value
    law = Law(rulebook=BOOK, calendar=WorkCalendar.of(()))
    assert law.value("statement", day) == value


def test_the_entry_of_the_base_is_replaced_and_keeps_its_first_day() -> None:
    ground = BOOK.ground(CONDUCT)
    assert (ground.term.months, ground.term.max_months) == (6, 12)
    assert ground.in_force.since == BASE.ground(CONDUCT).in_force.since
    assert ground.transition is None


@pytest.mark.parametrize(
    ("day", "ground", "expected"),
    [
        (date(2026, 3, 31), CONDUCT, set()),
        (date(2026, 4, 1), CONDUCT, {"exclusion", "second"}),
        (date(2026, 5, 31), CONDUCT, {"exclusion", "second"}),
        (date(2026, 6, 1), CONDUCT, {"exclusion"}),
        (date(2026, 6, 30), OTHER, set()),
        (date(2026, 7, 1), OTHER, {"exclusion"}),
    ],
)
def test_pairings_follow_their_days(day: date, ground: str, expected: set[str]) -> None:
    assert measures(ground, day) == expected


def test_before_the_first_day_the_base_answers() -> None:
    day = date(2026, 3, 31)
    assert {pairing.measure for pairing in BASE.pairings_of(CONDUCT, day)} == {
        "exclusion",
        "second",
    }


def test_a_replaced_pairing_carries_old_decisions_on_and_an_ended_one_does_not() -> None:
    assert BOOK.ends(CONDUCT, "exclusion", date(2021, 5, 5)) is None
    assert BOOK.ends(CONDUCT, "second", date(2024, 5, 5)) == date(2026, 5, 31)
    assert BASE.ends(CONDUCT, "second", date(2024, 5, 5)) == date(2028, 12, 31)
    old, *_, new = [p for p in BOOK.pairings if p.id == "example/conduct with exclusion"]
    assert (old.in_force.until, new.in_force.since) == (date(2023, 6, 30), FIRST)


def test_an_amendment_is_not_read_without_its_base() -> None:
    assert [problem.code for problem in lint(FILES)] == ["BaseMissing"]
    with pytest.raises(Refused) as refused:
        decode(FILES)
    assert refused.value.codes == ("BaseMissing",)
    assert [problem.code for problem in lint_chain(FILES, lambda id: None)] == ["BaseMissing"]


def test_a_pack_is_put_together_with_all_it_stands_on() -> None:
    packs = {"harbour": read_pack(FIXTURES / "harbour-later")}
    assert assemble(FILES, packs.get) == BOOK
    assert lint_chain(FILES, packs.get) == []
    assert assemble(packs["harbour"], packs.get) == BASE


def test_an_amendment_of_an_amendment_knows_the_first_days_of_the_chain() -> None:
    later = {
        "pack.yaml": b"""
pack:
  {id: third, version: "1", title: {zh: t, en: t}, in_force_from: 2027-01-01, amends: harbour-2026}
parameters:
  - {id: statement, title: {zh: t, en: t}, unit: working_days, transition: keep,
     values: [{from: 2027-01-01, value: 9, to_confirm: true}]}
"""
    }
    book = compose(BOOK, later)
    assert book.known_from == BASE.in_force_from
    assert [
        book.parameter("statement", date(year, 12, 31)).value for year in (2021, 2025, 2026)
    ] == [
        10,
        5,
        7,
    ]
    assert [change.section for change in book.changes] == ["parameters"]


def test_packs_that_amend_one_another_are_a_circle() -> None:
    def pack(id: str, amends: str) -> dict[str, bytes]:
        head = f"{{id: {id}, version: '1', title: {{zh: t, en: t}}, in_force_from: 2027-01-01, "
        return {"pack.yaml": f"pack: {head}amends: {amends}}}".encode()}

    packs = {"one": pack("one", "two"), "two": pack("two", "one")}
    (found,) = lint_chain(packs["one"], packs.get)
    assert found.code == "AmendsInACircle"
    assert "one - two - one" in found.sentence
