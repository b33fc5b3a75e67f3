"""A review or a court case: what its stay masks, what its outcome ends, and what it leaves alone."""

import pytest

from goodstanding.rules.errors import Refused
from goodstanding.rules.proceeding.state import OUTCOMES
from tests.rules.road import DECIDED, DECISION, FOOD, Road, after

ENTRY = {"kind": "litigation", "body": "岚港市第一人民法院"}


def opened(road, subject, number="1"):
    return road.take("open_proceeding", subject=subject, document=f"行初{number}号", **ENTRY)


def ordered(road, proceeding, **args):
    given = {"document": "停1号", "last_day": None, "whole": True, **args}
    road.take("order_stay", proceeding=proceeding, **given)


def decided(road, proceeding, outcome):
    road.take("decide_proceeding", by=2, proceeding=proceeding, outcome=outcome, reasons="已判决。")


def stayed(road, subject, **args):
    proceeding = opened(road, subject)
    ordered(road, proceeding, **args)
    return proceeding


def forces(road, day):
    return set(road.force(day).values())


def test_a_proceeding_alone_stays_nothing():
    road = Road()
    record = road.penalty()
    road.listed(record)
    opened(road, record)
    assert forces(road, road.on) == {"in-force"}


@pytest.mark.parametrize("target", ["record", "designation"])
def test_an_order_stays_from_its_entry_and_its_end_restores_exactly_what_was(target):
    road = Road()
    record = road.penalty()
    case = road.listed(record)
    before = road.force(DECIDED)
    road.on = after(DECIDED)
    proceeding = stayed(road, record if target == "record" else case)
    assert (forces(road, DECIDED), forces(road, road.on)) == ({"in-force"}, {"stayed"})
    end = {"document": "恢1号", "reasons": "原因消失。"}
    road.take("end_ordered_stay", by=2, on=after(DECIDED, 5), proceeding=proceeding, **end)
    assert forces(road, road.on) == {"stayed"}
    assert road.force(after(road.on)) == before


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_ends_the_stay_or_keeps_it_until_it_is_carried_out(outcome):
    road = Road()
    record = road.penalty()
    road.listed(record)
    proceeding = stayed(road, record)
    decided(road, proceeding, outcome)
    fell = outcome in ("annulled", "sent-back")
    assert forces(road, after(road.on)) == ({"stayed"} if fell else {"in-force"})
    found = road.state(proceeding)
    assert found.waits is (fell or outcome == "varied")


def test_an_annulment_stays_without_any_order_also_what_a_law_keeps_running():
    road = Road(department="market-regulation")
    record = road.penalty()
    road.listed(record, ground=FOOD)
    proceeding = stayed(road, record, whole=False)
    assert forces(road, road.on) == {"in-force", "stayed"}
    decided(road, proceeding, "annulled")
    assert forces(road, road.on) == {"stayed"}
    done = {"how": "overturned", "reasons": "二审改判。"}
    road.take("carry_out", by=2, proceeding=proceeding, **done)
    assert forces(road, after(road.on)) == {"in-force"}


def test_taking_the_record_back_carries_an_annulment_out():
    road = Road()
    record = road.penalty()
    road.listed(record)
    proceeding = opened(road, record)
    decided(road, proceeding, "annulled")
    road.take("withdraw_record", by=2, record=record, as_wrong=True, reasons="已撤销。")
    found = road.state(proceeding)
    assert (found.carried_out, found.waits, found.order) == ("taken-back", False, None)
    assert road.force(road.on) == {}


def test_an_order_to_a_day_ends_by_itself_and_the_department_knows_it_beforehand():
    road = Road()
    record = road.penalty()
    case = road.listed(record)
    measure = f"{case}.tender-exclusion.housing-construction"
    road.applied(measure)
    last = after(road.on, 9)
    stayed(road, record, last_day=last)
    assert (forces(road, last), forces(road, after(last))) == ({"stayed"}, {"in-force"})
    suspend, resume = road.state(measure).tasks[-2:]
    assert (suspend.kind, suspend.not_after) == ("suspend", last)
    assert (resume.kind, resume.due.start) == ("resume", last)


