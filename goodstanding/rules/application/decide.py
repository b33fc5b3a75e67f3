"""An application ends; a promise is kept or it is recorded that the papers never came."""

from datetime import date

import msgspec

from goodstanding.rules.acts.application import (
    ApplicationDecided,
    ConsequenceNoted,
    PapersNotSupplied,
)
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.application import refusals as no
from goodstanding.rules.application.receive import act, stage_refusals
from goodstanding.rules.application.state import (
    CONSEQUENCES,
    GRANTED,
    NOT_ACCEPTED,
    NOT_SUPPLIED,
    NOTHING,
    OUTCOMES,
    REFUSED,
    REVOKED,
    WITHDRAWN,
    Application,
)
from goodstanding.rules.deadlines import between
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.workdays import WorkCalendar


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What the department decided, by which document, on which day, and why."""

    outcome: str
    document: str
    reasons: str
    decided_on: date


class Consequence(msgspec.Struct, frozen=True, kw_only=True):
    """What the department did because papers never came: nothing, or revoked after notice."""

    consequence: str
    document: str
    reasons: str
    noticed_on: date | None
    decided_on: date


def decide(
    application: Application, decision: Decision, *, calendar: WorkCalendar, on: date
) -> list[Decided]:
    """The department records its decision; the working days used are counted by the calendar.

    Raises:
        Refused: with everything that stands against it.
    """
    found = stage_refusals(application, "received", "accepted")
    require_none([*found, *_outcome(application, decision), *_said(application, decision, on)])
    limit = application.limit
    used = between(limit.start, decision.decided_on, calendar) if limit else None
    effect = ApplicationDecided(
        outcome=decision.outcome,
        document=decision.document.strip(),
        decided_on=decision.decided_on,
        used=used,
    )
    return [act(application, effect, on, {"reasons": decision.reasons.strip()})]


def _outcome(application: Application, decision: Decision) -> list[Refusal]:
    if decision.outcome not in OUTCOMES:
        return [no.ApplicationOutcomeUnknown(outcome=decision.outcome, outcomes=OUTCOMES)]
    if application.accepted_on is None and decision.outcome in (GRANTED, REFUSED):
        return [no.OutcomeNeedsAcceptance()]
    if application.accepted_on is not None and decision.outcome == NOT_ACCEPTED:
        return [no.OutcomeAfterAcceptance(accepted_on=application.accepted_on)]
    return []


def _said(application: Application, decision: Decision, on: date) -> list[Refusal]:
    found: list[Refusal] = []
    if not decision.document.strip() and decision.outcome != WITHDRAWN:
        found.append(no.ApplicationDocumentMissing())
    if not decision.reasons.strip() and decision.outcome in (REFUSED, NOT_ACCEPTED):
        found.append(no.ApplicationReasonsMissing())
    earliest = application.accepted_on or application.received_on
    return [*found, *_day(decision.decided_on, earliest, on)]


def awaiting_refusals(application: Application, on: date) -> list[Refusal]:
    """That papers never came is recorded while they are awaited, once their day is over."""
    if not application.awaits or application.promise is None:
        return [no.NoPromiseAwaited()]
    due = application.promise.due
    return [] if on > due else [no.PromiseNotDue(due=due)]


def note_not_supplied(application: Application, *, on: date) -> list[Decided]:
    """The department records that promised papers did not come; nothing else follows by itself."""
    require_none(awaiting_refusals(application, on))
    return [act(application, PapersNotSupplied(papers=application.missing), on)]


def consequence_refusals(application: Application) -> list[Refusal]:
    """What followed is noted once, after it was recorded that the papers never came."""
    promise = application.promise
    if promise is None or promise.stands != NOT_SUPPLIED:
        return [no.NotRecordedAsMissing()]
    if promise.commitment:
        return [no.ConsequenceOfThePromise(commitment=promise.commitment)]
    if promise.consequence:
        return [no.ConsequenceNotedBefore(consequence=promise.consequence)]
    return []


def note_consequence(application: Application, said: Consequence, *, on: date) -> list[Decided]:
    """What the department decided after notice is kept as its own fact.

    Raises:
        Refused: with everything that stands against it.
    """
    found = consequence_refusals(application)
    require_none(found)
    require_none(_fitting(application, said, on))
    effect = ConsequenceNoted(
        consequence=said.consequence,
        document=said.document.strip(),
        noticed_on=said.noticed_on if said.consequence != NOTHING else None,
        decided_on=said.decided_on,
    )
    return [act(application, effect, on, {"reasons": said.reasons.strip()})]


def _fitting(application: Application, said: Consequence, on: date) -> list[Refusal]:
    if said.consequence not in CONSEQUENCES:
        known = CONSEQUENCES
        return [no.ConsequenceUnknown(consequence=said.consequence, consequences=known)]
    found: list[Refusal] = []
    if said.consequence == REVOKED:
        if application.outcome != GRANTED:
            found.append(no.ConsequenceDoesNotFit())
        if said.noticed_on is None or said.noticed_on > said.decided_on:
            found.append(no.ConsequenceWithoutNotice())
        if not said.document.strip():
            found.append(no.ApplicationDocumentMissing())
    if not said.reasons.strip():
        found.append(no.ApplicationReasonsMissing())
    assert application.promise is not None
    assert application.promise.not_supplied_on is not None
    return [*found, *_day(said.decided_on, application.promise.not_supplied_on, on)]


def _day(day: date, earliest: date, on: date) -> list[Refusal]:
    if day > on:
        return [no.ApplicationDayInFuture(day=day)]
    return [no.ApplicationDayTooEarly(day=day, earliest=earliest)] if day < earliest else []
