"""A bankruptcy shield: what it pauses and for how long, what stands against it, what it opens."""

from pathlib import Path

import pytest
import yaml

from goodstanding.rules.acts.values import Ruling
from goodstanding.rules.errors import Refused
from goodstanding.rules.proceeding.shielding import cited
from goodstanding.rules.proceeding.state import COMPLETED, Proceeding
from goodstanding.rules.repair.plan import plan
from goodstanding.rules.working_set import WorkingSet
from tests.rules.repair import made
from tests.rules.repair.test_repairs import law_of
from tests.rules.road import CODE, DECIDED, Road, after

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "shield.yaml").read_text())
SHIELD = {"document": "破1号", "plan": "reorganisation-plan"}


def each(section):
    return [pytest.param(case, id=case["what"]) for case in CASES[section]]


def shielded(road, **args):
    return road.take("open_shield", organisation=CODE, **{**SHIELD, **args})


def forces(road, day):
    found = {"stayed": set(), "in-force": set()}
    for key, force in road.force(day).items():
        found[force].add(key.split(".")[1])
    return found["stayed"], found["in-force"]


@pytest.mark.parametrize("case", each("paused"))
def test_what_it_pauses_and_until_when(case):
    road = Road(department=case.get("department", "housing-construction"))
    road.listed(road.penalty(), ground=case["ground"])
    road.on = case["entered_on"]
    said = {name: case[name] for name in ("ruled_on", "last_day", "plan") if name in case}
    shield = shielded(road, **said)
    if ended := case.get("ended"):
        road.take("end_shield", by=2, on=ended["day"], proceeding=shield, outcome=ended["outcome"])
    for asked in case["asks"]:
        told = forces(road, asked["day"])
        assert told == (set(asked["stayed"]), set(asked["in_force"])), asked["day"]


def refused(road, step, **args):
    with pytest.raises(Refused) as found:
        road.take(step, **args)
    return sorted(type(each).__name__ for each in found.value.refusals)


@pytest.mark.parametrize("case", each("refused"))
def test_what_opens_no_shield(case):
    road = Road()
    road.penalty()
    road.on = after(DECIDED, 7)
    args = {**SHIELD, **case["with"]}
    assert refused(road, "open_shield", organisation=CODE, **args) == sorted(case["codes"])


@pytest.mark.parametrize("case", each("ended_refused"))
def test_what_ends_none(case):
    road = Road()
    road.penalty()
    road.on = after(DECIDED, 7)
    shield = shielded(road)
    road.on = after(road.on)
    found = refused(road, "end_shield", by=2, proceeding=shield, **case["with"])
    assert found == sorted(case["codes"])


def test_one_shield_at_a_time_and_it_is_ended_by_another_person():
    road = Road()
    road.penalty()
    shield = shielded(road)
    assert refused(road, "open_shield", organisation=CODE, **SHIELD) == ["ShieldRuns"]
    end = {"proceeding": shield, "outcome": COMPLETED}
    assert "SamePersonTwice" in refused(road, "end_shield", **end)
    road.take("end_shield", by=2, **end)
    assert refused(road, "end_shield", by=2, **end) == ["ProceedingStageWrong"]
    again = {**SHIELD, "document": "破2号"}
    assert road.take("open_shield", on=after(road.on), organisation=CODE, **again)


def test_steps_of_other_proceedings_are_not_open_on_it():
    road = Road()
    record = road.penalty()
    shield = shielded(road)
    order = {"document": "停1号", "last_day": None, "whole": True}
    assert refused(road, "order_stay", proceeding=shield, **order) == ["ShieldOrdersNoStay"]
    lost = {"proceeding": shield, "outcome": "upheld", "reasons": "已判决。"}
    assert refused(road, "decide_proceeding", by=2, **lost) == ["ShieldEndsApart"]
    case = road.take(
        "open_proceeding", subject=record, document="行初1号", kind="litigation", body="法院"
    )
    assert "NoShield" in refused(road, "end_shield", by=2, proceeding=case, outcome=COMPLETED)


def test_departments_that_acted_suspend_and_resume():
    road = Road()
    case = road.listed(road.penalty())
    measure = f"{case}.procurement-exclusion.finance"
    road.applied(measure)
    shield = shielded(road)
    assert "suspend" in road.asked(measure)
    task = next(task.id for task in road.state(measure).tasks if task.kind == "suspend")
    road.done(task)
    road.take("end_shield", by=2, on=after(road.on), proceeding=shield, outcome="plan-annulled")
    assert "resume" in road.asked(measure)


def test_an_objection_within_it_has_a_stay_of_its_own():
    road = Road()
    record = road.penalty()
    road.listed(record)
    shield = shielded(road)
    objection = road.objected(record)
    road.take("end_shield", by=2, on=after(road.on), proceeding=shield, outcome=COMPLETED)
    assert forces(road, after(road.on))[0] == {"tender-exclusion", "procurement-exclusion"}
    road.settle(objection, "dismissed")
    assert forces(road, after(road.on))[0] == set()


def test_what_ended_meanwhile_does_not_come_back():
    road = Road()
    record = road.penalty()
    road.listed(record)
    shield = shielded(road)
    road.take("withdraw_record", by=2, record=record, as_wrong=True, reasons="已撤销。")
    road.take("end_shield", by=2, on=after(road.on), proceeding=shield, outcome="liquidation")
    assert road.force(after(road.on)) == {}


def test_what_is_listed_while_it_runs_is_paused_too():
    road = Road()
    record = road.penalty()
    shielded(road)
    road.listed(record)
    assert forces(road, road.on) == ({"procurement-exclusion"}, {"tender-exclusion"})


def test_every_burden_cites_the_ruling_on_its_days_only():
    road = Road()
    road.listed(road.penalty())
    road.on = after(DECIDED)
    shield = shielded(road)
    road.take("end_shield", by=2, on=after(DECIDED, 3), proceeding=shield, outcome=COMPLETED)
    work = WorkingSet(road.register.of(CODE))
    days = {n: cited(work, after(DECIDED, n)) for n in (0, 1, 3, 4)}
    ruling = "岚港市中级人民法院 破1号"
    assert days == {0: "", 1: ruling, 3: ruling, 4: ""}


@pytest.mark.parametrize("case", each("repair"))
def test_from_when_repair_may_be_asked_for(case):
    record = made.record(case["decided_on"], severity=case["severity"])
    states = {record.id: record}
    if "ruled_on" in case:
        states["v-1"] = ended_shield(case)
    on = case["earliest"]
    found = plan(record, work=WorkingSet(states), law=law_of("cn-2026"), on=on)
    assert (found.earliest, found.against) == (on, ())
    assert plan(record, work=WorkingSet(states), law=law_of("cn-2026"), on=after(on, -1)).against


def ended_shield(case):
    return Proceeding(
        id="v-1",
        organisation=CODE,
        kind="bankruptcy",
        body="岚港市中级人民法院",
        document="破1号",
        opened_on=case["ruled_on"],
        subject=CODE,
        subject_kind="organisation",
        target=CODE,
        target_kind="organisation",
        department="credit-office",
        entered_by="o-1",
        entered_on=case["ruled_on"],
        entered_at=1,
        ruling=Ruling(plan="settlement", last_day=None),
        outcome=case.get("outcome", COMPLETED),
        decided_on=case["completed_on"],
        ended_on=case["completed_on"],
    )
