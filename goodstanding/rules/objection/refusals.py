"""What can stand against a step of an objection."""

from goodstanding.rules.errors import Conflict, Refusal


class ObjectionReasonUnknown(Refusal):
    """The reason "{reason}" is not known; use one of {reasons}."""


class ObjectionTextMissing(Refusal):
    """Say what is wrong, in a sentence or two."""


class AlreadyDecidedOnce(Conflict):
    """An objection for the same reason was decided on {decided_on}; a new one needs new evidence."""


class ObjectionRunning(Conflict):
    """Objection {objection} for the same reason is still running."""


class TargetGone(Conflict):
    """What the objection is against has ended; there is nothing left to object to."""


class ObjectionStageWrong(Conflict):
    """This step is not open: the objection is {stage}."""


class ObjectionOutcomeUnknown(Refusal):
    """The outcome "{outcome}" is not known; use one of {outcomes}."""


class ObjectionReasonsMissing(Refusal):
    """The outcome of an objection needs reasons; they are public where a record is withdrawn."""


class CorrectionEmpty(Refusal):
    """The outcome "corrected" needs the right values."""


class VerificationExtendedOnce(Conflict):
    """The time to verify was extended on {extended_on}; it is extended once, so decide."""


class VerificationOver(Conflict):
    """The time to verify ended on {due}; it can be extended only before that, so decide now."""


class VerificationNotExtendable(Conflict):
    """The rulebook knows no extension of the verification; decide by the day it is due."""
