"""What can stand against a correction of a record."""

from goodstanding.rules.errors import Conflict, Forbidden, Refusal


class CorrectionReasonMissing(Refusal):
    """Say why the record is corrected; the reason becomes public."""


class NotCorrected(Refusal):
    """The value {column} is not one that a correction changes. A record of the wrong organisation or
    kind is taken back, and the right one entered anew."""


class NothingCorrected(Refusal):
    """These are the values that the record has already. Change what is wrong in it."""


class CorrectionTooLate(Conflict):
    """The record was taken back on {withdrawn_on}. What was taken back is corrected no more."""


class CorrectedMeanwhile(Conflict):
    """The record was corrected since it was read: version {version} holds now. Read it again, and
    change what is still wrong."""


class AnotherRecordHasIt(Conflict):
    """Record {record} about this organisation has this authority and document already. Compare both;
    take back the one that is wrong."""


class LearnedInFuture(Refusal):
    """The day {day} has not come yet. Enter the day on which the department learned of it."""


class LearnedBeforeDecision(Refusal):
    """The day {day} lies before the decision of {decided_on}. Enter the day on which the department
    learned that the record is wrong."""


class ThroughUnknown(Refusal):
    """From whom the department learned of it, "{through}", is not known; use one of {known}."""


class ErrorNotedBefore(Conflict):
    """The error is known since {learned_on}, and the time to put it right runs. Correct the record,
    take it back, or say why it is right."""


class NoErrorNoted(Conflict):
    """Nothing is noted as wrong in this record."""


class WhyRightMissing(Refusal):
    """Say why the record is right after all; auditors read it."""


class OwnEntryDayOver(Forbidden):
    """Whoever entered a record corrects it alone only on the day of entry, {entered_on}. A reviewer of
    the department corrects it now."""


class OwnEntryRestedOn(Forbidden):
    """A case or an objection rests on the record already. A reviewer of the department, other than who
    entered it, corrects it."""
