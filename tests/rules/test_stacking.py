"""The same fact restricted twice is flagged, other facts are not; a second time needs a reason."""

import pytest
from msgspec.structs import replace

from goodstanding.rules.errors import Refused
from goodstanding.rules.stacking import DESIGNATIONS, MEASURES, RECORDS, facts
from goodstanding.rules.working_set import WorkingSet
from tests.rules.road import CODE, COLLUSION, DECIDED, DECISION, FALSE_BID, Road, after

REASON = {"second_reason": "同一处罚还涉及弄虚作假。"}


def _facts(road: Road, day=DECIDED, **changed):
    work = WorkingSet({**road.register.of(CODE), **changed})
    return facts(work, on=day, rulebook=road.register.law.rulebook)


def _second(road: Road, record: str, **decision) -> str:
    case = road.notified(record, ground=FALSE_BID)
    road.on = max(road.on, DECIDED)
    road.take("waive_statement", case=case, waived_on=road.on, proof="声明 1", hearing=True)
    road.take("decide_designation", by=2, case=case, **{**DECISION, **decision})
    return case


def test_one_designation_restricts_once_however_many_departments_carry_it():
    road = Road()
    case = road.listed()
    [fact] = _facts(road)
    assert (len(fact.records), fact.twice) == (1, ())
    [restriction] = fact.restrictions
    assert restriction.designation == case
    assert any(len(each.departments) > 1 for each in restriction.measures)


def test_a_second_designation_on_the_same_fact_needs_a_reason_and_is_flagged():
    road = Road()
    record = road.penalty()
    first = road.listed(record)
    with pytest.raises(Refused) as refused:
        _second(road, record)
    [refusal] = refused.value.refusals
    assert (refusal.code, refusal.fields["designations"]) == (
        "SecondRestrictionUnreasoned",
        (first,),
    )
    road.take("decide_designation", by=2, case=_open(road), **DECISION, **REASON)
    [fact] = _facts(road)
    assert len(fact.restrictions) == 2
    assert fact.twice == (DESIGNATIONS, MEASURES)
    listed = [act for act in road.register.acts if act.header.kind == "designation-listed/1"]
    assert [act.effect.same_fact for act in listed] == [(), (first,)]
    assert listed[1].content["second_reason"] == REASON["second_reason"]


def _open(road: Road) -> str:
    return next(
        id for id, each in road.register.states.items() if getattr(each, "stage", "") == "notified"
    )


def test_two_decisions_are_two_facts_and_need_no_reason():
    road = Road()
    road.listed(road.penalty())
    _second(road, road.penalty())
    assert [each.twice for each in _facts(road)] == [(), ()]


def test_two_records_of_one_document_are_one_fact():
    road = Road()
    one, other = road.penalty(), road.penalty()
    road.listed(one)
    written = road.state(one).document.replace("〔", "[").replace("〕", "]")
    day = road.state(one).decided_on
    same = replace(road.state(other), document=written, decided_on=day)
    road.register.states[other] = same
    with pytest.raises(Refused, match="SecondRestrictionUnreasoned"):
        _second(road, other)
    road.take("decide_designation", by=2, case=_open(road), **DECISION, **REASON)
    [fact] = _facts(road)
    assert fact.twice == (DESIGNATIONS, MEASURES, RECORDS)
    assert set(fact.records) == {one, other}


def test_what_is_paused_restricts_still_and_what_ended_does_not():
    road = Road()
    record = road.penalty()
    first = road.listed(record)
    objection = road.objected(first)
    with pytest.raises(Refused, match="SecondRestrictionUnreasoned"):
        _second(road, record)
    assert [str(each.force) for each in _facts(road)[0].restrictions[0].measures] == [
        "stayed"
    ] * len(_facts(road)[0].restrictions[0].measures)
    road.settle(objection, "withdrawn", on=after(DECIDED))
    assert _facts(road, after(DECIDED)) == ()
    road.take("decide_designation", by=2, case=_open(road), **DECISION)
    [fact] = _facts(road, after(DECIDED))
    assert (len(fact.restrictions), fact.twice) == (1, ())


def test_what_is_over_restricts_no_more():
    road = Road()
    record = road.penalty()
    case = road.listed(record, months=1)
    last = road.state(case).span.last_day
    assert len(_facts(road, last)) == 1
    assert _facts(road, after(last)) == ()
    road.on = after(last)
    assert _second(road, record)


def test_a_dropped_case_needs_no_reason():
    road = Road()
    record = road.penalty()
    road.listed(record, ground=COLLUSION)
    assert _second(road, record, outcome="drop")
