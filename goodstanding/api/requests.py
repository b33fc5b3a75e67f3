"""What a request may say, route by route."""

from typing import Annotated, Literal

from pydantic import Field

from goodstanding.api.fields import Body, Day, Id, Line, Months, Position, Row, Text, Yes

Rows = Annotated[list[dict[Line, Text]], Field(min_length=1, max_length=10_000)]


class StageIn(Body):
    """Where a case is: ``accept``, ``award`` or ``pay``."""

    stage: Id


class WatchIn(Body):
    """The check of a receipt to attach to its case, and the stage the case is at."""

    receipt: Id
    stage: Id = "accept"


class PullIn(Body):
    """Which classes of data are wanted, all that were consented to if none is named.

    ``code``: of the organisation, where the caller names it: the consent must then be of that one.
    """

    classes: Annotated[list[Id], Field(max_length=50)] = []
    code: Line = ""


class CheckIn(Body):
    """One question: may this organisation, in this procedure, on this day?"""

    code: Line
    procedure: Id
    case_number: Line = ""
    on: Day | None = None


class WatchedCheckIn(CheckIn):
    """The same; ``watch`` keeps the answer attached to the case number."""

    watch: StageIn | None = None


class BatchIn(Body):
    """Up to ten thousand questions, each answered for itself.

    An item that is itself not as described is answered so; it does not spoil the others.
    """

    items: Annotated[list[object], Field(min_length=1, max_length=10_000)]


class RowsIn(Body):
    """Rows of cells by field code or official header."""

    rows: Rows


class ReviewIn(Body):
    """Which rows of corrections or withdrawals go back to their sender, and why."""

    sent_back: Annotated[list[Row], Field(max_length=500)] = []
    note: Text = ""


class ProposalIn(Body):
    """A proposal to designate an organisation on a ground of the catalogue and on its records.

    ``offer``: the entry of an offered list whose recommendation the department adopts.
    """

    organisation: Line
    ground: Id
    records: Annotated[list[Id], Field(max_length=200)]
    measures: Annotated[list[Id], Field(max_length=200)] | None = None
    months: Months | None = None
    each_suffices: Yes | None = None
    case_number: Line = ""
    facts: Text = ""
    offer: Id | None = None


class NoticeIn(Body):
    """That the notice was served: when, how, and the proof."""

    served_on: Day
    method: Id
    proof: Line
    witness: Id | None = None
    consent: Line = ""
    through: Line = ""


class ServiceIn(Body):
    """That a letter was ``served``, that an attempt ``failed``, or that it was announced.

    ``on``: the day of it. ``letter``: by default the one that waits. ``method`` and ``proof`` always
    but for an announcement, which has its number (``document``); ``reason`` of a failure.
    """

    step: Literal["served", "failed", "public-notice"]
    on: Day
    proof: Line
    method: Id | None = None
    letter: Id | None = None
    reason: Id | None = None
    witness: Id | None = None
    consent: Line = ""
    through: Line = ""
    document: Line = ""


class StatementIn(Body):
    """What the organisation says, or (``waived``) that it gives its statement up, with the proof.

    ``hearing_waived``: the same writing gives up the hearing.
    """

    text: Text = ""
    received_on: Day | None = None
    waived: Yes = False
    hearing_waived: Yes = False
    proof: Line = ""


class HearingIn(Body):
    """That a hearing was asked for (``requested``) or took place (``held``, with its minutes)."""

    step: Literal["requested", "held"]
    on: Day | None = None
    proof: Line = ""


class DecisionIn(Body):
    """The decision of a case: ``list`` or ``drop``.

    ``second_reason``: needed where a fact that restricts already is to restrict once more.
    """

    outcome: Id
    document: Line
    reasons: Text
    answer: Text = ""
    way_back: Text = ""
    second_reason: Text = ""
    months: Months | None = None
    measures: Annotated[list[Id], Field(max_length=200)] | None = None


class RevocationIn(Body):
    """The end of a designation by decision: from the start if it was wrong, else from today."""

    reasons: Text
    from_start: Yes


class ConfirmationIn(Body):
    """What a second officer confirms of a listing decided elsewhere."""

    ground: Id
    last_day: Day | None = None


class ResponseIn(Body):
    """The answer to a task: ``apply``, or ``not_applied`` with the reason."""

    answer: Id
    reason: Text = ""
    acting_on: Day | None = None


class FeedbackIn(Body):
    """What was done about a task, and its proof."""

    proof: Line
    done_on: Day | None = None
    note: Text = ""


class ObjectionIn(Body):
    """What is wrong with a record or a designation."""

    reason: Id
    text: Text
    new_evidence: Yes = False


class ObjectionDecisionIn(Body):
    """The outcome: ``corrected`` (with the right values), ``withdrawn`` or ``dismissed``."""

    outcome: Id
    reasons: Text
    document: Line | None = None
    decided_on: Day | None = None


class ProceedingIn(Body):
    """A review or a court case, from its document; without a day it is of today."""

    kind: Id
    body: Line
    document: Line
    opened_on: Day | None = None


class ShieldIn(Body):
    """A ruling that approves a plan: ``reorganisation-plan`` or ``settlement``, for the whole city.

    ``last_day``: of the execution, where the ruling states it; without a day it is of today.
    """

    court: Line
    document: Line
    plan: Id
    ruled_on: Day | None = None
    last_day: Day | None = None


