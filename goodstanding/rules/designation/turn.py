"""Whose turn is it? What an undecided case waits for on a day."""

from datetime import date
from enum import StrEnum

from goodstanding.rules.designation.decide import window_refusals
from goodstanding.rules.designation.refusals import HearingNotHeld
from goodstanding.rules.law import Law
from goodstanding.rules.states import Designation, Stage


class Turn(StrEnum):
    """What a case waits for."""

    NOTICE = "notice"
    ORGANISATION = "organisation"
    HEARING = "hearing"
    DECISION = "decision"
    NOBODY = "nobody"


def turn(case: Designation, *, law: Law, on: date) -> Turn:
    """First the notice, then the organisation's windows, a hearing asked for, the decision.

    The windows are those that keep a decision from listing (`decide.window_refusals`), so a case
    waits for its decision from the very day on which one may list it.
    """
    if case.stage is Stage.PROPOSED:
        return Turn.NOTICE
    if case.stage is not Stage.NOTIFIED:
        return Turn.NOBODY
    owed = window_refusals(case, law=law, on=on)
    if any(not isinstance(each, HearingNotHeld) for each in owed):
        return Turn.ORGANISATION
    return Turn.HEARING if owed else Turn.DECISION
