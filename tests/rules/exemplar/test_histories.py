"""Random histories of an exemplar: without consent no stranger ever sees it, and it ends as it must."""

from datetime import timedelta
from random import Random

import pytest

from goodstanding.flow import policy
from goodstanding.rules.actors import Actor
from goodstanding.rules.acts import exemplar as acts
from goodstanding.rules.acts.designation import DesignationEnded, DesignationListed
from goodstanding.rules.acts.record import RecordEntered
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import fold
from goodstanding.rules.exemplar import losing, own
from goodstanding.rules.rights import Action
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.standing import standing
from goodstanding.rules.states import Designation
from goodstanding.rules.visible import Sight
from goodstanding.rules.working_set import WorkingSet
from tests.invariants.memory import Command, Memory, officer, representative
from tests.rules.road import CODE, Road

GROUND, HOME = "exemplar/recognised", "market-regulation"
OURS, HOMES = representative(CODE), (officer(HOME, 1), officer(HOME, 2))
#: Who may take a step is tried most of the time; now and then somebody else.
TAKERS = {
    "consent": (OURS,),
    "hide": (OURS,),
    "give_up": (OURS,),
    "notify": HOMES,
    "answer": (OURS,),
    "decide": HOMES,
}
STEPS = (
    *("consent",) * 4,
    *("hide",) * 3,
    *("penalty", "penalty", "notify", "notify", "notify", "answer", "answer"),
    *("decide", "decide", "decide", "take_back", "give_up", "days", "days", "days", "years"),
)


class Honoured(Memory):
    """The register in memory, with the steps of an advantage."""

    def _honour(self, by, on):
        [*entered, record] = self._enter(by, on, organisation=CODE, kind="honour")
        effect = record.effect
        assert isinstance(effect, RecordEntered)
        changed = {**{f: getattr(effect, f) for f in effect.__struct_fields__}, "adverse": False}
        changed |= {"public_from": None, "public_until": None, "publication": None}
        return [*entered, type(record)(**{**_fields(record), "effect": RecordEntered(**changed)})]

    def _own(self, by, action, case):
        found = self.states[case]
        where = {"department": found.department, "organisation": found.organisation}
        told = losing.intended(found)
        policy.require(by, action, first=told.notified_by if told else "", **where)
        return found, self.work(CODE, case, *self.of(CODE))

    def _consent(self, by, on, *, case):
        return own.consent_to_publicity(self._own(by, Action.ARRANGE_PUBLICITY, case)[0], on=on)

    def _hide(self, by, on, *, case):
        return own.withdraw_consent(self._own(by, Action.ARRANGE_PUBLICITY, case)[0], on=on)

    def _give_up(self, by, on, *, case):
        found, work = self._own(by, Action.GIVE_UP_ADVANTAGE, case)
        return own.give_up(found, text="", work=work, law=self.law, on=on)

    def _notify(self, by, on, *, case, records):
        found, work = self._own(by, Action.NOTIFY_ENDING, case)
        delivery = Delivery(served_on=on, method="post", proof="EMS 1")
        said = {"records": records, "reasons": "受到处罚。"}
        return losing.notify(found, delivery, work=work, law=self.law, on=on, **said)

    def _answer(self, by, on, *, case, waived):
        found, _ = self._own(by, Action.ANSWER_ENDING, case)
        return losing.answer(found, text="已整改。", waived=waived, on=on)

    def _decide(self, by, on, *, case, outcome):
        found, work = self._own(by, Action.DECIDE_ENDING, case)
        decision = losing.EndingDecision(
            outcome=outcome, document="终1号", reasons="已查明。", answer="已审阅。"
        )
        return losing.decide_ending(found, decision, work=work, law=self.law, on=on)


def _fields(struct):
    return {name: getattr(struct, name) for name in struct.__struct_fields__}


def begun() -> tuple[Road, str]:
    """An exemplar listed on 13 March 2018."""
    road = Road(department=HOME)
    road.register = Honoured(road.register.law)
    honour = road.take("honour")
    return road, road.listed(honour, ground=GROUND)


def moved(road: Road, case: str, rng: Random) -> None:
    """One step of a random kind, by whoever may or may not take it."""
    step, penalties = rng.choice(STEPS), [s for s in road.register.of(CODE) if s.startswith("r-")]
    if step in ("days", "years"):
        road.on += timedelta(days=rng.choice((1, 3, 8)) if step == "days" else 300)
        return
    if step == "penalty":
        road.penalty()
        return
    if step == "take_back":
        honour, *others = penalties
        gone = rng.choice(others) if others and rng.random() < 0.9 else honour
        road.taken_back(gone, as_wrong=rng.random() < 0.5)
        return
    args = {
        "notify": {"records": (rng.choice(penalties[1:] or penalties),)},
        "answer": {"waived": rng.random() < 0.3},
        "decide": {"outcome": rng.choice(("end", "end", "keep"))},
    }.get(step, {})
    by = rng.choice(TAKERS[step] if rng.random() < 0.85 else (OURS, *HOMES))
    road.register.take(Command(step=step, by=by, on=road.on, args={"case": case, **args}))


def consented(road: Road, case: str) -> bool:
    """What the acts alone say: the last word of the organisation about publicity."""
    said = [a.effect for a in road.register.acts if a.header.aggregate == case]
    words = [e for e in said if isinstance(e, acts.PublicityConsented | acts.PublicityWithdrawn)]
    return bool(words) and isinstance(words[-1], acts.PublicityConsented)


def seen(road: Road, actor: Actor) -> tuple[set[str], set[str]]:
    """The designations, and those behind effects, that a reader sees today."""
    work, law = WorkingSet(road.register.of(CODE)), road.register.law
    found = standing(work, organisation=CODE, on=road.on, rulebook=law.rulebook)
    told = Sight(actor, work, today=road.on, rulebook=law.rulebook).of(found)
    return (
        {each.id for each in told.designations},
        {each.decision.designation for each in told.effects},
    )


@pytest.mark.parametrize("seed", range(15))
def test_no_stranger_sees_what_its_organisation_keeps_to_itself(seed):
    rng = Random(seed)
    road, case = begun()
    for _ in range(30):
        try:
            moved(road, case, rng)
        except Refused:
            continue
        cases, effects = seen(road, Actor.visitor())
        if not consented(road, case):
            assert case not in cases | effects
        inside = seen(road, officer(HOME, 1))[1]
        assert effects <= inside
    ended(road, case)
    assert fold(road.register.acts) == road.register.states


def ended(road: Road, case: str) -> None:
    """It ends once at most, never by its proposer's word alone, and nothing outlives it."""
    mine = [a for a in road.register.acts if a.header.aggregate == case]
    endings = [a for a in mine if isinstance(a.effect, DesignationEnded)]
    assert len(endings) <= 1
    for each in endings:
        assert each.effect.cause in (
            "given-up",
            "condition-fallen",
            "withdrawn",
            "record-withdrawn",
        )
        if each.effect.cause == "condition-fallen":
            [*_, told] = [a for a in mine if isinstance(a.effect, acts.EndingNotified)]
            [listed] = [a for a in mine if isinstance(a.effect, DesignationListed)]
            assert told.header.by != each.header.by
            assert listed.header.position < told.header.position < each.header.position
    state = road.state(case)
    assert isinstance(state, Designation)
    if endings:
        day = max(road.on, endings[0].effect.from_day)
        assert case not in {key.split(".")[0] for key in road.force(day)}
