"""What can stand against a step of a repair."""

from goodstanding.rules.errors import Conflict, Refusal


class NotRepairable(Conflict):
    """No rule in force lets this be repaired; it ends on its last day. An objection stays open."""


class NothingToRepair(Conflict):
    """It has no effect any more: it has ended, was taken back, or is repaired already."""


class RepairTooEarly(Conflict):
    """Repair can be asked for from {earliest} on: {months} months after {counted_from}."""


class PerformedInFuture(Refusal):
    """The day on which the last duty was performed, {performed_on}, is still to come."""


class PerformedBeforeDecision(Refusal):
    """The last duty cannot have been performed on {performed_on}, before the decision of
    {decided_on}."""


class CommitmentNotSigned(Refusal):
    """A signed commitment is one of the papers; its day, {commitment_on}, is still to come."""


class FixedTermRuns(Conflict):
    """A law fixes {measure} in years until {last_day}; repair does not shorten it. Ask again after
    that day."""


class RepairRunning(Conflict):
    """Application {repair} for the same is still running."""


class DisputeRunning(Conflict):
    """An objection to it is being verified; the repair is decided after its outcome."""


class RepairOfWithdrawn(Conflict):
    """The record was taken back on {withdrawn_on}, so nothing of it is left to repair. Leave the row
    out."""


class RepairedAlready(Conflict):
    """The record counts as repaired since {repaired_on}, by another decision. Leave the row out, or
    have that repair revoked first."""


class RepairedBeforeDecision(Refusal):
    """The day {day} lies before the decision of {decided_on} that would be repaired. Compare both
    with the result."""


class RepairedWithoutRule(Refusal):
    """No rule here lets this be repaired; by it the record would end on its last day. The result is
    taken as the decision of who made it."""


class RepairedEarly(Refusal):
    """By the rule here repair could have been asked for from {earliest} on. The result is taken as the
    decision of who made it."""


class AskedForHereToo(Refusal):
    """Application {repair} for the same is running here. Once the result is taken, refuse it on the
    ground that another authority decides."""


class RepairStageWrong(Conflict):
    """This step is not open: the application is {stage}."""


class PapersAskedOnce(Conflict):
    """What is missing was asked for on {asked_on}; everything is asked for at once, so no second
    time."""


class PapersNotNamed(Refusal):
    """Name every paper that is missing, in words the organisation can act on."""


class ExtendedOnce(Conflict):
    """The time to decide was extended on {extended_on}; it is extended once."""


class ExtensionUnknown(Conflict):
    """The repair rule {rule} knows no extension; decide until {due}."""


class RepairOutcomeUnknown(Refusal):
    """The outcome "{outcome}" is not known; use one of {outcomes}."""


class RefusalGroundUnknown(Refusal):
    """The ground "{ground}" is not one a repair is refused on; use one of {grounds}."""


class RepairReasonsMissing(Refusal):
    """A repair that is not granted needs reasons; the organisation gets them with its remedies."""


class RevocationGroundUnknown(Refusal):
    """The ground "{ground}" is not one a repair is revoked on; use one of {grounds}."""


class RevocationAlreadyNotified(Conflict):
    """The organisation was told on {served_on} that the repair shall be revoked."""


class RevocationNotNotified(Conflict):
    """A repair is revoked after notice: tell the organisation first."""


class RevocationWindowOpen(Conflict):
    """The organisation may state its case until {until}; decide after that day, or with its written
    waiver."""


class RevocationAnsweredOnce(Conflict):
    """The organisation answered on {answered_on}."""
