"""A check that was answered, and what the same question would be answered under another law."""

from datetime import date
from enum import StrEnum

import msgspec

from goodstanding.rules.check import Answer
from goodstanding.rules.replay.differing import Differing


class Direction(StrEnum):
    """Which way an answer flips, for the organisation."""

    STRICTER = "stricter"
    FAVOURABLE = "more-favourable"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt: what was asked, as the register stood at a position, and what was answered."""

    receipt: str
    organisation: str
    procedure: str
    department: str
    on: date
    position: int
    rulebook: str
    answer: Answer


class Flip(msgspec.Struct, frozen=True, kw_only=True):
    """One check whose answer would be another one; by which rule and which articles."""

    receipt: str
    organisation: str
    procedure: str
    department: str
    on: date
    was: Answer
    now: Answer
    direction: Direction
    differing: Differing


#: From the worst for an organisation to the best.
FAVOUR = (Answer.RESTRICTED, Answer.REVIEW, Answer.STAYED, Answer.CLEAR, Answer.ADVANTAGE)


def direction(was: Answer, now: Answer) -> Direction:
    """Whether an organisation may do more or less by the other answer."""
    better = FAVOUR.index(now) > FAVOUR.index(was)
    return Direction.FAVOURABLE if better else Direction.STRICTER
