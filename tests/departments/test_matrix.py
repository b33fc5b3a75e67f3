"""Every role, every action, at home and elsewhere, against a table a lawyer can read."""

from itertools import product
from pathlib import Path

import pytest
import yaml

from goodstanding.rules.policy import allowed, ever_permitted, permitted
from goodstanding.rules.rights import OTHER_THAN, RIGHTS, Action
from tests.departments.people import PEOPLE, place

CASES = Path(__file__).parent / "cases"
MATRIX = yaml.safe_load((CASES / "matrix.yaml").read_text(encoding="utf-8"))
REFUSALS = yaml.safe_load((CASES / "refusals.yaml").read_text(encoding="utf-8"))
GRID = list(product(MATRIX["actions"], MATRIX["roles"], ["at home", "elsewhere"]))


def expected(action: str, who: str, where: str) -> bool:
    named = MATRIX["actions"][action][where]
    return who in named or "everybody" in named


def test_the_table_names_every_action_and_every_role():
    assert set(MATRIX["actions"]) == {action.value for action in Action} == set(RIGHTS)
    assert {role for who in MATRIX["roles"] for role in PEOPLE[who].roles} == {
        right.role for rights in RIGHTS.values() for right in rights
    }
    named = {who for row in MATRIX["actions"].values() for names in row.values() for who in names}
    assert named - {"everybody"} <= set(MATRIX["roles"])


@pytest.mark.parametrize(("action", "who", "where"), GRID)
def test_the_rights_are_those_of_the_table(action, who, where):
    answer = allowed(PEOPLE[who], Action(action), **place(who, where))
    assert answer is expected(action, who, where)


@pytest.mark.parametrize(("action", "who", "where"), GRID)
def test_who_is_refused_is_told_why(action, who, where):
    if expected(action, who, where):
        return
    told = {r.code for r in permitted(PEOPLE[who], Action(action), **place(who, where))}
    sometimes = any(expected(action, who, other) for other in ("at home", "elsewhere"))
    if who == "visitor":
        assert told == {"SignInNeeded"}
    elif sometimes:
        # A client that asks elsewhere by one scope may be told the other that would open it.
        other_scope = {"ScopeMissing"} if who.endswith("client") else set()
        assert told - other_scope
        assert told <= {"OtherDepartment", "NotRepresented", "NotTheRecipient"} | other_scope
    elif not who.endswith("client"):
        assert told == {"RoleMissing"}
    else:
        assert told & {"RoleMissing", "ScopeMissing", "OtherDepartment", "NotTheRecipient"}


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case["title"])
def test_every_obstacle_is_told_by_name(case):
    found = permitted(
        PEOPLE[case["who"]], Action(case["action"]), **place(case["who"], case["where"])
    )
    assert [refusal.code for refusal in found] == case["told"]
    assert all(refusal.sentence for refusal in found)


@pytest.mark.parametrize(("action", "who"), [(a, w) for a, w, where in GRID if where == "at home"])
def test_a_menu_never_hides_what_is_permitted(action, who):
    if expected(action, who, "at home") or expected(action, who, "elsewhere"):
        assert ever_permitted(PEOPLE[who], Action(action))


def test_four_eyes_name_steps_that_exist():
    assert set(OTHER_THAN) | set(OTHER_THAN.values()) <= set(Action)
