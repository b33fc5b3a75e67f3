"""Whatever stands beside the register, every answer is as if it did not: over random histories."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodstanding.rules.acts.aside import (
    ListEntryReceived,
    ListEntryWithdrawn,
    OutcomeDecided,
    OutcomeDropped,
    OutcomeKept,
)
from goodstanding.rules.acts.envelope import Act, Decided
from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry
from goodstanding.rules.check import check
from goodstanding.rules.designation.propose import Proposal, propose
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import fold
from goodstanding.rules.standing import standing
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet
from tests.invariants import law as laws
from tests.invariants.memory import Memory
from tests.invariants.player import CODES, FIRST_DAY, PASSING, Player
from tests.rules.correction.world import recorded

LAW = laws.real()
PROCEDURES = ("tender", "procurement", "inspection", "licence")
ASIDE = KeptOutcome | OfferedEntry
SHARED = {
    "department": "market-regulation",
    "natural_key": "k",
    "digest": "d",
    "last_day": date(2030, 1, 1),
}
KEPT = OutcomeKept(record_kind="inspection-result", authority="局", happened_on=FIRST_DAY, **SHARED)
RECEIVED = ListEntryReceived(
    list="l", supplier="协会", supplier_code="51", dated_on=FIRST_DAY, **SHARED
)
#: Kept and ended, in every way there is; the id says which is which.
LIVES = {
    "kept": (KEPT,),
    "dropped": (KEPT, OutcomeDropped()),
    "decided": (KEPT, OutcomeDecided(record="r-elsewhere")),
    "received": (RECEIVED,),
    "withdrawn": (RECEIVED, ListEntryWithdrawn()),
}


def lived(numbers):
    """A history of random steps, and the day it came to."""
    register, player, on = Memory(LAW), Player(LAW.rulebook), FIRST_DAY
    for number in numbers:
        rng = Random(number)
        on += timedelta(days=rng.choice(PASSING))
        command = player.choose(rng, on, CODES[0], register.of(CODES[0]), [])
        try:
            if command is not None:
                register.take(command)
        except Refused:
            continue
    return [each for each in register.acts if each.header.stream == CODES[0]], on


def beside(rng, acts: list[Act]) -> list[Act]:
    """The same history with what stands beside the register strewn into it."""
    found = list(acts)
    for name, effects in LIVES.items():
        at = 0
        for effect in effects:
            at = rng.randint(at, len(found))
            made = Decided(stream=CODES[0], aggregate=name, effective_on=FIRST_DAY, effect=effect)
            found.insert(at, recorded(made, position=0))
            at += 1
    return found


def answers(states, on):
    work, book = WorkingSet(states), LAW.rulebook
    told = standing(work, organisation=CODES[0], on=on, rulebook=book)
    asked = [check(work, procedure=p, on=on, rulebook=book, known=told.known) for p in PROCEDURES]
    return told, *asked


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(numbers=st.lists(st.integers(0, 2**32), min_size=10, max_size=80), seed=st.integers())
def test_every_answer_and_every_other_state_is_the_same(numbers, seed):
    acts, on = lived(numbers)
    plain, strewn = fold(acts), fold(beside(Random(seed), acts))
    assert {id: each for id, each in strewn.items() if not isinstance(each, ASIDE)} == plain
    assert not any(each.is_open for each in strewn.values() if isinstance(each, ASIDE))
    for days in (0, -30, 30, 400):
        day = on + timedelta(days=days)
        assert answers(strewn, day) == answers(plain, day)


def test_it_does_not_make_an_organisation_known():
    """A list or an inspection alone: the register answers as if it had never met the organisation."""
    told, *_asked = answers(fold(beside(Random(1), [])), FIRST_DAY)
    assert (told.known, told.records, told.designations, told.effects) == (False, (), (), ())


@pytest.mark.parametrize("named", LIVES)
@pytest.mark.parametrize("beside_a_record", [False, True])
def test_no_designation_is_proposed_on_it(named, beside_a_record):
    acts, on = lived(range(60))
    states = fold(beside(Random(2), acts))
    record = next(each.id for each in states.values() if isinstance(each, Record))
    proposal = Proposal(
        id="d-1",
        organisation=CODES[0],
        department="market-regulation",
        ground="wage-arrears/refusal-after-order",
        records=(record, named) if beside_a_record else (named,),
    )
    with pytest.raises(Refused) as refused:
        propose(proposal, work=WorkingSet(states), law=LAW, on=on)
    assert [(each.code, each.fields) for each in refused.value.refusals] == [
        ("NoDecisionToRestOn", {"id": named})
    ]
