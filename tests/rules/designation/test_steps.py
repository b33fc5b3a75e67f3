"""Every stage times every step, by the road; and everything that can stand against a decision."""

from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from goodstanding.rules.errors import Refused
from tests.invariants import law as laws
from tests.rules.road import COLLUSION, DECIDED, DECISION, SERVED, WINDOW_ENDS, Road, after

STEPS = {
    "serve_notice": {"served_on": DECIDED, "method": "post", "proof": "EMS 2"},
    "receive_statement": {"text": "系误会。", "received_on": DECIDED},
    "waive_statement": {"waived_on": DECIDED, "proof": "声明 1"},
    "request_hearing": {"requested_on": WINDOW_ENDS},
    "hold_hearing": {"held_on": DECIDED, "proof": "笔录 1"},
    "list": DECISION,
    "drop": {**DECISION, "outcome": "drop"},
    "revoke_designation": {"from_start": False},
}
OPEN = {
    "proposed": {"serve_notice"},
    "notified": set(STEPS) - {"serve_notice", "revoke_designation"},
    "listed": {"revoke_designation"},
    "dropped": set(),
    "ended": set(),
}


def reached(stage: str) -> tuple[Road, str]:
    """A case at a stage, on the first day after its window."""
    road = Road()
    if stage == "proposed":
        return road, road.proposed()
    if stage == "listed":
        return road, road.listed()
    case = road.notified()
    if stage == "dropped":
        road.take("decide_designation", by=2, case=case, **STEPS["drop"])
    if stage == "ended":
        road = Road()
        case = road.listed()
        road.take("revoke_designation", by=2, case=case, from_start=False)
    return road, case


@pytest.mark.parametrize(("stage", "step"), [*product(OPEN, STEPS)])
def test_a_step_is_open_at_its_stage_and_at_no_other(stage, step):
    road, case = reached(stage)
    if stage == "notified" and step == "hold_hearing":
        road.take("request_hearing", case=case, requested_on=SERVED)
    name = "decide_designation" if step in ("list", "drop") else step
    acts = len(road.register.acts)

    def take() -> None:
        road.take(name, by=2, on=DECIDED, case=case, **STEPS[step])

    if step in OPEN[stage]:
        take()
        assert len(road.register.acts) > acts
        return
    with pytest.raises(Refused) as refused:
        take()
    assert set(refused.value.codes) & {"StepNotOpen", "NotInForce"}
    assert len(road.register.acts) == acts


def listing(road: Road, case: str, *, on: date = DECIDED, by: int = 2, **changed) -> list[str]:
    """The codes that stand against listing; none if the case is listed now."""
    try:
        road.take("decide_designation", by=by, on=on, case=case, **{**DECISION, **changed})
    except Refused as refused:
        return sorted(refused.codes)
    return []


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, []),
        ({"on": WINDOW_ENDS}, ["StatementWindowOpen"]),
        ({"by": 1}, ["SamePersonTwice"]),
        ({"reasons": " "}, ["ReasonsMissing"]),
        ({"document": ""}, ["DecisionDocumentMissing"]),
        ({"outcome": "blacklist"}, ["OutcomeUnknown"]),
        ({"months": 12}, []),
        ({"months": 13}, ["HeavierThanNoticed"]),
        ({"measures": ("tender-exclusion",)}, []),
        ({"measures": ("honours-barred",)}, ["HeavierThanNoticed", "MeasureNotPaired"]),
        (
            {"on": SERVED, "reasons": "", "months": 99},
            ["HeavierThanNoticed", "ReasonsMissing", "StatementWindowOpen"],
        ),
    ],
)
def test_everything_against_a_decision_is_said_at_once(changed, codes):
    road = Road()
    assert listing(road, road.notified(), **changed) == codes


def test_a_waiver_in_writing_closes_the_window_from_its_day():
    road = Road()
    case = road.notified()
    with pytest.raises(Refused) as refused:
        road.take("waive_statement", case=case, waived_on=after(SERVED), proof="声明 1")
    assert refused.value.codes == ("DoneInTheFuture",)
    road.take("waive_statement", case=case, waived_on=SERVED, proof="声明 1", hearing=True)
    assert listing(road, case, on=SERVED) == []


def test_who_gives_up_the_statement_may_still_ask_for_a_hearing():
    road = Road()
    case = road.notified()
    road.take("waive_statement", case=case, waived_on=SERVED, proof="声明 1")
    assert listing(road, case, on=SERVED) == ["HearingWindowOpen"]
    road.take("request_hearing", on=SERVED, case=case, requested_on=SERVED)
    assert listing(road, case, on=SERVED) == ["HearingNotHeld"]


