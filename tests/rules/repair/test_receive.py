"""A repair decided elsewhere: taken as it was decided, remarked where our rules differ, or refused."""

from datetime import date

import pytest
from msgspec.structs import replace

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolving.repair import MEANING
from goodstanding.rules.law import Law
from goodstanding.rules.repair.receive import Result, against, receive, told_before
from goodstanding.rules.states import Objection
from goodstanding.rules.working_set import WorkingSet
from tests.rules.calendars import official
from tests.rules.correction.world import recorded
from tests.rules.repair import made
from tests.rules.test_law_by_hand import book

DECIDED = date(2023, 3, 1)
GRANTED = Result(outcome="granted", authority="信用中国网站", decided_on=date(2023, 6, 1))
REFUSED = replace(GRANTED, outcome="refused")
SHENZHEN = Law(rulebook=book("shenzhen-2023"), calendar=official())
DONGGUAN = Law(rulebook=book("dongguan-2018"), calendar=official())
FIXED = {
    "what": "penalty",
    "decided": date(2018, 3, 1),
    "under": "bid-rigging/collusion",
    "measures": {"tender-exclusion": date(2019, 3, 12)},
}


def world(**case):
    return made.target({"what": "penalty", "decided": DECIDED, **case})


def took(record, result, work, *, law=SHENZHEN, on=date(2023, 6, 5)):
    return receive(record, result, id="s-9", work=work, law=law, on=on)


def test_a_grant_ends_the_record_today_and_keeps_the_day_it_was_decided():
    record, work = world()
    first, second = took(record, GRANTED, work)
    assert isinstance(first.effect, acts.RepairReceived)
    assert (first.effect.decided_on, first.effect.received_on) == (
        date(2023, 6, 1),
        date(2023, 6, 5),
    )
    assert (first.effect.rule, first.effect.against) == ("penalty-repaired", ())
    assert isinstance(second.effect, acts.RecordRepaired)
    assert (second.effect.repair, second.effective_on) == ("s-9", date(2023, 6, 5))


def test_a_refusal_is_kept_and_changes_nothing_of_the_record():
    record, work = world()
    (only,) = took(record, replace(REFUSED, reasons="材料不齐。"), work)
    assert isinstance(only.effect, acts.RepairReceived)
    assert (only.effect.outcome, only.content) == ("refused", {"reasons": "材料不齐。"})
    state = MEANING[acts.RepairReceived](None, only.effect, recorded(only, position=2).header)
    assert (state.stage, state.is_open, state.performed_on) == ("refused", False, None)
    known = WorkingSet({**work.states, "s-9": state})
    assert told_before(record, replace(REFUSED, authority="信用中国 网站"), known)
    assert not told_before(record, replace(REFUSED, decided_on=date(2023, 6, 2)), known)
    assert not told_before(record, GRANTED, known)


@pytest.mark.parametrize(
    ("decided_on", "told"),
    [
        # Three months from 1 March; the rule itself is in force from 2023-03-01.
        (date(2023, 5, 31), ["RepairedEarly"]),
        (date(2023, 6, 1), []),
        (date(2023, 2, 28), ["RepairedWithoutRule"]),
    ],
)
def test_what_our_rules_say_is_remarked_and_kept(decided_on, told):
    record, work = world(decided=min(DECIDED, decided_on))
    result = replace(GRANTED, decided_on=decided_on)
    said = against(record, result, work=work, law=SHENZHEN)
    assert [each.code for each in said] == told
    first = took(record, result, work)[0]
    assert isinstance(first.effect, acts.RepairReceived)
    assert list(first.effect.against) == told
    assert against(record, replace(result, outcome="refused"), work=work, law=SHENZHEN) == []


def test_an_application_that_runs_here_is_told():
    record, work = world()
    running = made.running(record, date(2023, 6, 1))
    said = against(
        record, GRANTED, work=WorkingSet({**work.states, running.id: running}), law=SHENZHEN
    )
    assert [each.code for each in said] == ["AskedForHereToo"]


@pytest.mark.parametrize(
    ("state", "result", "codes"),
    [
        ("withdrawn", GRANTED, ("RepairOfWithdrawn",)),
        ("was-wrong", REFUSED, ("RepairOfWithdrawn",)),
        ("repaired", GRANTED, ("RepairedAlready",)),
        ("repaired", REFUSED, ("RepairedAlready",)),
        ("restored", GRANTED, ()),
        ("held", replace(GRANTED, decided_on=date(2023, 2, 28)), ("RepairedBeforeDecision",)),
        ("held", replace(REFUSED, decided_on=date(2023, 2, 28)), ("RepairedBeforeDecision",)),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(state, result, codes):
    record, work = world(state=state)
    try:
        took(record, result, work)
    except Refused as refused:
        assert refused.codes == codes
    else:
        assert codes == ()


@pytest.mark.parametrize(
    ("on", "codes"), [(date(2019, 3, 12), ("FixedTermRuns",)), (date(2019, 3, 13), ())]
)
def test_no_other_body_shortens_what_a_law_fixes_in_years(on, codes):
    """Tendering Law, art. 53: barred through 2019-03-12."""
    record, work = made.target(FIXED)
    result = replace(GRANTED, decided_on=date(2018, 9, 3))
    try:
        assert len(took(record, result, work, law=DONGGUAN, on=on)) > 1
    except Refused as refused:
        assert refused.codes == codes
    else:
        assert codes == ()
    assert len(took(record, replace(result, outcome="refused"), work, law=DONGGUAN, on=on)) == 1


def test_a_running_dispute_is_decided_first():
    record, work = world()
    dispute = Objection(
        id="o-1",
        organisation=record.organisation,
        target=record.id,
        target_kind="record",
        department=record.department,
        reason="wrong-facts",
        new_evidence=False,
        filed_on=date(2023, 6, 1),
        filed_by="o-2",
        filed_at=3,
        accepted_on=date(2023, 6, 2),
    )
    with pytest.raises(Refused) as refused:
        took(record, GRANTED, WorkingSet({**work.states, "o-1": dispute}))
    assert refused.value.codes == ("DisputeRunning",)
