"""What a version changed is compared with what was expected of it, and a difference is explained."""

from goodstanding.flow import expected, legislate, transit
from goodstanding.flow.simulate import simulate
from goodstanding.rules.catalogue import decode
from goodstanding.rules.simulation.reality import Cause
from tests.flow.drafting import (
    ANNA,
    BORIS,
    FIRST,
    acknowledged,
    approved,
    call,
    installed,
    reported,
)
from tests.flow.listing import listed
from tests.flow.test_transit import shorter_ground
from tests.rules.penalty_rows import code

FILES = shorter_ground(24)


def put_forward():
    return reported(FILES)


def approve(digest, **how):
    for who in (ANNA, BORIS):
        legislate.approve(call(who), digest=digest, acknowledged=acknowledged(FILES), **how)


def causes(found):
    return {each.cause for each in found.differences}


def test_what_two_people_approve_is_expected_and_comes(database):
    installed()
    listed()
    digest = put_forward()
    assert expected.expectation(decode(shorter_ground(12)).digest) is None
    approve(digest)
    found = expected.reality(digest)
    assert (found.expected, found.found, found.differences) == (13, 13, ())
    assert expected.alarms(since=FIRST) == []
    assert expected.expectation(digest).told.acts == 13


def test_what_is_still_to_be_written_is_no_alarm(database):
    installed()
    listed()
    digest = put_forward()
    approve(digest, later=True)
    found = expected.reality(digest)
    assert (found.found, found.waiting, causes(found)) == (0, 13, {Cause.WAITING})
    assert not found.alarm


def test_acts_in_between_explain_what_nobody_expected(database):
    installed()
    listed()
    digest = put_forward()
    approve(digest)
    listed(2)
    found = expected.reality(digest)
    assert causes(found) == {Cause.ACTS_BETWEEN}
    assert {each.organisation for each in found.differences} == {code(2)}
    assert all(each.acts and each.expected is None for each in found.differences)
    assert not found.alarm


def test_what_nothing_explains_is_an_alarm(database, monkeypatch):
    """The writing forgets an organisation; what reads the whole register did not."""
    installed()
    listed()
    listed(2)
    digest = put_forward()
    monkeypatch.setattr(transit, "_streams", lambda revision, only: [code(1)])
    approve(digest)
    monkeypatch.undo()
    found = expected.reality(digest)
    assert causes(found) == {Cause.WAITING}
    monkeypatch.setattr(expected, "touched", lambda new: [])
    (found,) = expected.alarms(since=FIRST)
    assert causes(found) == {Cause.UNEXPLAINED}
    assert {each.organisation for each in found.alarm} == {code(2)}


def test_an_expectation_of_another_day_knows_that_the_law_changed(database):
    installed()
    listed()
    new = decode(FILES)
    expected.keep(simulate(new, keep_values=True))
    assert expected.expectation(new.digest).values
    assert expected.reality(new.digest) is None
    approved(shorter_ground(30))
    assert expected.alarms(since=FIRST) == []
