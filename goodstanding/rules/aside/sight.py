"""The one rule of sight: who sees what stands beside the register. Every reader asks it."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from goodstanding.rules.actors import Actor
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action


class Aside(Protocol):
    """What the rule asks of a state or of its row."""

    @property
    def SIGHT(self) -> Action:  # noqa: N802
        """The right to see it."""

    @property
    def department(self) -> str:
        """Whose it is."""

    @property
    def organisation(self) -> str:
        """Whom it is about, by code."""

    @property
    def last_day(self) -> date:
        """The last day it is shown to anybody."""

    @property
    def ended_on(self) -> date | None:
        """The day it was decided on, dropped or taken back."""


One = TypeVar("One", bound=Aside)


def may_see(found: Aside, actor: Actor, *, on: date) -> bool:
    """An outcome nobody decided on: its department, the organisation, auditors. An offered list:
    officers, the organisation, auditors. Whatever has ended: nobody.

    ``on``: the legal day. Source: the boundary of the register, 2 (only adjudicated conduct).
    """
    return lives(found, on=on) and allowed(
        actor, found.SIGHT, department=found.department, organisation=found.organisation
    )


def lives(found: Aside, *, on: date) -> bool:
    """Whether it is still kept: not ended by an act, and its last day not over."""
    return found.ended_on is None and on <= found.last_day


def in_sight(found: Iterable[One], actor: Actor, *, on: date) -> list[One]:
    """Those of them that the reader sees."""
    return [each for each in found if may_see(each, actor, on=on)]
