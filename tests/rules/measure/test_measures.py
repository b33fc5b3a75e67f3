"""A measure rests on a set of designations: its tasks, its answers, its one lift."""

from datetime import date

import pytest

from goodstanding.rules.errors import Refused
from goodstanding.rules.measure.respond import lift_duty
from tests.rules.road import DECIDED, FALSE_BID, Road, after

TENDER = "tender-exclusion.housing-construction"


@pytest.fixture
def road():
    return Road()


def answer(road, measure, what):
    task = {"task": f"{measure}.respond", "answer": what, "reason": "无在办项目。"}
    road.take("respond", **task)


def refused(step, *args):
    with pytest.raises(Refused) as found:
        step(*args)
    return found.value.codes


@pytest.mark.parametrize("as_wrong", [True, False])
def test_a_record_under_two_listings_is_lifted_once_when_it_falls(road, as_wrong):
    record = road.penalty()
    first, _ = road.listed(record), road.listed(record, ground=FALSE_BID)
    measure = f"{first}.{TENDER}"
    assert len(road.state(measure).rests_on) == 2
    road.applied(measure)
    road.take("withdraw_record", by=2, record=record, as_wrong=as_wrong, reasons="已撤销。")
    assert road.asked(measure).count("lift") == 1


def test_the_lift_waits_for_the_last_one(road):
    first, second = road.listed(), road.listed()
    measure = f"{first}.{TENDER}"
    road.applied(measure)
    road.take("revoke_designation", by=2, case=first, from_start=False)
    assert "lift" not in road.asked(measure)
    assert lift_duty(road.state(measure), on=road.on) is None
    road.take("revoke_designation", by=2, case=second, from_start=True)
    assert road.asked(measure).count("lift") == 1


def test_a_lift_that_time_brings_counts_from_the_last_day_that_carried(road):
    long, short = road.listed(months=24), road.listed(months=12)
    measure = f"{long}.{TENDER}"
    road.applied(measure)
    road.take("revoke_designation", by=2, case=long, from_start=False)
    last = road.state(short).span.last_day
    duty = lift_duty(road.state(measure), on=after(last))
    assert (duty.due.start, duty.due.due) == (last, date(2019, 3, 15))
    assert lift_duty(road.state(measure), on=last) is None


def test_what_time_has_ended_is_not_lifted_again_by_an_act(road):
    case = road.listed(months=12)
    measure, last = f"{case}.{TENDER}", road.state(case).span.last_day
    road.applied(measure)
    road.on = after(last)
    road.done(f"{measure}.lift")
    road.take("revoke_designation", by=2, case=case, from_start=True)
    assert road.asked(measure) == ["apply"]


@pytest.mark.parametrize("what", ["apply", "not_applied"])
def test_what_is_over_is_not_applied_any_more(road, what):
    case = road.listed(months=12)
    road.on = after(road.state(case).span.last_day)
    assert refused(answer, road, f"{case}.{TENDER}", what) == ("NothingToReport",)


def test_a_measure_not_applied_is_asked_anew_for_the_next_listing(road):
    first = road.listed()
    answer(road, f"{first}.{TENDER}", "not_applied")
    second = road.listed()
    assert f"{second}.{TENDER}" in road.force(road.on)
    assert f"{first}.{TENDER}" not in road.force(road.on)


def test_a_suspended_measure_is_asked_anew_for_the_next_listing(road):
    record = road.penalty()
    first = road.listed(record)
    road.applied(f"{first}.{TENDER}")
    road.objected(record)
    second = road.listed()
    assert road.state(f"{second}.{TENDER}").answer == ""
    assert road.force(road.on)[f"{second}.{TENDER}"] == "in-force"


def test_an_answer_is_given_once(road):
    measure = f"{road.listed()}.{TENDER}"
    road.applied(measure)
    assert refused(answer, road, measure, "apply") == ("AlreadyAnswered",)
    road.done(f"{measure}.apply.1")
    assert refused(road.done, f"{measure}.apply.1") == ("TaskAlreadyDone",)
    assert refused(road.done, f"{measure}.lift") == ("LiftNotDueYet",)


def test_the_first_and_the_last_day_are_in_force_and_no_other(road):
    case = road.listed(months=12)
    last = road.state(case).span.last_day
    days = (after(DECIDED, -1), DECIDED, last, after(last))
    assert [bool(road.force(day)) for day in days] == [False, True, True, False]
    assert last == date(2019, 3, 12)
