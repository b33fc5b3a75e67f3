"""Applications: limits, promises, lists told once, working days saved; counted by hand."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from goodstanding.rules.acts.application import Asked
from goodstanding.rules.acts.envelope import Act, Header
from goodstanding.rules.application import accept, decide, receive
from goodstanding.rules.application.accept import Promising
from goodstanding.rules.application.receive import Applying
from goodstanding.rules.application.state import PROCEDURES
from goodstanding.rules.catalogue import decode
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import evolve
from goodstanding.rules.law import Law
from tests.rules.calendars import official
from tests.rules.catalogue.packs import DONGGUAN_FILES
from tests.rules.penalty_rows import code

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "applications.yaml").read_text())
LAW = Law(rulebook=decode(DONGGUAN_FILES), calendar=official())
LEASE = ["office-lease"]
NO_LAW_PACK = "labour-dispatch-licence"


def each(section):
    return [pytest.param(case, id=case["what"]) for case in CASES[section]]


def asked(answer):
    return tuple(
        Asked(procedure=of, receipt=f"c-{of}", answer=answer, act_as=answer) for of in PROCEDURES
    )


def after(state, decided):
    for position, one in enumerate(decided, start=1):
        header = Header(
            act_id="",
            position=position,
            recorded_at=datetime(2018, 3, 1, tzinfo=UTC),
            effective_on=one.effective_on,
            stream=one.stream,
            aggregate=one.aggregate,
            kind="",
            by="o-1",
            department="human-resources",
            rulebook="",
            calendar="",
            cause="",
        )
        state = evolve(state, Act(header=header, effect=one.effect, content=one.content))
    return state


def item_of(case):
    return LAW.rulebook.item(case.get("item", NO_LAW_PACK))


def received(case, on):
    item, missing = item_of(case), case.get("missing", LEASE)
    new = Applying(
        id="a-1",
        organisation=code(1),
        department=item.department,
        case_number="1",
        handed_in=tuple(each.id for each in item.papers if each.id not in missing),
    )
    return after(None, receive.receive(new, item, asked=(), law=LAW, on=on))


def accepted(case, on, promising=None, answer="advantage"):
    state = received(case, case.get("received", on))
    acts = accept.accept(
        state, item_of(case), promising=promising, asked=asked(answer), law=LAW, on=on
    )
    return after(state, acts)


def codes(run):
    try:
        run()
    except Refused as refused:
        return sorted(refused.codes)
    return []


@pytest.mark.parametrize("case", each("accepted"))
def test_the_limit_follows_what_the_check_answered(case):
    state = accepted({"missing": [], **case}, case["day"], answer=case["answer"])
    assert (state.lane, state.limit.due) == (case["lane"], case["limit"])


@pytest.mark.parametrize("case", each("promised"))
def test_what_may_follow_and_until_when(case):
    said = Promising(document=case.get("document", "承诺书1号"), due=case.get("due"))
    answer = case.get("answer", "advantage")
    assert codes(lambda: accepted(case, case["day"], said, answer)) == case["codes"]
    if "is" in case:
        assert accepted(case, case["day"], said, answer).promise.due == case["is"]


@pytest.mark.parametrize("case", each("saved"))
def test_working_days_used_and_saved(case):
    state = accepted({"missing": []}, case["accepted"])
    said = decide.Decision(
        outcome=case.get("outcome", "granted"),
        document="1",
        reasons="",
        decided_on=case["decided"],
    )
    acts = decide.decide(state, said, calendar=LAW.calendar, on=case["decided"])
    ended = after(state, acts)
    assert (ended.used, ended.saved) == (case["used"], case.get("saved"))


@pytest.mark.parametrize("case", each("told"))
def test_what_is_missing_is_told_once_and_in_time(case):
    state = received(case, case["received"])
    if case.get("told"):
        state = after(state, receive.tell_missing(state, on=case["received"]))
    assert codes(lambda: receive.tell_missing(state, on=case["day"])) == case["codes"]


@pytest.mark.parametrize("case", each("kept"))
def test_how_a_promise_ends(case):
    day = CASES["promised"][0]["day"]
    state = accepted({}, day, Promising(document="承诺书1号"))
    if came := case.get("came"):
        state = after(state, receive.supply(state, LEASE, on=came))
    else:
        run = lambda: decide.note_not_supplied(state, on=case["never"])  # noqa: E731
        assert codes(run) == case.get("codes", [])
        state = after(state, run()) if "stands" in case else state
    assert state.promise.stands == case.get("stands", "awaited")


def test_the_lint_is_of_this_pack():
    assert all(not (p.required_by_law and p.may_follow) for p in item_of({}).papers)
