"""What can stand against an answer or a report of an implementing department."""

from goodstanding.rules.errors import Conflict, Refusal


class AlreadyAnswered(Conflict):
    """This task was answered on {answered_on}; report what was done instead."""


class AnswerUnknown(Refusal):
    """The answer "{answer}" is not known; use one of {answers}."""


class ReasonForNotApplying(Refusal):
    """Say why the measure is not applied; the deciding department reads it."""


class NothingToReport(Conflict):
    """No task of this measure waits for a report."""


class TaskAlreadyDone(Conflict):
    """This task was reported as done on {done_on}."""


class DoneInTheFuture(Refusal):
    """The day {done_on} is still to come; enter the day it was done."""


class EvidenceMissing(Refusal):
    """Name the proof of what was done, for example the number of the letter."""


class LiftNotDueYet(Conflict):
    """The measure is still carried by a designation in force until {last_day}."""
