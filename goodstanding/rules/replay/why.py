"""By which rule do two answers of the same facts differ?"""

from collections.abc import Iterator

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.check import PRECEDENCE, Checked, strongest
from goodstanding.rules.effects import Effect, Force
from goodstanding.rules.replay.differing import Because, Differing, differing
from goodstanding.rules.replay.laws import Pair


def why(pair: Pair, was: Checked, now: Checked, *, procedure: str) -> Differing:
    """The rule behind the first effect that only one of the laws has and that decides the answer."""
    decides = max(was.answer, now.answer, key=PRECEDENCE.index)
    apart = sorted(_apart(was, now), key=lambda each: strongest([each]) != decides)
    found = (
        _condition(pair, each)
        or differing(pair.before, pair.after, each.ground, each.measure)
        or _review(each)
        for each in apart
    )
    unclear = Differing(rule=f"procedures/{procedure}", because=Because.MEASURE_OTHERWISE)
    return next(filter(None, found), unclear)


def _apart(was: Checked, now: Checked) -> Iterator[Effect]:
    old, new = ({_key(each) for each in checked.effects} for checked in (was, now))
    yield from (each for each in was.effects if _key(each) not in new)
    yield from (each for each in now.effects if _key(each) not in old)


def _condition(pair: Pair, effect: Effect) -> Differing | None:
    """The condition that only one of the laws has, or that asks something else in the other."""
    id = effect.condition
    if not id:
        return None
    old, new = pair.before.conditions.get(id), pair.after.conditions.get(id)
    cited = new or old
    because = Because.CONDITION_NEW if old is None else Because.CONDITION_OTHERWISE
    return Differing(
        rule=f"conditions/{id}",
        because=Because.CONDITION_GONE if new is None else because,
        citations=tuple(
            Basis(instrument=each.instrument, article=each.article)
            for each in (cited.citations if cited else ())
        ),
    )


def _key(effect: Effect) -> tuple[str, str, str, Force, str]:
    case = effect.decision.designation or effect.condition
    return case, effect.measure, effect.department, effect.force, effect.sense


def _review(effect: Effect) -> Differing | None:
    """How long a predecessor is looked at."""
    if not effect.doubt:
        return None
    rule = f"parameters/identity-review/{effect.doubt}"
    return Differing(rule=rule, because=Because.REVIEW_OTHERWISE)
