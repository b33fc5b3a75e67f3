"""What is to be told, on which day, by which channel: tables counted by hand."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from goodstanding.rules.telling import days
from goodstanding.rules.telling.days import Lasting, Waiting
from goodstanding.rules.telling.kinds import KINDS, Channel, Sort, kinds_for, sort_of
from goodstanding.rules.telling.recalling import Again, Recalled, reminders, reopened
from goodstanding.rules.telling.ways import Contact, Hook, next_try, ways
from tests.rules.calendars import official
from tests.rules.penalty_rows import code

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "telling.yaml").read_text())
AT = datetime(2018, 3, 16, 2, tzinfo=UTC)
DUTY = {"subject": "t-1", "owner": "finance", "organisation": code(1)}


def each(name):
    return pytest.mark.parametrize("case", CASES[name], ids=lambda case: case.get("title"))


@each("soon")
def test_a_last_day_is_near(case):
    duty = Waiting(**DUTY, due=case["due"])
    told = days.lifts([duty], today=case["today"], calendar=official())
    assert ("lift-soon" in [news.kind for news in told]) is case["soon"]
    windows = days.ending([duty], today=case["today"], calendar=official())
    assert bool(windows) is case["soon"]


def test_a_lift_that_is_late_is_told_once_and_no_more_as_coming():
    duty = Waiting(**DUTY, due=date(2018, 3, 16))
    (first,) = days.lifts([duty], today=date(2018, 3, 17), calendar=official())
    (later,) = days.lifts([duty], today=date(2018, 5, 2), calendar=official())
    assert first.key == later.key == ("finance", "lift-overdue", "t-1", "2018-03-16")


@each("over")
def test_what_ended_is_told_from_the_day_after(case):
    lasting = Lasting(kind="record", id="r-1", organisation=code(1), last_day=case["last"])
    told = days.over([lasting], after=case["after"], today=case["today"])
    assert [news.kind for news in told] == (["record-over"] if case["told"] else [])


@each("reminded")
def test_reminders_come_at_a_steady_pace(case):
    recall = Recalled(
        id="r-1.1.was-wrong",
        recipient="finance",
        organisation=code(1),
        position=7,
        told_on=case["told"],
    )
    told = reminders([recall], every=case["every"], today=case["today"], calendar=official())
    assert [news.occurrence for news in told] == ([f"7:{case['day']}"] if case["day"] else [])


def test_who_has_just_been_told_is_not_reminded():
    recall = Recalled(id="r-1.1.was-wrong", recipient="finance", organisation=code(1), position=7)
    assert reminders([recall], every=1, today=date(2018, 3, 30), calendar=official()) == ()


def test_a_reopening_is_told_to_who_refused_and_to_who_was_refused():
    told = reopened([Again(receipt="k-1", recipient="finance", organisation=code(1))])
    assert [(news.kind, news.addressee, news.subject) for news in told] == [
        ("reopening", "finance", "k-1"),
        ("ask-again", code(1), code(1)),
    ]


@each("ways")
def test_the_ways_in_which_something_goes_out(case):
    contact = Contact(
        email="desk@finance.example" if case.get("email") else "",
        phone="13800000000" if case.get("phone") else "",
        declined=frozenset(case.get("declined", ())),
        by_sms=frozenset(case.get("by_sms", ())),
    )
    hooks = [Hook(id=id, kinds=frozenset(kinds)) for id, kinds in case.get("hooks", {}).items()]
    addressee = case.get("addressee", "finance")
    served = frozenset(Channel) - (frozenset() if case.get("sms", True) else {Channel.SMS})
    found = ways(case["kind"], addressee, contact=contact, hooks=hooks, served=served)
    assert [f"{way.channel} {way.target}".strip() for way in found] == case["ways"]


@each("tries")
def test_a_message_that_failed_waits_ever_longer(case):
    expected = None if case["minutes"] is None else AT + timedelta(minutes=case["minutes"])
    assert next_try(AT, tries=case["tries"]) == expected


def test_every_kind_goes_to_somebody_and_everybody_is_of_a_sort():
    assert {kind.id for sort in Sort for kind in kinds_for(sort)} == set(KINDS)
    assert [sort_of(each) for each in ("finance", "c-1f", "o-1f", code(3))] == [
        *(Sort.DEPARTMENT, Sort.CLIENT, Sort.ACCOUNT, Sort.ORGANISATION)
    ]


@each("promises")
def test_a_promise_is_brought_to_mind_before_its_day_and_to_the_department_after_it(case):
    promise = Waiting(**DUTY, due=case["due"])
    told = days.promises([promise], today=case["today"], calendar=official())
    whom = {"promise-soon": code(1), "promise-verify": "finance"}
    assert [news.kind for news in told] == ([case["told"]] if case["told"] else [])
    assert [news.addressee for news in told] == [whom[news.kind] for news in told]
