"""A step begins only if the actor may, and four eyes cannot be forgotten."""

import pytest

from goodstanding.flow.policy import require
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.errors import Refused
from goodstanding.rules.rights import OTHER_THAN, Action

REVIEWER = Actor(id="o-rev", department="tax", roles=frozenset({Role.OFFICER, Role.REVIEWER}))


def test_another_person_may_decide():
    require(REVIEWER, Action.DECIDE, department="tax", first="o-proposer")


def test_nobody_decides_what_they_proposed():
    with pytest.raises(Refused) as refused:
        require(REVIEWER, Action.DECIDE, department="tax", first="o-rev")
    assert refused.value.codes == ("SamePersonTwice",)
    assert refused.value.status == 403


def test_every_obstacle_is_told_at_once():
    with pytest.raises(Refused) as refused:
        require(REVIEWER, Action.DECIDE, department="transport", first="o-rev")
    assert refused.value.codes == ("OtherDepartment", "SamePersonTwice")


@pytest.mark.parametrize("action", sorted(OTHER_THAN))
def test_a_step_that_needs_four_eyes_cannot_forget_the_first_person(action):
    with pytest.raises(TypeError, match="four eyes"):
        require(REVIEWER, action, department="tax")


@pytest.mark.parametrize("action", sorted(set(Action) - set(OTHER_THAN)))
def test_the_other_steps_need_no_second_person(action):
    officer = Actor(
        id="o-1",
        department="tax",
        roles=frozenset(Role),
        represents=frozenset({"1" * 18}),
    )
    place = {"department": "tax", "organisation": "1" * 18, "recipient": "tax"}
    require(officer, action, first="o-1", **place)
