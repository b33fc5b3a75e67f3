"""What is said no to at the application desk."""

from goodstanding.rules.errors import Conflict, Refusal


class ItemOfAnotherDepartment(Refusal):
    """The item {item} is handled by the department {department}, not by yours. Send the applicant
    there."""


class ItemNotInForce(Refusal):
    """The item {item} is handled on application from {since}; today it is not."""


class ApplicationCaseNumberMissing(Refusal):
    """Give the application your case number: its checks and letters bear it."""


class ApplicationEntered(Refusal):
    """Your case number {case_number} has an application already: {application}. Go on with that one."""


class PaperUnknown(Refusal):
    """The item {item} has no paper {paper}; its papers are: {papers}."""


class PaperNotMissing(Refusal):
    """The paper {paper} is there already, or nobody waits for it."""


class NoPaperNamed(Refusal):
    """Tick at least one paper that has come."""


class NothingMissing(Refusal):
    """Every paper is there: accept the application."""


class MissingListToldBefore(Conflict):
    """What is missing was told on {told_on}, and is told once. Nothing can be asked for after it."""


class MissingListTooLate(Conflict):
    """What is missing had to be told by {due}. It was not, so the application counts as accepted from
    {received_on}: accept it."""


class PapersStillMissing(Refusal):
    """Papers are missing: {papers}. Tell the applicant once of all of them, or accept on a written
    promise those that may follow."""


class MainPaperMissing(Refusal):
    """The main paper {paper} is missing. Only secondary papers may follow."""


class PaperRequiredByLaw(Refusal):
    """The paper {paper} is required by {basis}. What a law requires is never left for later."""


class NothingMayFollowHere(Refusal):
    """For the item {item} no paper may follow."""


class NotEligibleToFollow(Refusal):
    """The check for documents to follow answered {answer}: the organisation has not earned it, or it
    is withheld (receipt {receipt}). Accept the application once every paper is there."""


class PromiseDocumentMissing(Refusal):
    """Name the written promise: without one nothing may follow."""


class PromiseInThePast(Refusal):
    """The promised day {due} is no day to come. Agree on a later one."""


class PromisePastTheLimit(Refusal):
    """Papers may follow until {limit} at the latest; {due} is later."""


class PromiseOnADayOff(Refusal):
    """{due} is no working day. Agree on a working day, so that the papers can be received."""


class NothingToPromise(Refusal):
    """Every paper is there: nothing is left to promise."""


class ApplicationStageWrong(Conflict):
    """The application is {stage}: this step is not open any more, or not yet."""


class ApplicationOutcomeUnknown(Refusal):
    """There is no outcome {outcome}; it is one of: {outcomes}."""


class OutcomeNeedsAcceptance(Refusal):
    """Only an accepted application is granted or refused. One that is not accepted ends as
    not accepted or withdrawn."""


class OutcomeAfterAcceptance(Refusal):
    """The application was accepted on {accepted_on}: it is granted, refused or withdrawn."""


class ApplicationDocumentMissing(Refusal):
    """Name the document of the decision."""


class ApplicationReasonsMissing(Refusal):
    """Say why in a sentence: the organisation reads it."""


class ApplicationDayInFuture(Refusal):
    """The day {day} has not come yet."""


class ApplicationDayTooEarly(Refusal):
    """The day {day} is before {earliest}, on which the application had come so far."""


class NoPromiseAwaited(Conflict):
    """No promised paper is awaited here."""


class PromiseNotDue(Conflict):
    """The organisation has until {due}. Before that day is over nothing is recorded."""


class NotRecordedAsMissing(Conflict):
    """Record first that the promised papers did not come; what follows is decided after that."""


class ConsequenceOfThePromise(Conflict):
    """This is the promise {commitment}: notice, finding and what follows are entered there."""


class ConsequenceNotedBefore(Conflict):
    """What followed was noted already: {consequence}."""


class ConsequenceUnknown(Refusal):
    """There is no consequence {consequence}; it is one of: {consequences}."""


class ConsequenceDoesNotFit(Refusal):
    """Only what was granted is revoked. What is not decided yet is refused by its own decision."""


class ConsequenceWithoutNotice(Refusal):
    """A decision against the organisation follows only after notice: give the day it was served, which
    is not after the decision."""
