"""The repair planner against days counted by hand, and what it says where nothing can be repaired."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules.acts.values import Publishing
from goodstanding.rules.law import Law
from goodstanding.rules.repair.plan import Plan, plan, plans
from goodstanding.rules.repair.state import Lapse
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet
from tests.rules.calendars import official
from tests.rules.road import CODE, DECIDED, Road
from tests.rules.test_law_by_hand import book

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "repair_plans.yaml").read_text())
ONE = timedelta(days=1)


def held(case: dict[str, Any]) -> Record:
    decided = case["decided"]
    named = Publishing(
        rule="", version="", state="public", severity=case["severity"], repair_from=None
    )
    return Record(
        id="r-1",
        organisation=CODE,
        record_kind=case["record"],
        department="housing-construction",
        authority="岚港市住房和城乡建设局",
        document="岚罚1号",
        decided_on=decided,
        adverse=True,
        transcribed=False,
        basis_readable=True,
        natural_key="k",
        public_from=decided,
        public_until=case.get("until"),
        publication=None,
        entered_by="o-1",
        entered_on=decided,
        versions=(),
        publishing=named,
    )


def planned(pack: str, record: Record, on: date) -> Plan:
    law = Law(rulebook=book(pack), calendar=official())
    return plan(record, work=WorkingSet({record.id: record}), law=law, on=on)


@pytest.mark.parametrize(
    ("pack", "case"),
    [
        pytest.param(pack, case, id=f"{pack} {case['record']} {case['severity']} {case['decided']}")
        for pack, cases in CASES.items()
        for case in cases
    ],
)
def test_repair_may_be_asked_for_from_its_day(pack: str, case: dict[str, Any]) -> None:
    record, first = held(case), case["earliest"]
    on = planned(pack, record, first)
    assert (on.earliest, on.against, on.over) == (first, (), False)
    if first > record.decided_on:
        before = planned(pack, record, first - ONE)
        assert [each.code for each in before.against] == ["RepairTooEarly"]
        assert before.against[0].fields["earliest"] == before.earliest == first


@pytest.mark.parametrize("kind", ["enforcement-default", "licence"])
def test_what_no_rule_repairs_says_so(kind: str) -> None:
    case = {"record": kind, "severity": "", "decided": date(2026, 5, 4)}
    found = planned("cn-2026", held(case), date(2027, 5, 4))
    assert found.earliest is None
    assert [each.code for each in found.against] == ["NotRepairable"]


def test_what_ends_before_it_could_be_repaired_says_so() -> None:
    case = {"record": "penalty", "severity": "serious", "decided": date(2026, 5, 15)}
    early = planned("cn-2026", held({**case, "until": date(2027, 5, 14)}), date(2026, 6, 1))
    late = planned("cn-2026", held({**case, "until": date(2027, 5, 15)}), date(2026, 6, 1))
    assert (early.by_itself_first, late.by_itself_first) == (True, False)
    assert late.ends == late.earliest == date(2027, 5, 15)


def test_what_is_repaired_has_nothing_left_to_repair() -> None:
    case = {"record": "penalty", "severity": "general", "decided": date(2026, 5, 15)}
    lapse = Lapse(repair="s-1", first_day=date(2026, 9, 1))
    found = planned("cn-2026", replace(held(case), lapses=(lapse,)), date(2026, 9, 2))
    assert found.over
    assert [each.code for each in found.against] == ["NothingToRepair"]


def test_a_plan_for_each_burden_with_its_last_day() -> None:
    road = Road()
    case = road.listed()
    work = WorkingSet(road.register.of(CODE))
    found = plans(work, law=road.register.law, on=DECIDED)
    assert {each.target.id for each in found} == {case, *road.state(case).records}
    own = next(each for each in found if each.target.id == case)
    assert own.ends == road.state(case).span.last_day


def test_a_term_that_a_law_fixes_moves_the_earliest_day_behind_its_last() -> None:
    road = Road()
    case = road.listed()
    law = _fixed(road.register.law, road.state(case).ground)
    work = WorkingSet(road.register.of(CODE))
    record = road.state(road.state(case).records[0])
    found = plan(record, work=work, law=law, on=DECIDED)
    last = max(
        resting.span.last_day
        for measure in work.measures_under(case)
        for resting in measure.rests_on
    )
    assert {each.code for each in found.against} == {"FixedTermRuns"}
    assert found.earliest == last + ONE


def _fixed(law: Law, ground: str) -> Law:
    pairings = tuple(
        replace(each, fixed_term=True) if each.ground == ground else each
        for each in law.rulebook.pairings
    )
    return replace(law, rulebook=replace(law.rulebook, pairings=pairings, digest="fixed"))
