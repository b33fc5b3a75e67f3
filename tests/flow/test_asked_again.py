"""Past checks asked again under a version: of the facts known then, either way, and nothing stays."""

from datetime import date, timedelta

import pytest

from goodstanding.flow import enquire
from goodstanding.flow.answers import Question
from goodstanding.flow.asked_again import a_year_before, ask_again
from goodstanding.register import replaying
from goodstanding.register.reading import head
from goodstanding.rules.actors import Role
from goodstanding.rules.catalogue import decode
from tests.flow.drafting import approved, installed, version
from tests.flow.listing import AWAY, LISTED, listed, officer, penalised
from tests.flow.test_simulate import tables
from tests.flow.test_transit import shorter_ground
from tests.rules.penalty_rows import code

DAY = timedelta(days=1)
LATER = date(2022, 6, 1)
TWELVE = decode(shorter_ground(12))


def check(number, on, procedure="tender", at=None):
    question = Question(code=code(number), procedure=procedure, on=on)
    return enquire.ask(officer(Role.OFFICER, at or on, AWAY), question).receipt


@pytest.fixture
def checked(database):
    """Two listed, one only penalised, one never met; asked before, on and after the listing."""
    installed()
    check(1, LISTED)
    listed()
    listed(2)
    penalised(3)
    found = [check(number, LATER) for number in (1, 2, 3, 4)]
    return [*found, check(1, LATER, "loan")]


def again(new, **how):
    return ask_again(new, since=LISTED, **how)


def test_the_facts_are_those_known_at_the_check(checked):
    told = again(TWELVE)
    (way,) = told.flips
    assert (told.checks, told.organisations, told.unlike, told.position) == (
        6,
        4,
        0,
        head().position,
    )
    assert (way.was, way.now, way.count) == ("restricted", "clear", 2)
    assert (told.stricter, told.more_favourable) == (0, 2)
    assert {each.receipt for each in way.examples} == set(checked[:2])
    (rule,) = way.rules
    assert rule.rule == "grounds/wage-arrears/refusal-after-order"
    assert [(each.id, each.more_favourable) for each in told.procedures] == [("tender", 2)]
    assert [(each.id, each.more_favourable) for each in told.departments] == [(AWAY, 2)]
    assert [len(way.examples) for way in again(TWELVE, examples=1).flips] == [1]


def test_what_came_later_changes_nothing(checked):
    """A version shortened the listing after the checks: they were answered before it was known."""
    before = again(TWELVE)
    approved(shorter_ground(18))
    after = again(TWELVE)
    assert (after.flips, after.unlike) == (before.flips, 0)
    assert check(1, LATER + 30 * DAY)
    assert again(TWELVE).more_favourable == 3


def test_the_other_way_is_stricter(checked):
    """The measure bites at one procedure more than it did."""
    check(1, LISTED + DAY, "land")
    said = "- {id: tender-exclusion-at-"
    days = "stages: [accept, award], in_force: {from: 2018-02-11}}"
    land = f"{said}land, measure: tender-exclusion, procedure: land, does: exclusion, {days}"
    files = version(
        "wider",
        measures=("procedures: [tender]", "procedures: [tender, land]"),
        effects=(f"{said}tender,", f"{land}\n  {said}tender,"),
    )
    told = again(decode(files))
    (way,) = told.flips
    assert (way.was, way.now, way.count, told.stricter) == ("clear", "restricted", 1, 1)
    assert way.rules[0].rule == "measures/tender-exclusion"


def test_the_law_they_used_flips_none(checked):
    told = again(decode(version("renamed")))
    assert (told.checks, told.flips, told.unlike) == (6, (), 0)


def test_only_checks_since_a_day_are_asked(checked):
    told = ask_again(TWELVE, since=LATER)
    assert told.checks == 5
    assert ask_again(TWELVE, since=LATER + DAY).checks == 0
    assert a_year_before(date(2024, 2, 29)) == date(2023, 2, 28)


def test_nothing_is_written_and_several_processes_say_the_same(checked, monkeypatch):
    before, alone = tables(), again(TWELVE)
    said = []
    monkeypatch.setattr(replaying, "PART", 2)
    monkeypatch.setattr(replaying, "ALONE", 1)
    together = again(TWELVE, progress=lambda *each: said.append(each))
    assert together == alone
    assert said == [(2, 4), (4, 4)]
    assert tables() == before