class ShieldEndIn(Body):
    """How it ended: ``completed``, ``plan-annulled`` or ``liquidation``."""

    outcome: Id
    document: Line
    reasons: Text
    decided_on: Day | None = None


class OrderIn(Body):
    """A stay ordered by a review body or court; without a last day until an act ends it."""

    document: Line
    ordered_on: Day | None = None
    last_day: Day | None = None
    whole: Yes = True


class OrderEndIn(Body):
    """The document that lifts a stay, and why."""

    document: Line
    reasons: Text


class ProceedingOutcomeIn(Body):
    """The outcome: upheld, annulled, varied, sent-back or withdrawn."""

    outcome: Id
    document: Line
    reasons: Text
    decided_on: Day | None = None
    effect_from: Day | None = None


class CarriedOutIn(Body):
    """How an outcome was carried out: taken-back, corrected, decided-anew or overturned."""

    how: Id
    reasons: Text


class CorrectionIn(Body):
    """The right values by field code or official header, those left out stay; and the reason.

    ``version``: the one that was read; if another holds by now the correction is refused.
    ``learned_on``: the day the department learned of the error; the law's days count from it.
    """

    values: Annotated[dict[Line, Text], Field(max_length=60)]
    reasons: Text
    version: Position | None = None
    learned_on: Day | None = None


class WithdrawalIn(Body):
    """That a record is taken back: as wrong from the start, or for a later reason.

    ``learned_on``: the day the department learned why; the law's days count from it.
    """

    as_wrong: Yes
    reasons: Text
    learned_on: Day | None = None


class TextIn(Body):
    """What an officer found who read the texts of a record: ``fit`` to publish, or ``withheld``.

    ``version``: the one that was read; if another holds by now, it is refused.
    """

    outcome: Line
    version: Position | None = None


class ErrorIn(Body):
    """That a record is wrong: since when the department knows, from whom, and what is wrong."""

    learned_on: Day
    through: Line
    text: Text = ""


class DismissalIn(Body):
    """Why a record is right after all."""

    reasons: Text


class RepairIn(Body):
    """That what was corrected may count no more: when the last duty was performed, when promised."""

    performed_on: Day
    commitment_on: Day
    text: Text = ""


class PapersIn(Body):
    """Every paper that is missing, named at once."""

    missing: Text


class SupplementIn(Body):
    """What the organisation brought of what was missing."""

    text: Text = ""


class ExtensionIn(Body):
    """Why the time to decide is extended."""

    reasons: Text


class RepairDecisionIn(Body):
    """The outcome: ``granted``, ``refused`` or ``not-accepted``, the last two on a ground."""

    outcome: Id
    ground: Id | None = None
    reasons: Text = ""


class AcknowledgementsIn(Body):
    """Recalls that are no longer used, by their ids."""

    recalls: Annotated[list[Line], Field(max_length=1_000)]


class RevocationNoticeIn(Body):
    """What is said against a repair, and how the organisation was told."""

    ground: Id
    facts: Text
    method: Id
    proof: Line
    served_on: Day | None = None
    witness: Id | None = None
    consent: Line = ""
    through: Line = ""


class RevocationAnswerIn(Body):
    """What the organisation answers, or (``waived``) that it gives its statement up."""

    text: Text = ""
    waived: Yes = False


class RepairRevocationIn(Body):
    """Why the repair is revoked."""

    reasons: Text


class ConclusionIn(Body):
    """What came of looking at a check again, and why; ``final``: in law, it cannot be changed."""

    outcome: Text
    result: Literal["", "changed", "stands", "final"] = ""


class ReturnIn(Body):
    """The confirmation of a month's list.

    ``department``: the caller's own if left out. ``seen``: the digest of the list that was shown, if
    another one is to hinder it; ``nil``: there is nothing to return.
    """

    department: Id | None = None
    seen: Line | None = None
    nil: Yes = False


class EndpointIn(Body):
    """An address that is called, and for what; ``client``: the caller itself if left out."""

    client: Id | None = None
    url: Line
    kinds: list[Id]


class SwitchIn(Body):
    """Whether an endpoint is on."""

    on: Yes


class PromiseIn(Body):
    """What an organisation promises, to whom, until when; ``read``: digest of the text it confirmed."""

    template: Id
    department: Id
    due_on: Day
    read: Line
    consent: Yes = False
    matter: Line = ""
    standard: Line = ""
    standard_scope: Line = ""
    standard_edition: Line = ""


class PublicityIn(Body):
    """Whether the organisation agrees that its promise is public."""

    consent: Yes


class VerificationIn(Body):
    """What was seen when the department looked: `kept`, `partly` or `broken`, and in words."""

    method: Id
    seen: Id
    facts: Text
    verified_on: Day | None = None


class BreachNoticeIn(Body):
    """What is said against a promise, and how the organisation was told."""

    facts: Text
    method: Id
    proof: Line
    served_on: Day | None = None
    witness: Id | None = None
    consent: Line = ""
    through: Line = ""


class BreachAnswerIn(Body):
    """What the organisation answers, or that it gives its statement up."""

    text: Text = ""
    waived: Yes = False


class DecisionOnBreachIn(Body):
    """The authority's decision that a promise was broken."""

    authority: Line
    authority_code: Line
    document: Line
    decided_on: Day
    basis: Text


class FindingIn(Body):
    """`kept`, `partly` or `broken`, with reasons; of a broken one the decision, where there is one."""

    outcome: Id
    reasons: Text
    found_on: Day | None = None
    document: Line = ""
    decision: DecisionOnBreachIn | None = None