def test_an_objection_that_ends_within_an_order_leaves_the_resumption_to_its_day():
    road = Road()
    record = road.penalty()
    case = road.listed(record)
    measure = f"{case}.tender-exclusion.housing-construction"
    road.applied(measure)
    objection = road.objected(record)
    road.done(f"{measure}.suspend.2")
    last = after(road.on, 9)
    stayed(road, record, last_day=last)
    road.settle(objection, "dismissed", on=after(road.on))
    assert forces(road, last) == {"stayed"}
    assert [t.due.start for t in road.state(measure).tasks if t.kind == "resume"] == [last]


def test_lifted_before_its_day_the_resumption_is_asked_at_once_and_once():
    road = Road()
    record = road.penalty()
    case = road.listed(record)
    measure = f"{case}.tender-exclusion.housing-construction"
    road.applied(measure)
    proceeding = stayed(road, record, last_day=after(road.on, 30))
    road.done(f"{measure}.suspend.2")
    road.take(
        "end_ordered_stay",
        by=2,
        on=after(road.on),
        proceeding=proceeding,
        document="恢1号",
        reasons="原因消失。",
    )
    assert road.asked(measure).count("resume") == 1
    assert road.state(measure).tasks[-1].due.start == road.on
    assert forces(road, after(road.on)) == {"in-force"}


def test_where_each_record_suffices_one_order_stays_nothing_and_two_do():
    road = Road()
    one, two = road.penalty(), road.penalty()
    road.listed(one, two, each_suffices=True)
    first = stayed(road, one)
    assert forces(road, road.on) == {"in-force"}
    second = opened(road, two, "2")
    ordered(road, second)
    assert forces(road, road.on) == {"stayed"}
    decided(road, first, "upheld")
    assert forces(road, after(road.on)) == {"in-force"}


def test_an_order_and_an_objection_together_stay_what_rests_on_both():
    road = Road()
    one, two = road.penalty(), road.penalty()
    road.listed(one, two, each_suffices=True)
    objection = road.objected(two)
    proceeding = stayed(road, one)
    assert forces(road, road.on) == {"stayed"}
    decided(road, proceeding, "upheld")
    assert forces(road, after(road.on)) == {"in-force"}
    road.settle(objection, "dismissed")
    assert forces(road, after(road.on)) == {"in-force"}


@pytest.mark.parametrize("first", ["objection", "order"])
@pytest.mark.parametrize("gone", ["repaired", "taken back"])
def test_an_objection_to_what_carries_nothing_stays_nothing_beside_an_order(gone, first):
    """The listing stands on the other record alone: in whichever order the two came."""
    road = Road()
    one, two = road.penalty(), road.penalty()
    case = road.listed(one, two, each_suffices=True)
    if gone == "repaired":
        road.repaired(two)
    if first == "order":
        stayed(road, one)
    road.objected(two)
    if gone == "taken back":
        road.taken_back(two, as_wrong=False)
    if first == "objection":
        stayed(road, one)
    assert road.state(case).span.disputes == []
    assert forces(road, road.on) == {"stayed"}


def test_a_record_taken_back_leaves_a_listing_on_a_stayed_one_stayed():
    road = Road()
    one, two = road.penalty(), road.penalty()
    road.listed(one, two, each_suffices=True)
    stayed(road, two)
    assert forces(road, road.on) == {"in-force"}
    road.take("withdraw_record", by=2, record=one, as_wrong=True, reasons="已撤销。")
    assert forces(road, road.on) == {"stayed"}


def test_nothing_new_rests_on_a_decision_that_is_stayed():
    road = Road()
    record = road.penalty()
    case = road.notified(record)
    stayed(road, record)
    road.take("waive_statement", case=case, waived_on=road.on, proof="声明 1", hearing=True)
    for step in (
        lambda: road.proposed(record, ground="bid-rigging/false-bid"),
        lambda: road.take("decide_designation", by=2, case=case, **DECISION),
    ):
        with pytest.raises(Refused) as refused:
            step()
        assert refused.value.codes == ("DecisionStayedByOrder",)


def test_the_outcome_of_an_objection_is_challenged_only_once_it_is_there():
    road = Road()
    record = road.penalty()
    road.listed(record)
    objection = road.objected(record)
    with pytest.raises(Refused) as refused:
        opened(road, objection)
    assert refused.value.codes == ("NothingToChallenge",)
    road.settle(objection, "dismissed")
    proceeding = opened(road, objection)
    found = road.state(proceeding)
    assert (found.subject, found.target) == (objection, record)
    ordered(road, proceeding)
    assert forces(road, road.on) == {"stayed"}
