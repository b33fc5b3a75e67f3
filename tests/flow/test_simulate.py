"""A dry run says what activation then does, and leaves no trace."""

from datetime import date, timedelta

import psycopg
import pytest
from django.db import connections

from goodstanding.catalogue import queries
from goodstanding.flow import legislate
from goodstanding.flow.simulate import simulate
from goodstanding.register import replaying
from goodstanding.register.reading import acts, head
from goodstanding.rules.catalogue import decode
from goodstanding.rules.simulation.change import Kind, Why
from tests.flow.drafting import ANNA, FIRST, approved, call, installed, version
from tests.flow.listing import GROUND, listed, penalised
from tests.flow.test_transit import repealed, shorter_ground
from tests.rules.penalty_rows import code

DAY = timedelta(days=1)


@pytest.fixture
def case(database):
    installed()
    return listed()


def counts(told):
    return {each.kind: each.count for each in told.changes}


def written(organisation):
    """What the new version really wrote of an organisation: where, and until when now."""
    return {
        (act.header.aggregate, value.of, value.last_day)
        for act in acts(organisation)
        if act.header.kind == "values-re-resolved/1"
        for value in act.effect.values
    }


def tables():
    """Every table of the register with a digest of all its rows."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        names = [name for (name,) in cursor.fetchall()]
        found = {}
        for name in names:
            cursor.execute(
                f"SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t"
            )
            found[name] = cursor.fetchone()
    return found


def test_nothing_is_written_by_a_dry_run(case):
    legislate.draft_rulebook(call(ANNA), files=shorter_ground(24))
    before, at = tables(), head()
    assert simulate(decode(shorter_ground(24)), keep_values=True).values
    assert (tables(), head()) == (before, at)
    assert "disclosure_point" in before


def test_a_judge_that_writes_is_refused_by_the_database(case):
    def write(states):
        with replaying._reading(replaying._address()) as cursor:
            cursor.execute("DELETE FROM register_storedstate")

    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        replaying.replay(write)


def test_activation_resolves_exactly_what_was_simulated(case):
    """Three organisations by one ground, the third with a term that is shorter already."""
    listed(2)
    listed(3, months=6)
    penalised(4)
    for files in (shorter_ground(24), repealed()):
        run = simulate(decode(files), keep_values=True)
        assert (run.told.organisations, run.told.position) == (4, head().position)
        approved(files)
        said = {(each.aggregate, each.of, each.now) for each in run.values}
        done = set().union(*(written(code(n)) for n in (1, 2, 3, 4)))
        assert said
        assert said <= done
        assert run.told.affected == len({each.organisation for each in run.values})
        assert run.told.acts == len({each.aggregate for each in run.values})
        # What is done is no longer to be done.
        assert simulate(decode(files)).told.changes == ()


def test_the_law_in_force_changes_nothing(case):
    told = simulate(queries.law(on=FIRST).rulebook).told
    assert (told.organisations, told.affected, told.changes) == (1, 0, ())


def test_a_later_day_shows_what_has_ended_by_then(case):
    files = repealed()
    first = simulate(decode(files)).told
    assert {Kind.EFFECT_ENDS, Kind.LIFT_DUE} & counts(first).keys() == set()
    later = simulate(decode(files), on=date(2022, 1, 1)).told
    # Four pairings, carried out by 3, 3, 2 and 2 departments; one of them applies its measure and
    # has something to lift, and nobody waits for the answers of the others any more.
    assert counts(later)[Kind.EFFECT_ENDS] == 10
    assert (counts(later)[Kind.LIFT_DUE], counts(later)[Kind.ANSWER_MOOT]) == (1, 9)
    ends = next(each for each in later.changes if each.kind == Kind.EFFECT_ENDS)
    assert {each.why for each in ends.rules} == {Why.PAIRING_ENDED}
    assert f"pairings/{GROUND} with tender-exclusion" in {each.rule for each in ends.rules}
    assert simulate(decode(files), on=FIRST - DAY).told.count(Kind.EFFECT_ENDS) == 0


def test_publications_that_reach_their_last_day_are_counted(case):
    files = version(
        "publication",
        parameters=(
            "value: 12, to_confirm: true, candidates: [12,",
            "value: 1, to_confirm: true, candidates: [1,",
        ),
    )
    told = simulate(decode(files)).told
    assert told.count(Kind.PUBLICATION_ENDS) == 1
    assert told.count(Kind.EFFECT_ENDS) == 0


def test_several_processes_say_the_same_as_one(case, monkeypatch):
    for number in range(2, 6):
        listed(number)
    new = decode(shorter_ground(24))
    alone, said = simulate(new, keep_values=True), []
    monkeypatch.setattr(replaying, "PART", 2)
    monkeypatch.setattr(replaying, "ALONE", 1)
    together = simulate(new, keep_values=True, progress=lambda *each: said.append(each))
    assert together == alone
    assert said == [(2, 5), (4, 5), (5, 5)]
