"""What can stand against a step of a review or a court case."""

from goodstanding.rules.errors import Conflict, Refusal


class ProceedingKindUnknown(Refusal):
    """The kind of proceeding "{kind}" is not known; use one of {kinds}."""


class ProceedingBodyMissing(Refusal):
    """Name the review body or the court."""


class ProceedingDocumentMissing(Refusal):
    """Name the document by its number."""


class ProceedingDayInFuture(Refusal):
    """The day {day} is still to come; enter the day of the document."""


class ProceedingEntered(Conflict):
    """The proceeding with the number {document} is entered already, as {proceeding}."""


class NothingToChallenge(Conflict):
    """{subject} is not decided yet; there is no decision that a review or a court could look at."""


class ProceedingStageWrong(Conflict):
    """This step is not open: the proceeding is {stage}."""


class StayRunsByOrder(Conflict):
    """A stay ordered in this proceeding runs already; end it before you enter another."""


class NoStayByOrder(Conflict):
    """No stay ordered in this proceeding runs; there is nothing to end."""


class StayOverBeforeToday(Refusal):
    """The last day {last_day} of the stay is over; a stay that ended stays nothing."""


class ProceedingOutcomeUnknown(Refusal):
    """The outcome "{outcome}" is not known; use one of {outcomes}."""


class ProceedingReasonsMissing(Refusal):
    """Say in a sentence what was decided or done."""


class CarriedOutUnknown(Refusal):
    """ "{how}" is not a way to carry an outcome out; use one of {ways}."""


class TargetStillStands(Conflict):
    """What did not stand is still in force; take the record back or end the designation first."""


class DecisionStayedByOrder(Conflict):
    """A review body or court stayed the decision in record {record}; wait until its order ends."""


class NoApprovingRuling(Refusal):
    """An application or its acceptance shields nothing; name what the court approved: {plans}."""


class ShieldRuns(Conflict):
    """A shield of this organisation runs already, as {proceeding}; enter its end first."""


class CompletionBeforeRuling(Refusal):
    """The document of {decided_on} is older than the ruling of {ruled_on}; enter a later one."""


class ShieldOrdersNoStay(Conflict):
    """In a bankruptcy no stay is ordered here: what its ruling pauses the rulebook says."""


class ShieldEndsApart(Conflict):
    """This is a bankruptcy shield: enter that its plan was completed or that it failed."""


class NoShield(Conflict):
    """This is no bankruptcy shield; enter the outcome of the review or the court case."""
