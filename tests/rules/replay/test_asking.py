"""A check asked again under another law, as a table counted by hand; the same law flips nothing."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from goodstanding.rules.check import Answer
from goodstanding.rules.replay.asking import ask_twice
from goodstanding.rules.replay.flip import FAVOUR, Asked, Direction, direction
from goodstanding.rules.replay.flips import Flips
from goodstanding.rules.replay.laws import Laws
from goodstanding.rules.replay.summary import summary
from goodstanding.rules.replay.supposed import supposed
from goodstanding.rules.states import Stay
from tests.rules.governing.test_revision import (
    GROUND,
    MEASURE,
    OLD,
    case,
    days,
    measure,
    months,
    record,
)
from tests.rules.penalty_rows import code

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "replay.yaml").read_text())
DECIDED, FIRST = date(2021, 3, 1), date(2026, 1, 1)
PAIR = (GROUND, MEASURE)


def law(label, said, sense="burden"):
    """The law of Dongguan with what a row says of it, under a label of its own."""
    grounds, measures, pairings = dict(OLD.grounds), dict(OLD.measures), OLD.pairings
    procedures, without = dict(OLD.procedures), said.get("without")
    term = grounds[GROUND].term
    longest = said.get("ground", term.max_months)
    usual = said.get("default", min(longest, term.months))
    term = replace(term, months=usual, max_months=longest)
    grounds[GROUND] = replace(grounds[GROUND], term=term, sense=sense)
    bites = tuple(said.get("procedures", measures[MEASURE].procedures))
    by = tuple(said.get("departments", measures[MEASURE].departments))
    measures[MEASURE] = replace(measures[MEASURE], procedures=bites, departments=by, sense=sense)
    own = next(each for each in pairings if (each.ground, each.measure) == PAIR)
    rest = [each for each in pairings if (each.ground, each.measure) != PAIR]
    if without != "pairing":
        rest.append(replace(own, max_months=said.get("pairing", own.max_months)))
    if "paired" in said:
        rest.append(replace(own, measure=said["paired"]))
    if without == "ground":
        del grounds[GROUND]
        rest = [each for each in rest if each.ground != GROUND]
    if without == "procedure":
        del procedures["tender"]
    return replace(
        OLD,
        version=label,
        digest=f"{label} {said} {sense}",
        grounds=grounds,
        measures=measures,
        pairings=tuple(rest),
        procedures=procedures,
    )


def held(row):
    term, sense = row.get("months", 36), row.get("sense", "burden")
    listing = replace(case(DECIDED, term), sense=sense)
    applied = replace(measure(DECIDED, term), answer=row.get("answer", "apply"), sense=sense)
    if row.get("stayed"):
        stays = (Stay(objection="objection", first_day=DECIDED),)
        listing = replace(listing, span=replace(listing.span, stays=stays))
        (resting,) = applied.rests_on
        resting = replace(resting, span=replace(resting.span, stays=stays))
        applied = replace(applied, rests_on=(resting,))
    return {each.id: each for each in (listing, applied, record(DECIDED, 36))}


def asked(day, procedure="tender", rulebook=OLD.digest):
    return Asked(
        receipt="c-1",
        organisation=code(1),
        procedure=procedure,
        department="finance",
        on=day,
        position=9,
        rulebook=rulebook,
        answer=Answer.RESTRICTED,
    )


@cache
def laws(used, new):
    return Laws({used.digest: used}, new, on=FIRST)


def twice(states, used, new, question):
    pair = laws(used, new).pair(used.digest, question.on)
    then = supposed(states, pair.before, pair.after, pair.grounds)
    return ask_twice(question, pair, held=lambda _: states, as_if=lambda _: then)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["says"])
def test_a_check_is_answered_as_the_table_says(row):
    sense = row.get("sense", "burden")
    used, new = law("used", row.get("old", {}), sense), law("new", row["new"], sense)
    question = asked(row["day"], row.get("procedure", "tender"), used.digest)
    found = twice(held(row), used, new, question)
    assert (found.was, found.now, found.refused) == (
        row["was"],
        row.get("now"),
        row.get("refused", ""),
    )
    told = (found.differing.rule, str(found.differing.because)) if found.differing else ()
    assert told == ((row["rule"], row["because"]) if "rule" in row else ())
    assert (found.flip is None) == ("rule" not in row)
    assert not found.differing or found.differing.citations


LABELLED = replace(law("label", {}), in_force_from=FIRST)
SHORTER = [law(f"shorter {months}", {"ground": months}) for months in (1, 6, 12, 35)]


@given(days, months, st.dates(date(2020, 6, 1), date(2026, 6, 1)), st.booleans())
def test_the_same_law_flips_nothing(decided, term, day, applied):
    """Neither the very version, nor its words under another label and from another first day."""
    line = replace(measure(decided, term), answer="apply" if applied else "not_applied")
    states = {each.id: each for each in (case(decided, term), line)}
    for new in (OLD, LABELLED):
        for procedure in ("tender", "loan"):
            found = twice(states, OLD, new, asked(day, procedure))
            assert (found.flip, found.was) == (None, found.now)


@given(days, months, st.sampled_from(SHORTER), st.dates(date(2020, 6, 1), date(2026, 6, 1)))
def test_a_shorter_term_is_never_stricter(decided, term, new, day):
    states = {each.id: each for each in (case(decided, term), measure(decided, term))}
    flip = twice(states, OLD, new, asked(day)).flip
    assert flip is None or flip.direction is Direction.FAVOURABLE


def test_every_two_answers_have_a_direction():
    for was in FAVOUR:
        for now in FAVOUR:
            if was != now:
                assert direction(was, now) != direction(now, was)
    assert set(FAVOUR) == set(Answer)


def test_parts_add_up_to_the_whole():
    new, whole = law("new", {"ground": 12}), Flips(examples=1)
    parts = [Flips(examples=1) for _ in range(2)]
    for part in parts:
        for tally in (whole, part):
            tally.organisations += 1
            for day in (date(2021, 6, 1), date(2022, 6, 1)):
                tally.add(twice(held({}), OLD, new, asked(day)))
    parts[0].merge(parts[1])
    told = [summary(each, since=DECIDED, on=FIRST, position=9) for each in (whole, parts[0])]
    assert told[0] == told[1]
    (way,) = told[0].flips
    assert (told[0].checks, told[0].stricter, told[0].more_favourable) == (4, 0, 2)
    assert (way.was, way.now, way.count, len(way.examples)) == ("restricted", "clear", 2, 1)
    assert [(each.id, each.more_favourable) for each in told[0].departments] == [("finance", 2)]
