"""An objection, and several at once: who stays what, until when, and what comes back."""

from datetime import date
from itertools import product

import pytest

from goodstanding.rules.errors import Refused
from tests.rules.road import DECIDED, FALSE_BID, FOOD, Road, after

STEPS = {
    "accept_objection": {},
    "decide_objection": {"outcome": "dismissed", "reasons": "无误。", "document": None},
}
OPEN = {"filed": "accept_objection", "accepted": "decide_objection", "decided": None}


@pytest.mark.parametrize(("stage", "step"), [*product(OPEN, STEPS)])
def test_a_step_is_open_at_its_stage_and_at_no_other(stage, step):
    road = Road()
    target = road.penalty()
    objection = road.take("file_objection", target=target, reason="error", new_evidence=False)
    if stage != "filed":
        road.take("accept_objection", objection=objection)
    if stage == "decided":
        road.settle(objection, "dismissed")
    if step == OPEN[stage]:
        road.take(step, by=2, objection=objection, **STEPS[step])
        return
    with pytest.raises(Refused) as refused:
        road.take(step, by=2, objection=objection, **STEPS[step])
    assert refused.value.codes == ("ObjectionStageWrong",)


def forces(road, day):
    return set(road.force(day).values())


@pytest.mark.parametrize(
    ("outcome", "next_day"), [("dismissed", {"in-force"}), ("corrected", {"in-force"})]
)
def test_the_day_of_the_outcome_is_still_stayed_and_the_next_is_as_before(outcome, next_day):
    road = Road()
    record = road.penalty()
    road.listed(record)
    before = road.force(DECIDED)
    road.on = after(DECIDED)
    objection = road.objected(record)
    assert forces(road, road.on) == {"stayed"}
    road.settle(objection, outcome, on=after(DECIDED, 3))
    assert forces(road, road.on) == {"stayed"}
    assert forces(road, after(road.on)) == next_day
    assert road.force(after(road.on)) == before
    assert road.state(record).marks == ()


def test_withdrawn_it_counts_on_no_day():
    road = Road()
    record = road.penalty()
    road.listed(record)
    objection = road.objected(record)
    road.settle(objection, "withdrawn")
    assert [road.force(day) for day in (DECIDED, road.on, after(road.on))] == [{}, {}, {}]


@pytest.mark.parametrize("first", ["record", "designation"])
def test_of_two_objections_the_last_one_settled_ends_the_stay(first):
    """The outcome of an objection to the record says nothing about one to the listing."""
    road = Road()
    record = road.penalty()
    case = road.listed(record)
    running = {"record": road.objected(record), "designation": road.objected(case)}
    road.settle(running.pop(first), "dismissed")
    assert forces(road, after(road.on)) == {"stayed"}
    road.settle(running.popitem()[1], "dismissed")
    assert forces(road, after(road.on)) == {"in-force"}
    assert not [stay for stay in road.state(case).span.stays if stay.open]


def test_where_each_record_suffices_one_objection_stays_nothing_and_two_do():
    road = Road()
    one, two = road.penalty(), road.penalty()
    road.listed(one, two, each_suffices=True)
    first = road.objected(one)
    assert forces(road, road.on) == {"in-force"}
    second = road.objected(two)
    assert forces(road, road.on) == {"stayed"}
    road.settle(first, "dismissed")
    assert forces(road, after(road.on)) == {"in-force"}
    road.settle(second, "withdrawn")
    assert forces(road, after(road.on)) == {"in-force"}


def test_a_record_taken_back_leaves_a_listing_on_a_disputed_one_stayed():
    road = Road()
    one, two = road.penalty(), road.penalty()
    road.listed(one, two, each_suffices=True)
    objection = road.objected(two)
    road.take("withdraw_record", by=2, record=one, as_wrong=True, reasons="已撤销。")
    assert forces(road, road.on) == {"stayed"}
    road.settle(objection, "dismissed")
    assert forces(road, after(road.on)) == {"in-force"}


