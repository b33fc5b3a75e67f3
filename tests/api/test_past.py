"""What has ended since is not told of a past day, but to those inside the matter."""

from datetime import timedelta

import pytest

from goodstanding.flow import decide, notify, propose
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import Actor, Role
from goodstanding.wallclock import now, today
from tests.api.world import ACME, DECISION, GROUND, HOME

YESTERDAY = str(today() - timedelta(days=1))
INSIDE = ("officer", "reviewer", "credit office", "department's client")
OUTSIDE = ("officer elsewhere", "public body's client")


def ten_days_ago(role):
    actor = Actor(id=f"o-{role}", department=HOME, roles=frozenset({role}))
    return Call(actor=actor, at=now() - timedelta(days=10))


@pytest.fixture
def case(world):
    """A designation in force for ten days."""
    record = world.record()
    officer, reviewer = ten_days_ago(Role.OFFICER), ten_days_ago(Role.REVIEWER)
    case = propose.propose_designation(officer, organisation=ACME, ground=GROUND, records=(record,))
    notify.serve_notice(officer, case=case, served_on=officer.on, method="in-person", proof="1")
    notify.waive_statement(officer, case=case, proof="2", hearing=True)
    decide.decide_designation(reviewer, case=case, **DECISION)
    return case


def checked(world, who, on=YESTERDAY):
    asked = {"code": ACME, "procedure": "tender", "on": on}
    return world.caller(who).done("/checks", asked)


def test_a_check_of_a_past_day_tells_all_what_is_still_in_force(world, case):
    answers = {who: checked(world, who)["answer"] for who in INSIDE + OUTSIDE}
    assert set(answers.values()) == {"restricted"}


def test_a_check_of_a_past_day_tells_only_those_inside_what_has_ended(world, case):
    revoked = {"reasons": "已履行。", "from_start": False}
    world.caller("reviewer").done(f"/designations/{case}/revocation", revoked)
    answers = {who: checked(world, who) for who in INSIDE + OUTSIDE}
    assert {answers[who]["answer"] for who in INSIDE} == {"restricted"}
    for who in OUTSIDE:
        told = answers[who]
        assert (told["answer"], told["act_as"], told["effects"]) == ("clear", "clear", []), who
    assert {checked(world, who, None)["answer"] for who in INSIDE + OUTSIDE} == {"clear"}


def test_the_fold_of_a_past_day_is_cut_alike(world, case):
    revoked = {"reasons": "已履行。", "from_start": False}
    world.caller("reviewer").done(f"/designations/{case}/revocation", revoked)
    for who, there in (("reviewer", 1), ("representative", 1), ("auditor", 1), ("visitor", 0)):
        told = world.caller(who).read(f"/organisations/{ACME}/standing", on=YESTERDAY)
        assert len(told["designations"]) == there, who
        assert bool(told["effects"]) is bool(there), who
        assert len(told["records"]) == 1, who