@pytest.mark.parametrize(("answer", "codes"), [("", ["StatementUnanswered"]), ("不能否定。", [])])
def test_a_statement_is_answered_in_the_reasons_also_when_it_came_late(answer, codes):
    road = Road()
    case = road.notified()
    road.take("receive_statement", on=DECIDED, case=case, text="系误会。", received_on=DECIDED)
    assert listing(road, case, answer=answer) == codes


def test_a_hearing_asked_for_in_time_is_held_before_the_decision_and_not_tomorrow():
    road = Road()
    case = road.notified()
    road.take("request_hearing", on=WINDOW_ENDS, case=case, requested_on=WINDOW_ENDS)
    assert listing(road, case) == ["HearingNotHeld"]
    for day, code in ((after(DECIDED), "DoneInTheFuture"), (SERVED, "HearingNotAsked")):
        with pytest.raises(Refused) as refused:
            road.take("hold_hearing", case=case, held_on=day, proof="笔录 1")
        assert refused.value.codes == (code,)
    road.take("hold_hearing", case=case, held_on=DECIDED, proof="笔录 1")
    assert listing(road, case) == []


@pytest.mark.parametrize(("day", "codes"), [(WINDOW_ENDS, ()), (DECIDED, ("HearingAskedTooLate",))])
def test_a_hearing_is_asked_for_within_its_window(day, codes):
    road = Road()
    case = road.notified()
    try:
        road.take("request_hearing", on=DECIDED, case=case, requested_on=day)
        found = ()
    except Refused as refused:
        found = refused.codes
    assert found == codes


@pytest.mark.parametrize(
    ("step", "code"), [("objected", "RecordDisputed"), ("withdrawn", "RecordFallen")]
)
def test_nothing_is_listed_on_a_record_disputed_or_taken_back(step, code):
    road = Road()
    good, bad = road.penalty(), road.penalty()
    case = road.notified(good, bad, each_suffices=True)
    if step == "objected":
        road.objected(bad)
    else:
        road.take("withdraw_record", by=2, record=bad, as_wrong=False, reasons="已撤销。")
    assert listing(road, case) == [code]


def test_a_pairing_that_grew_after_the_notice_is_heavier_than_noticed():
    road = Road()
    case = road.notified()
    book = road.register.law.rulebook
    grown = replace(book.measures["tender-exclusion"], departments=("tax", "housing-construction"))
    measures = {**book.measures, "tender-exclusion": grown}
    road.register.law = replace(road.register.law, rulebook=replace(book, measures=measures))
    assert listing(road, case) == ["HeavierThanNoticed"]
    assert listing(road, case, measures=("procurement-exclusion",)) == []


def test_across_a_year_without_calendar_no_window_is_over():
    road = Road(laws.real(2017))
    assert listing(road, road.notified(), on=date(2019, 1, 2)) == ["WindowNotYetDefinite"]


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"months": 0}, {"TermMissing"}),
        ({"months": 25}, {"TermTooLong"}),
        ({"ground": "enforcement-default/court-listing"}, {"DecidedElsewhereOnly"}),
        ({"ground": "food-safety/serious-violation"}, {"DepartmentNotCompetent"}),
    ],
)
def test_what_stands_against_a_proposal(changed, codes):
    with pytest.raises(Refused) as refused:
        Road().proposed(**changed)
    assert codes <= set(refused.value.codes)


def test_a_second_case_on_the_same_ground_and_record_is_refused():
    road = Road()
    record = road.penalty()
    case = road.listed(record)
    with pytest.raises(Refused) as refused:
        road.proposed(record)
    assert refused.value.codes == ("CaseAlreadyOpen",)
    assert road.state(case).ground == COLLUSION


def test_a_listing_decided_elsewhere_is_confirmed_by_another_officer():
    road = Road(department="intermediate-court")
    record = road.take("enter", organisation="91449800MA0000015B", kind="enforcement-default")
    args = {"record": record, "ground": "enforcement-default/court-listing"}
    with pytest.raises(Refused) as refused:
        road.take("confirm_transcription", by=1, **args)
    assert refused.value.codes == ("SamePersonTwice",)
    assert road.force(road.on) == {}
    road.take("confirm_transcription", by=2, **args)
    assert set(road.force(road.on).values()) <= {"in-force", "doubtful"}
    assert len(road.force(road.on)) == 8


def test_a_listing_is_confirmed_only_by_a_department_the_catalogue_names_for_its_ground():
    road = Road(department="market-regulation")
    record = road.take("enter", organisation="91449800MA0000015B", kind="enforcement-default")
    args = {"record": record, "ground": "enforcement-default/court-listing"}
    with pytest.raises(Refused) as refused:
        road.take("confirm_transcription", by=2, **args)
    assert "DepartmentNotCompetent" in refused.value.codes
