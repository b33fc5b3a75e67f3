"""A process that dies while it takes a record back: nothing has changed, or everything has."""

from tests.invariants import killing

TIMES = 20


def test_killed_anywhere_it_leaves_nothing_or_everything(database, postgres):
    record = killing.prepare()
    found = killing.kill(postgres, database.name, record, times=TIMES, seed=449800)
    assert found.nothing + found.everything == TIMES
    assert found.nothing, "it was never killed in time: the test would prove nothing"
