"""More against an organisation never helps it, and what proves wrong never hurts it."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodstanding.rules.condition.explain import explain
from goodstanding.rules.condition.told import State
from goodstanding.rules.states import Record, Withdrawal
from goodstanding.rules.working_set import WorkingSet
from tests.rules.condition.told_of import BOOK, CASES, TODAY, record_of, work_of

RULE = BOOK.conditions["three-clean-years"]
ORDER = (State.NOT_MET, State.CANNOT_BE_TOLD, State.MET)
days = st.integers(-1500, 400).map(lambda n: TODAY + timedelta(days=n))
cases = st.sampled_from([each for each in CASES if "law" not in each])


def state_of(work: WorkingSet, on: date) -> int:
    return ORDER.index(explain(RULE, work, on=on, rulebook=BOOK).state)


@settings(max_examples=150, deadline=None)
@given(case=cases, decided=days, months=st.integers(0, 60), on=days)
def test_another_adverse_record_never_helps(case, decided, months, on):
    work = work_of(case)
    said = {"decided": decided, "public_until": decided + timedelta(days=30 * months)}
    more = WorkingSet({**work.states, "r-9": replace(record_of(said, 9), id="r-9")})
    assert state_of(more, on) <= state_of(work, on)


@settings(max_examples=150, deadline=None)
@given(case=cases, which=st.integers(0, 3), on=days)
def test_withdrawing_as_wrong_never_hurts(case, which, on):
    work = work_of(case)
    records = work.all(Record)
    if not records:
        return
    gone = records[which % len(records)]
    wrong = Withdrawal(on=TODAY, as_wrong=True, reason="", position=7)
    less = WorkingSet({**work.states, gone.id: replace(gone, withdrawn=wrong)})
    assert state_of(less, on) >= state_of(work, on)


@settings(max_examples=100, deadline=None)
@given(case=cases, on=days)
def test_on_the_day_it_is_said_to_be_met_it_is_met(case, on):
    work = work_of(case)
    found = explain(RULE, work, on=on, rulebook=BOOK)
    if found.met_from is None:
        assert found.state is not State.MET
        return
    assert found.met_from >= on
    assert (found.state is State.MET) == (found.met_from == on)
    assert explain(RULE, work, on=found.met_from, rulebook=BOOK).state is State.MET
