"""Repair under the three packs: rule, first day, refusals, clocks and what comes back, by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.errors import Refused
from goodstanding.rules.law import Law
from goodstanding.rules.repair import decide, file, rule
from goodstanding.rules.repair.kept_ended import ended_by
from goodstanding.rules.repair.restore import restore
from goodstanding.rules.working_set import WorkingSet
from tests.rules.calendars import official
from tests.rules.repair import made
from tests.rules.test_law_by_hand import book

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "repairs.yaml").read_text())
REVOKED = CASES["revoked"]


def each(section: str) -> list[Any]:
    return [
        pytest.param(pack, case, id=f"{pack} {case.get('what', section)} {case['counted']}")
        for pack, cases in CASES[section].items()
        for case in cases
    ]


def law_of(pack: str) -> Law:
    return Law(rulebook=book(pack), calendar=official())


def test_there_are_enough_of_them() -> None:
    assert len(each("asked")) + len(each("decided")) + len(REVOKED) >= 60


@pytest.mark.parametrize(("pack", "case"), each("asked"))
def test_what_stands_against_asking(pack: str, case: dict[str, Any]) -> None:
    law, on = law_of(pack), case["asked"]
    target, work = made.target(case)
    performed, commitment = case.get("performed", case["decided"]), case.get("commitment", on)
    found = rule.rule_for(target, law.rulebook, on)
    assert (found.id if found else None) == case["rule"]
    if found and "earliest" in case:
        assert rule.earliest(target, found, performed_on=performed) == case["earliest"]
    asked = file.Application(
        id="s-1", target=target, performed_on=performed, commitment_on=commitment
    )
    earlier = [made.running(target, on)] if case.get("running") else []
    try:
        (applied,) = file.apply(asked, earlier=earlier, work=work, law=law, on=on)
    except Refused as refused:
        assert list(refused.codes) == case.get("refused"), case["counted"]
        return
    assert "refused" not in case
    due = applied.effect.acceptance
    assert (due.due, due.not_before) == (case.get("acceptance"), case.get("not before"))


@pytest.mark.parametrize(("pack", "case"), each("decided"))
def test_the_time_to_decide_and_its_one_extension(pack: str, case: dict[str, Any]) -> None:
    law, on = law_of(pack), case["accepted"]
    repair = replace(made.running(made.record(on), on), rule="penalty-repaired")
    (accepted,) = file.accept(repair, law=law, on=on)
    due = accepted.effect.decision
    assert (due.due, due.not_before) == (case.get("last day"), case.get("not before"))
    taken_up = replace(repair, accepted_on=on, decision=due)
    (extended,) = decide.extend(taken_up, reasons="案情复杂。", law=law, on=on)
    later = extended.effect.decision
    expected = case.get("extended"), case.get("extended not before")
    assert (later.due, later.not_before) == expected, case["counted"]
    with pytest.raises(Refused) as refused:
        decide.extend(replace(taken_up, extended_on=on), reasons="又。", law=law, on=on)
    assert refused.value.codes == ("ExtendedOnce",)


@pytest.mark.parametrize("case", REVOKED, ids=lambda case: case["counted"])
def test_what_comes_back_and_until_when(case: dict[str, Any]) -> None:
    pack = book("dongguan-2018")
    rules = {id: replace(r, restarts=case.get("restarts", False)) for id, r in pack.repairs.items()}
    law = Law(rulebook=replace(pack, repairs=rules), calendar=official())
    work, repair = made.repaired(case)
    ended = ended_by(repair, work.states.values())
    found = restore(repair, ended, work=work, law=law, on=case["revoked"])
    effects = [one.effect for one in found]
    assert isinstance(effects[0], acts.RecordRestored)
    assert _last(effects, acts.DesignationRestored) == case["last day"], case["counted"]
    assert _last(effects, acts.MeasureRestored) == case.get("measure until", case["last day"])
    assert {one.effective_on for one in found} == {case["revoked"]}


def _last(effects: list[Any], kind: type[Any]) -> date | None:
    return next((effect.last_day for effect in effects if isinstance(effect, kind)), None)


def test_what_another_repair_keeps_ended_does_not_come_back() -> None:
    work, repair = made.repaired(REVOKED[0])
    of_the_case = replace(repair, id="s-2", target="d-1", target_kind="designation")
    states = [*work.states.values(), of_the_case]
    assert ended_by(repair, states) == []
    assert [c.id for c in ended_by(repair, [*work.states.values()])] == ["d-1"]
    gone_too = WorkingSet({**work.states, "r-1": made.withdrawn(work.states["r-1"])})
    assert ended_by(repair, gone_too.states.values()) == []
