"""What a check answers, how a standing names it, and what strangers see."""

from datetime import date

import pytest
from msgspec.structs import replace

from goodstanding.rules.check import Answer, check, more_favourable, strongest
from goodstanding.rules.effects import Effect, Force, effects
from goodstanding.rules.errors import Refused
from goodstanding.rules.publicity import publicity
from goodstanding.rules.standing import designation_state, record_state, standing
from goodstanding.rules.states import Withdrawal
from goodstanding.rules.working_set import WorkingSet
from tests.invariants import law as laws
from tests.rules.road import CODE, DECIDED, ENTERED, Road, after

BOOK = laws.real().rulebook


@pytest.fixture
def listed():
    road = Road()
    record = road.penalty()
    return road, record, road.listed(record, months=12)


def told(road, procedure, on):
    work = WorkingSet(road.register.of(CODE))
    return check(work, procedure=procedure, on=on, rulebook=BOOK, known=True)


def some(listed, force, sense="burden") -> Effect:
    road, *_ = listed
    found = effects(WorkingSet(road.register.of(CODE)), on=DECIDED, rulebook=BOOK)
    return replace(found[0], force=force, sense=sense)


@pytest.mark.parametrize(
    ("forces", "answer"),
    [
        ([], "clear"),
        ([("in-force", "advantage")], "advantage"),
        ([("stayed", "burden"), ("in-force", "advantage")], "stayed"),
        ([("stayed", "burden"), ("in-force", "burden")], "restricted"),
        ([("doubtful", "burden"), ("in-force", "burden")], "review"),
    ],
)
def test_the_strongest_answer_wins(listed, forces, answer):
    found = [some(listed, Force(force), sense) for force, sense in forces]
    assert strongest(found) == answer
    assert strongest(found[::-1]) == answer


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("restricted", "clear", True),
        ("restricted", "stayed", True),
        ("restricted", "advantage", True),
        ("restricted", "restricted", False),
        ("review", "restricted", False),
        # Since an advantage may rest on clean years, a wrong record may have kept it away.
        ("clear", "advantage", True),
        ("advantage", "clear", False),
        ("stayed", "advantage", False),
        ("stayed", "clear", False),
    ],
)
def test_only_a_check_that_would_now_let_the_organisation_do_more_is_reopened(then, now, expected):
    assert more_favourable(Answer(now), than=Answer(then)) is expected


def test_a_check_answers_for_its_procedure_on_its_day(listed):
    road, record, case = listed
    last = road.state(case).span.last_day
    assert told(road, "tender", DECIDED).answer == "restricted"
    assert told(road, "land", DECIDED).answer == "clear"
    assert told(road, "tender", after(last)).answer == "clear"
    road.objected(record)
    stayed = told(road, "tender", road.on)
    assert (stayed.answer, stayed.act_as) == ("stayed", "clear")
    with pytest.raises(Refused) as refused:
        told(road, "horoscope", DECIDED)
    assert refused.value.codes == ("ProcedureUnknown",)


def test_an_effect_names_no_record_taken_back():
    road = Road()
    wrong, right = road.penalty(), road.penalty()
    road.listed(wrong, right, each_suffices=True)
    road.take("withdraw_record", by=2, record=wrong, as_wrong=True, reasons="已撤销。")
    found = effects(WorkingSet(road.register.of(CODE)), on=road.on, rulebook=BOOK)
    assert {each.record for effect in found for each in effect.records} == {right}


def test_what_proved_wrong_counts_on_no_day_though_it_had_ended_for_another_reason(listed):
    road, record, case = listed
    road.take("revoke_designation", by=2, on=after(DECIDED, 5), case=case, from_start=False)
    assert road.force(DECIDED)
    road.take("withdraw_record", by=2, record=record, as_wrong=True, reasons="已撤销。")
    assert road.force(DECIDED) == {}
    work = WorkingSet(road.register.of(CODE))
    told = standing(work, organisation=CODE, on=DECIDED, rulebook=BOOK)
    assert [each.state for each in told.designations] == ["ended"]


def test_a_basis_that_is_repealed_ends_what_rests_on_it_without_an_act():
    road = Road(laws.amended())
    case = road.listed(months=24)
    measure = f"{case}.procurement-exclusion.finance"
    last = laws.REPEALED_UNTIL
    assert [measure in road.force(day) for day in (last, after(last))] == [True, False]


def test_the_states_of_a_designation_are_what_its_dates_say(listed):
    road, record, case = listed
    last = road.state(case).span.last_day
    objection = road.objected(record)
    road.settle(objection, "dismissed")
    found = road.state(case)
    days = (after(DECIDED, -1), DECIDED, after(DECIDED), last, after(last))
    states = ["to-come", "stayed", "in-force", "in-force", "over"]
    assert [designation_state(found, on=day) for day in days] == states


@pytest.mark.parametrize(
    ("as_wrong", "states"),
    [(True, ["withdrawn", "withdrawn"]), (False, ["held", "withdrawn"])],
)
def test_a_record_is_gone_from_the_start_or_from_its_day(listed, as_wrong, states):
    road, record, _ = listed
    road.take("withdraw_record", by=2, record=record, as_wrong=as_wrong, reasons="已撤销。")
    found = road.state(record)
    assert [record_state(found, on=day) for day in (after(road.on, -1), road.on)] == states


@pytest.mark.parametrize(
    ("day", "full", "withdrawn"),
    [
        (after(ENTERED, -1), "none", "none"),
        (ENTERED, "full", "stub"),
        (date(2019, 2, 28), "full", "stub"),
        (date(2019, 3, 1), "none", "none"),
    ],
)
def test_a_record_is_public_from_its_first_to_its_last_day(listed, day, full, withdrawn):
    road, record, _ = listed
    found = road.state(record)
    gone = Withdrawal(on=DECIDED, as_wrong=True, reason="objection", position=9)
    assert publicity(found, on=day) == full
    assert publicity(replace(found, withdrawn=gone), on=day) == withdrawn
    assert publicity(replace(found, public_from=None), on=day) == "none"
