"""What of a check its caller may be told: nothing that has ended since, no advantage kept private."""

from msgspec.structs import replace

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.answers import Answered
from goodstanding.flow.bench import Call
from goodstanding.organisations.queries import related
from goodstanding.register.reading import named_states, states
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.visible import Sight, narrowed, shown_only
from goodstanding.rules.working_set import WorkingSet


def seen_by(call: Call, answered: Answered) -> Answered:
    """The answer, less what its caller may not know.

    What ended before today is told to those inside the matter alone: the deciding department, the
    organisation, the credit office and auditors. An advantage whose organisation does not consent to
    its publicity is told to departments, who give it, and to no other client.
    """
    return _kept_private(call, _ended_since(call, answered))


def _ended_since(call: Call, answered: Answered) -> Answered:
    """About today and days to come everybody is answered alike."""
    checked, code = answered.checked, answered.organisation
    if checked.on >= call.on or not checked.effects:
        return answered
    law = law_on(on=call.on, known_at=None)
    now = WorkingSet({id: each for of in related(code=code) for id, each in states(of).items()})
    codes = answered.identity.codes
    sight = Sight(call.actor, now, today=call.on, rulebook=law.rulebook, codes=codes)
    return replace(answered, checked=narrowed(checked, sight.effects(checked.effects, code)))


def _kept_private(call: Call, answered: Answered) -> Answered:
    effects = answered.checked.effects
    good = {each.decision.designation for each in effects if each.sense == ADVANTAGE}
    if call.actor.department or not good:
        return answered
    now = WorkingSet(named_states(sorted(good)))
    return replace(answered, checked=narrowed(answered.checked, shown_only(effects, now)))
