"""What a version would change, as a table counted by hand; nothing where nothing differs."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given
from msgspec.structs import replace

from goodstanding.rules.catalogue.amending import Change
from goodstanding.rules.governing.revision import Revision
from goodstanding.rules.simulation.change import Kind
from goodstanding.rules.simulation.simulating import Simulation
from goodstanding.rules.simulation.tally import Tally
from goodstanding.rules.states import Stage
from tests.rules.governing.test_revision import (
    GROUND,
    MEASURE,
    NO_CALENDAR,
    OLD,
    after,
    case,
    days,
    measure,
    months,
    record,
    revised,
)

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "simulation.yaml").read_text())
EFFECTS = (Kind.EFFECT_ENDS, Kind.EFFECT_SHORTER, Kind.EFFECT_BEGINS, Kind.EFFECT_LONGER)
DECIDED = date(2021, 3, 1)


def version(first, law, sense):
    """The next version as a row of the table says, and the same law before it."""
    law = dict(law)
    transition, without = law.pop("transition", None), law.pop("without", None)
    if "publication" in law:
        law["publication"] = (first, law["publication"])
    new = revised(first, **law).new
    if not law and not without:
        new = OLD
    if without:
        new = replace(new, grounds={id: each for id, each in OLD.grounds.items() if id != GROUND})
    if transition:
        said = Change(
            section="grounds", id=GROUND, how="replaced", day=first, transition=transition
        )
        new = replace(new, changes=(said,))
    return of_sense(OLD, sense), of_sense(new, sense)


def of_sense(book, sense):
    if sense == "burden" or GROUND not in book.grounds:
        return book
    grounds = {**book.grounds, GROUND: replace(book.grounds[GROUND], sense=sense)}
    measures = {**book.measures, MEASURE: replace(book.measures[MEASURE], sense=sense)}
    return replace(book, grounds=grounds, measures=measures)


def simulation(old, new, on):
    return Simulation(new, Revision(old, new, NO_CALENDAR), before=old, after=new, on=on)


def held(row):
    """The listing, its measure and the penalty as the head of the table says."""
    answered = row.get("answer", "apply")
    listing = replace(case(DECIDED, 36), sense=row.get("sense", "burden"))
    if row.get("stage"):
        return {"case": replace(listing, stage=Stage(row["stage"]), span=None)}
    applied = replace(measure(DECIDED, 36), answer=answered, sense=listing.sense)
    if answered:
        applied = replace(applied, answered_on=DECIDED)
    return {each.id: each for each in (listing, applied, record(DECIDED, 36))}


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["says"])
def test_a_version_changes_what_the_table_says(row):
    old, new = version(row["first"], row["law"], row.get("sense", "burden"))
    found = simulation(old, new, row.get("day", row["first"])).of(held(row))
    counts = {}
    for each in found:
        counts[str(each.kind)] = counts.get(str(each.kind), 0) + 1
    assert counts == row["expect"]
    effects = [each for each in found if each.kind in EFFECTS]
    assert [[each.was, each.now] for each in effects] == ([row["effect"]] if effects else [])
    assert {str(each.why) for each in effects} == ({row["why"]} if effects else set())


@given(days, months, days)
def test_the_law_in_force_changes_nothing(decided, term, on):
    states = {each.id: each for each in (case(decided, term), measure(decided, term))}
    assert simulation(OLD, OLD, on).of(states) == []
    assert Simulation(OLD, None, before=OLD, after=OLD, on=on).of(states) == []


@given(days, days, months, months)
def test_what_is_simulated_is_what_activation_writes(first, decided, term, ground):
    revision = revised(first, ground=ground)
    states = {each.id: each for each in (case(decided, term), measure(decided, term))}
    _, acts = after(revision, states.values())
    done = [
        (act.aggregate, value.of, value.rule, value.last_day)
        for act in acts
        for value in act.effect.values
    ]
    found = simulation(OLD, revision.new, first).of(states)
    said = [(x.aggregate, x.of, x.rule, x.now) for x in found if x.kind == Kind.VALUE]
    assert said == done


def test_parts_add_up_to_the_whole():
    old, new = version(date(2022, 6, 1), {"ground": 12}, "burden")
    changes = simulation(old, new, date(2022, 6, 1)).of(held({}))
    whole, parts = Tally(examples=1), [Tally(examples=1) for _ in range(2)]
    for part in parts:
        for tally in (whole, part):
            tally.add(changes)
            tally.add([])
    parts[0].merge(parts[1])
    assert parts[0].groups() == whole.groups()
    assert (whole.organisations, whole.affected, whole.acts) == (4, 2, 4)
    assert {each.kind: each.count for each in whole.groups()}[Kind.EFFECT_ENDS] == 2
    assert [len(each.examples) for each in whole.groups()] == [1] * len(whole.groups())
    assert msgspec.json.encode(whole.groups())
