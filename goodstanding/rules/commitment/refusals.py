"""What can stand against a step of a promise."""

from goodstanding.rules.errors import Conflict, Refusal


class TemplateNotInForce(Conflict):
    """The promise {template} is of no rule in force today: its days are {days}. Choose another."""


class NotCompetentToAccept(Refusal):
    """The department {department} does not accept the promise {template}; these do: {departments}."""


class ClassNotOfThePromise(Refusal):
    """The promise {template} is not for an organisation of this class ({class_id})."""


class DueDayNotAhead(Refusal):
    """The due day {due_on} is not ahead. Name the day by which the promise will be kept."""


class PromisedTooLong(Refusal):
    """The due day {due_on} lies too far ahead: this promise runs at most {months} months, until
    {latest}."""


class StandardMissing(Refusal):
    """Name the standard by its number, with its scope and edition."""


class StandardNotAsked(Refusal):
    """The promise {template} names no standard. Leave the standard out."""


class PromiseTextChanged(Conflict):
    """The text of this promise is another one today than the one that was read. Read it again and
    confirm it."""


class ExcludedByBroken(Conflict):
    """A promise was found broken by record {record} and is not repaired; until it is, this promise
    cannot be made. The way back stands with the record."""


class PromisedAlready(Conflict):
    """The same was promised before and is still running: {commitment}. Take that one back first, or
    wait for its end."""


class PromiseOver(Conflict):
    """The promise is over ({stage}); this step is for one that runs."""


class PublishedByRule(Conflict):
    """A rule publishes this promise, with or without consent. What a rule publishes is not hidden by
    taking consent back."""


class ConsentStandsAlready(Conflict):
    """It is so already; nothing would change."""


class PromisePastItsDay(Conflict):
    """The due day {due_on} has passed. A promise is taken back before it is completed, not after."""


class PromiseOutcomeUnknown(Refusal):
    """{outcome} is no outcome of a promise; it is one of {outcomes}."""


class VerificationMethodUnknown(Refusal):
    """{method} is no way to verify a promise; it is one of {methods}."""


class VerifiedInFuture(Refusal):
    """The day {day} has not come yet. Enter the day on which it was looked at."""


class FoundBeforePromise(Refusal):
    """The day {day} lies before the promise of {made_on}."""


class ObservationMissing(Refusal):
    """Say in a few words what was seen, with no person's name."""


class FindingWithoutEvidence(Conflict):
    """No verification is recorded. A finding rests on what an officer saw: record that first."""


class BreachNotSeen(Conflict):
    """The last verification did not see the promise broken, so there is nothing to give notice of."""


class BreachNotDueYet(Conflict):
    """The promise is due on {due_on}; before that day has passed it cannot be found broken."""


class BreachNotNotified(Conflict):
    """The organisation was not told that its promise shall be found broken. Serve the notice first."""


class BreachAlreadyNotified(Conflict):
    """The notice was served on {served_on} already; it is served once."""


class BreachAnsweredOnce(Conflict):
    """The organisation answered on {answered_on} already."""


class BreachWindowOpen(Conflict):
    """The organisation may answer until {until}. The finding waits for that day, its answer or its
    waiver in writing."""


class FindingReasonsMissing(Refusal):
    """Give the reasons of the finding; they answer what the organisation said."""


class FindingStandsByRecord(Conflict):
    """The finding is record {record}. Take the record back on its own page; the finding follows."""


class NothingFound(Conflict):
    """There is no finding of this promise."""


class FollowsFromDecisionOnly(Conflict):
    """Nothing follows where no decision stands behind the finding: no record of it has effect."""


class ConsequenceNotInCatalogue(Refusal):
    """{consequence} does not follow from this promise by the rule of its day; these may: {allowed}."""


class ConsequenceDone(Conflict):
    """{consequence} was carried out already."""
