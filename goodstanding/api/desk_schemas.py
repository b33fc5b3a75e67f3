"""Applications at a department's desk: what may be said, and what is answered."""

from datetime import date

from ninja import Schema

from goodstanding.api.fields import Body, Day, Id, Line, Text

Papers = list[Id]


class ApplicationIn(Body):
    """Who applied for which item of the rulebook, under which number, with which papers (ids)."""

    organisation: Id
    item: Id
    case_number: Line
    papers: Papers = []


class PapersIn(Body):
    """Papers that have come, by id."""

    papers: Papers


class AcceptanceIn(Body):
    """Without a promise every paper must be there; ``read``: digest of the text that was signed."""

    promise: Line = ""
    due: Day | None = None
    read: Line = ""


class ApplicationDecisionIn(Body):
    """``granted``, ``refused``, ``not-accepted`` or ``withdrawn``."""

    outcome: Id
    document: Line = ""
    reasons: Text = ""
    decided_on: Day | None = None


class ConsequenceIn(Body):
    """What the department decided after notice: ``none`` or ``revoked``."""

    consequence: Id
    document: Line = ""
    reasons: Text = ""
    noticed_on: Day | None = None
    decided_on: Day | None = None


class ApplicationOut(Schema):
    """An application: where it stands, its limit, its promise, the working days it took."""

    id: str
    organisation: str
    department: str
    item: str
    case_number: str
    stage: str
    received_on: date
    missing: list[str]
    told_on: date | None
    accepted_on: date | None
    lane: str
    limit_due: date | None
    limit_not_before: date | None
    promise: str
    promise_due: date | None
    commitment: str
    supplied_on: date | None
    consequence: str
    outcome: str
    decided_on: date | None
    used: int | None
    saved: int | None
