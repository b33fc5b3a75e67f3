"""A check about a day that is past tells nobody what has ended since, who may no longer know it."""

from msgspec.structs import replace

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.answers import Answered
from goodstanding.flow.bench import Call
from goodstanding.organisations.queries import related
from goodstanding.register.reading import states
from goodstanding.rules.visible import Sight, narrowed
from goodstanding.rules.working_set import WorkingSet


def seen_by(call: Call, answered: Answered) -> Answered:
    """The answer, less the effects that ended before today, for all but those inside the matter.

    Inside are the deciding department, the organisation, the credit office and auditors. About
    today and days to come everybody is answered alike.
    """
    checked, code = answered.checked, answered.organisation
    if checked.on >= call.on or not checked.effects:
        return answered
    law = law_on(on=call.on, known_at=None)
    now = WorkingSet({id: each for of in related(code=code) for id, each in states(of).items()})
    codes = answered.identity.codes
    sight = Sight(call.actor, now, today=call.on, rulebook=law.rulebook, codes=codes)
    return replace(answered, checked=narrowed(checked, sight.effects(checked.effects, code)))