def test_a_safety_exception_runs_on():
    road = Road(department="market-regulation")
    record = road.penalty()
    case = road.listed(record, ground=FOOD)
    road.objected(record)
    assert road.force(road.on) == {
        f"{case}.food-key-supervision.market-regulation": "in-force",
        f"{case}.procurement-exclusion.finance": "stayed",
    }


def test_an_objection_to_what_is_gone_marks_and_stays_nothing():
    road = Road()
    record = road.penalty()
    case = road.listed(record)
    late = road.take("file_objection", target=record, reason="error", new_evidence=False)
    other = road.take("file_objection", target=case, reason="error", new_evidence=False)
    road.take("withdraw_record", by=2, record=record, as_wrong=True, reasons="已撤销。")
    for objection in (late, other):
        road.take("accept_objection", objection=objection)
        road.settle(objection, "withdrawn")
    assert road.state(record).marks == ()
    assert not road.state(case).span.stays


def test_a_record_under_two_listings_stays_both():
    road = Road()
    record = road.penalty()
    first, second = road.listed(record), road.listed(record, ground=FALSE_BID)
    measure = f"{first}.tender-exclusion.housing-construction"
    road.applied(measure)
    objection = road.objected(record)
    assert forces(road, road.on) == {"stayed"}
    assert road.asked(measure).count("suspend") == 1, "asked once, though two are stayed"
    road.done(f"{measure}.suspend.2")
    road.settle(objection, "dismissed")
    assert road.asked(measure).count("resume") == 1
    assert {e.split(".")[0] for e in road.force(after(road.on))} == {first, second}


#: Accepted on 13 March 2018, a Tuesday: two working days end on Thursday 15, three more on Tuesday 20.
VERIFIED, EXTENDED_TO = date(2018, 3, 15), date(2018, 3, 20)


def extended(road, objection, *, by=2, on=None, reasons="需向外地机关核实。"):
    road.take("extend_objection", by=by, on=on, objection=objection, reasons=reasons)


def test_extended_by_another_officer_from_the_day_it_was_due_and_everything_stays_paused():
    road = Road()
    record = road.penalty()
    road.listed(record)
    objection = road.objected(record)
    assert road.state(objection).verification.due == VERIFIED
    extended(road, objection, on=VERIFIED)
    found = road.state(objection)
    assert (found.verification.due, found.extended_on) == (EXTENDED_TO, VERIFIED)
    assert forces(road, EXTENDED_TO) == {"stayed"}


@pytest.mark.parametrize(
    ("by", "on", "reasons", "codes"),
    [
        (1, VERIFIED, "需核实。", ("SamePersonTwice",)),
        (2, after(VERIFIED), " ", ("VerificationOver", "ObjectionReasonsMissing")),
    ],
)
def test_an_extension_is_refused_to_who_took_it_up_and_when_the_time_is_over(
    by, on, reasons, codes
):
    road = Road()
    road.on = DECIDED
    objection = road.objected(road.penalty())
    with pytest.raises(Refused) as refused:
        extended(road, objection, by=by, on=on, reasons=reasons)
    assert refused.value.codes == codes


def test_it_is_extended_once():
    road = Road()
    road.on = DECIDED
    objection = road.objected(road.penalty())
    extended(road, objection)
    with pytest.raises(Refused) as refused:
        extended(road, objection)
    assert refused.value.codes == ("VerificationExtendedOnce",)


def test_one_stay_for_one_reason_unless_there_is_new_evidence():
    road = Road()
    record = road.penalty()
    road.listed(record)
    road.settle(road.objected(record), "dismissed")
    with pytest.raises(Refused) as refused:
        road.objected(record)
    assert refused.value.codes == ("AlreadyDecidedOnce",)
    assert forces(road, after(road.on)) == {"in-force"}
    again = road.take("file_objection", target=record, reason="error", new_evidence=True)
    road.take("accept_objection", on=after(road.on), objection=again)
    assert forces(road, road.on) == {"stayed"}
    other = road.take("file_objection", target=record, reason="not-ours", new_evidence=False)
    assert other, "another reason needs no new evidence"
