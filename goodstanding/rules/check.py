"""May this organisation …? One answer for one procedure on one day, never a number."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.condition.earning import earned
from goodstanding.rules.effects import Effect, Force, RecordVersion, effects
from goodstanding.rules.working_set import WorkingSet


class Answer(StrEnum):
    """The five answers."""

    CLEAR = "clear"
    ADVANTAGE = "advantage"
    STAYED = "stayed"
    RESTRICTED = "restricted"
    REVIEW = "review"


PRECEDENCE = (
    Answer.CLEAR,
    Answer.ADVANTAGE,
    Answer.STAYED,
    Answer.RESTRICTED,
    Answer.REVIEW,
)


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The answer, what to act as meanwhile, and every effect that touches the procedure.

    ``against``: what keeps the organisation from an advantage of a condition; told to nobody, kept
    with the receipt.
    """

    answer: Answer
    act_as: Answer
    known: bool
    on: date
    effects: tuple[Effect, ...]
    against: tuple[RecordVersion, ...] = ()


def check(
    work: WorkingSet,
    *,
    procedure: str,
    on: date,
    rulebook: Rulebook,
    known: bool,
    doubts: Sequence[Effect] = (),
) -> Checked:
    """The strongest answer wins; ``act_as`` is the answer without what is stayed or doubtful.

    Args:
        work: the organisation's designations, measures and the records they name.
        procedure: an id of the catalogue, for example ``tender``.
        known: whether the register has ever met the organisation.
        doubts: what is in force for its predecessors, told as doubtful.

    Raises:
        Refused: the procedure is not in the catalogue.
    """
    rulebook.procedure(procedure)
    have = earned(work, procedure=procedure, on=on, rulebook=rulebook)
    touching = tuple(
        effect
        for effect in (*effects(work, on=on, rulebook=rulebook), *doubts, *have.effects)
        if procedure in effect.procedures
    )
    firm = [effect for effect in touching if effect.force is Force.IN_FORCE]
    return Checked(
        answer=strongest(touching),
        act_as=strongest(firm),
        known=known,
        on=on,
        effects=touching,
        against=have.against,
    )


def strongest(found: Sequence[Effect]) -> Answer:
    """The strongest answer of some effects; none is clear."""
    return max((_answer(effect) for effect in found), key=PRECEDENCE.index, default=Answer.CLEAR)


def _answer(effect: Effect) -> Answer:
    if effect.force is Force.DOUBTFUL:
        return Answer.REVIEW
    if effect.force is Force.STAYED:
        return Answer.STAYED
    return Answer.ADVANTAGE if effect.sense == "advantage" else Answer.RESTRICTED


def more_favourable(now: Answer, *, than: Answer) -> bool:
    """True if ``now`` would let the organisation do more: then the check is reopened."""
    barred = (Answer.RESTRICTED, Answer.REVIEW)
    if than in barred:
        return now not in barred
    return than is Answer.CLEAR and now is Answer.ADVANTAGE
