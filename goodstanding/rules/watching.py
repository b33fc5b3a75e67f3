"""A watch: a check that stays attached to its case, from stage to stage, until the case is over."""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.rules.check import Answer, Checked
from goodstanding.rules.effects import Effect
from goodstanding.rules.errors import Conflict, Refusal

#: The stages of a case, in order; a watch moves forward only.
STAGES = ("accept", "award", "pay")
CLOSED = "closed"
#: The parameter of the rulebook that says how many months a watch lasts at most.
TERM = "watch"


class WatchNeedsCase(Refusal):
    """A watch belongs to a case: ask with your case number. Nobody is watched without one."""


class WatchIsOfToday(Refusal):
    """A watch begins with an answer about the day it was asked on; leave the day out."""


class WatchStageUnknown(Refusal):
    """There is no stage {stage}; it is one of: {stages}."""


class WatchWithoutTerm(Refusal):
    """The rulebook in force gives no longest time for a watch, so none can begin."""


class StagePassed(Conflict):
    """The case is at the stage {stage} already; a watch moves forward only."""


class WatchOver(Conflict):
    """This watch ended on {ended_on}; ask again under your case number to begin another."""


class NothingNew(Conflict):
    """The answer is the one you were told last; there is nothing to acknowledge."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that is no longer the one told last, and what came and went between the two."""

    before: Answer
    before_act_as: Answer
    now: Answer
    now_act_as: Answer
    came: tuple[Effect, ...]
    went: tuple[Effect, ...]


def opening_refusals(*, case_number: str, stage: str, on: date, asked_on: date) -> list[Refusal]:
    """What stands against a watch.

    Args:
        case_number: of the asking department's case.
        stage: where the case is.
        on: the legal day that was asked about.
        asked_on: the legal day on which it was asked.
    """
    found: list[Refusal] = [] if case_number.strip() else [WatchNeedsCase()]
    if stage not in STAGES:
        found.append(WatchStageUnknown(stage=stage, stages=STAGES))
    if on != asked_on:
        found.append(WatchIsOfToday())
    return found


def moving_refusals(*, at: str, to: str) -> list[Refusal]:
    """What stands against a case's next stage."""
    if to not in STAGES:
        return [WatchStageUnknown(stage=to, stages=STAGES)]
    return [] if STAGES.index(to) > STAGES.index(at) else [StagePassed(stage=at)]


def change(
    *, answer: Answer, act_as: Answer, effects: Sequence[Effect], now: Checked
) -> Change | None:
    """What is new since an answer was told, or None where the answer is the same.

    An answer is the same if the case would act the same way: other effects behind it are silent.

    Args:
        answer: as told last.
        act_as: what to do meanwhile, as told last.
        effects: what was told then.
        now: the answer of today.
    """
    if (now.answer, now.act_as) == (answer, act_as):
        return None
    then, today = {_key(each): each for each in effects}, {_key(each): each for each in now.effects}
    return Change(
        before=answer,
        before_act_as=act_as,
        now=now.answer,
        now_act_as=now.act_as,
        came=tuple(each for key, each in today.items() if key not in then),
        went=tuple(each for key, each in then.items() if key not in today),
    )


def _key(effect: Effect) -> tuple[str, ...]:
    decision = effect.decision.designation
    return effect.measure, effect.department, decision, effect.sense, str(effect.force), effect.of
