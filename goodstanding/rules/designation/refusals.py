"""What can stand against a step of a designation."""

from goodstanding.rules.errors import Conflict, Refusal


class StepNotOpen(Conflict):
    """This step is not open: the case is at the stage "{stage}", and the step needs "{needs}"."""


class OrganisationEnded(Conflict):
    """The organisation ended on {ended_on}. Nothing new is designated; its records remain."""


class NothingToRestOn(Refusal):
    """A designation rests on at least one record; name the decision it follows from."""


class RecordKindNotAllowed(Refusal):
    """The ground {ground} cannot rest on record {record}: it is of the kind {kind}."""


class SpeaksAgainst(Refusal):
    """Record {record} speaks against the organisation, so no advantage rests on it. Choose the record
    of what it did well."""


class RecordFallen(Conflict):
    """Record {record} has been withdrawn; nothing can rest on it."""


class RecordRepairedBefore(Conflict):
    """Record {record} has been repaired; nothing can rest on it while the repair holds."""


class RecordDisputed(Conflict):
    """Record {record} is disputed; wait for the outcome of the objection."""


class BasisUnreadable(Refusal):
    """The basis cited in record {record} could not be read; correct the record first."""


class DepartmentNotCompetent(Refusal):
    """The ground {ground} is decided by {departments}, not by {department}."""


class DecidedElsewhereOnly(Refusal):
    """The ground {ground} is decided elsewhere; confirm the transcribed listing instead."""


class NotATranscription(Refusal):
    """Record {record} is no listing decided elsewhere; propose a designation instead."""


class NothingPaired(Refusal):
    """On {on} the catalogue pairs no measure with the ground {ground}; nothing could follow."""


class MeasureNotPaired(Refusal):
    """The catalogue does not pair the measure {measure} with the ground {ground} on {on}."""


class TermTooLong(Refusal):
    """The term of {months} months is longer than the {allowed} months the catalogue allows."""


class CaseAlreadyOpen(Conflict):
    """Case {designation} on the same ground and record is already open."""


class ServedInTheFuture(Refusal):
    """The day of service {served_on} is still to come; enter the day it really happened."""


class ServedBeforeProposal(Refusal):
    """The day of service {served_on} is before the proposal of {opened_on}; check the date."""


class ServiceMethodUnknown(Refusal):
    """The method of service "{method}" is not known; use one of {methods}."""


class ProofMissing(Refusal):
    """Name the proof of service or delivery, for example the number of the receipt."""


class StatementEmpty(Refusal):
    """The statement is empty; enter what the organisation says."""


class StatementWindowOpen(Conflict):
    """The organisation may still state its case until {due_on}."""


class WindowNotYetDefinite(Conflict):
    """The last day of the window is not definite, but not before {not_before}: the official
    calendar is not loaded."""


class HearingNotOffered(Refusal):
    """The ground {ground} gives no right to a hearing; take the request as a statement."""


class HearingWindowOpen(Conflict):
    """The organisation may ask for a hearing until {due_on}, or give it up in writing."""


class HearingAskedTooLate(Refusal):
    """A hearing could be asked for until {due_on}; take the request as a statement."""


class HearingNotHeld(Conflict):
    """A hearing was asked for in time on {requested_on}; it must be held before the decision."""


class HearingNotAsked(Conflict):
    """No hearing was asked for."""


class StatementUnanswered(Refusal):
    """The organisation stated its case on {received_on}; the reasons must answer it."""


class ReasonsMissing(Refusal):
    """A decision needs reasons."""


class DecisionDocumentMissing(Refusal):
    """A decision needs the number of its document."""


class OutcomeUnknown(Refusal):
    """The outcome "{outcome}" is not known; use one of {outcomes}."""


class HeavierThanNoticed(Refusal):
    """{what} is heavier than the notice said; serve a new notice first."""


class LastDayTooLate(Refusal):
    """The last day {last_day} is later than {latest}, the longest the catalogue allows here."""


class NotInForce(Conflict):
    """This designation is not in force; there is nothing to end."""


class EndIsPast(Refusal):
    """The last day {last_day} is already past; there is nothing to put in force."""
