"""Service: by each method on which day, what runs from there, and what is refused; counted by hand."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules import codec
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import evolve
from goodstanding.rules.service import serve
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.service.state import service_of
from goodstanding.rules.service.terms import remedies
from goodstanding.rules.states import Designation
from tests.rules.road import FOOD, Road

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "service.yaml").read_text())
DAY = timedelta(days=1)


def opened(day: date) -> tuple[Road, Designation]:
    """A case opened on a day."""
    road = Road(department="market-regulation")
    road.on = day
    case = road.proposed(ground=FOOD)
    return road, road.register.states[case]


def after(road: Road, case: Designation, decided) -> Designation:
    """The case after acts of service."""
    for each in decided:
        last = road.register.acts[-1].header
        header = replace(last, aggregate=case.id, kind=codec.kind_of(each.effect))
        case = evolve(case, Act(header=header, effect=each.effect, content=each.content))
    road.register.states[case.id] = case
    return case


def failed(road: Road, case: Designation, method: str, reason: str, on: date) -> Designation:
    acts = serve.failed(case, method=method, attempted_on=on, reason=reason, proof="退件 1", on=on)
    return after(road, case, acts)


def announced(road: Road, case: Designation, on: date) -> Designation:
    acts = serve.announced(
        case,
        document="岚人社公告〔1〕号",
        published_on=on,
        proof="局网站",
        law=road.register.law,
        on=on,
    )
    return after(road, case, acts)


def codes(step) -> list[str]:
    try:
        step()
    except Refused as refused:
        return sorted(refused.codes)
    return []


def served(road: Road, case: Designation, each: dict, on: date) -> Designation:
    road.take(
        "serve_notice",
        on=on,
        case=case.id,
        served_on=each["day"],
        method=each["method"],
        proof=each.get("proof", "EMS 1"),
        **each.get("with", {}),
    )
    return road.register.states[case.id]


@pytest.mark.parametrize("each", CASES["served_on"], ids=lambda each: each["method"])
def test_the_statement_runs_from_the_day_of_service(each):
    road, case = opened(each["day"] - DAY)
    found = served(road, case, each, each["day"])
    assert found.notice.served_on == each["day"]
    assert found.notice.statement.due == each["statement"]


@pytest.mark.parametrize("each", CASES["public_notice"], ids=lambda each: each["title"])
def test_a_public_notice_serves_on_the_day_its_period_ends(each):
    road, case = opened(each["day"] - DAY)
    case = failed(road, case, "post", "whereabouts-unknown", each["day"])
    case = announced(road, case, each["day"])
    assert service_of(case.services, "notice").public.ends.due == each["ends"]
    entered = {"method": "public-notice", "day": each["ends"]}
    assert codes(lambda: served(road, case, entered, each["ends"])) == ["PublicNoticeRuns"]
    other = {**entered, "day": each["ends"] - DAY}
    after_it = each["ends"] + DAY
    assert codes(lambda: served(road, case, other, after_it)) == ["PublicNoticeEndsAnotherDay"]
    found = served(road, case, entered, after_it)
    assert found.notice.statement.due == each["statement"]


def test_a_public_notice_across_a_year_without_calendar_is_not_over():
    road, case = opened(date(2026, 12, 9))
    case = failed(road, case, "post", "whereabouts-unknown", date(2026, 12, 10))
    case = announced(road, case, date(2026, 12, 10))
    ends = service_of(case.services, "notice").public.ends
    assert (ends.due, ends.not_before) == (None, date(2027, 1, 9))
    entered = {"method": "public-notice", "day": date(2027, 1, 9)}
    assert codes(lambda: served(road, case, entered, date(2027, 2, 1))) == ["PublicNoticeRuns"]


@pytest.mark.parametrize("each", CASES["remedies"], ids=lambda each: str(each["day"]))
def test_the_remedies_close_by_their_own_clocks(each):
    road = Road()
    reconsideration, court = remedies(road.register.law, start=each["day"])
    assert reconsideration.due == each["reconsideration"]
    assert court.due == each["court"]
    assert court.not_before == each.get("court_not_before")


@pytest.mark.parametrize("each", CASES["refused"], ids=str)
def test_what_is_entered_must_prove_the_service(each):
    road, case = opened(date(2022, 3, 7))
    assert codes(lambda: served(road, case, each, date(2022, 3, 10))) == sorted(each["codes"])


@pytest.mark.parametrize("each", CASES["too_early"], ids=str)
def test_public_notice_comes_last(each):
    road, case = opened(date(2022, 3, 7))
    for method, reason in each["attempts"]:
        case = failed(road, case, method, reason, date(2022, 3, 8))
    assert len(service_of(case.services, "notice").attempts) == len(each["attempts"])
    assert codes(lambda: announced(road, case, date(2022, 3, 9))) == each["codes"]


def test_a_decision_is_served_once_and_not_before_it_was_taken():
    road = Road()
    case = road.register.states[road.listed()]
    on = case.decided_on

    def enter(day: date, letter: str = "") -> list[str]:
        delivery = Delivery(served_on=day, method="post", proof="EMS 9")
        law = road.register.law
        return codes(
            lambda: after(
                road,
                road.register.states[case.id],
                serve.served(
                    road.register.states[case.id], delivery, letter=letter, law=law, on=on + DAY
                ),
            )
        )

    assert enter(on - DAY) == ["ServedBeforeDecision"]
    assert enter(on, "notice") == ["LetterNotWaiting"]
    assert enter(on) == []
    assert enter(on) == ["AlreadyServed"]
    found = service_of(road.register.states[case.id].services, "decision").served
    assert (found.reconsideration.value, found.court.value) == (60, 6)


def test_nothing_is_served_where_nothing_was_decided():
    road, case = opened(date(2022, 3, 7))
    delivery = Delivery(served_on=date(2022, 3, 8), method="post", proof="EMS 9")
    law = road.register.law
    step = lambda: serve.served(case, delivery, law=law, on=date(2022, 3, 8))  # noqa: E731
    assert codes(step) == ["NothingToServe"]


def test_an_attempt_says_how_why_and_when():
    _, case = opened(date(2022, 3, 7))

    def enter(**changed) -> list[str]:
        told = {
            "method": "post",
            "attempted_on": date(2022, 3, 8),
            "reason": "returned",
            "proof": "退件 1",
            **changed,
        }
        return codes(lambda: serve.failed(case, **told, on=date(2022, 3, 9)))

    assert enter() == []
    assert enter(method="public-notice") == ["ServiceMethodUnknown"]
    assert enter(reason="rain", proof="") == ["FailureUnknown", "ProofMissing"]
    assert enter(attempted_on=date(2022, 3, 10)) == ["AttemptedInTheFuture"]
    assert enter(attempted_on=date(2022, 3, 4)) == ["ServedBeforeDecision"]
