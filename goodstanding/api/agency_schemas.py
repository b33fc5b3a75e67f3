"""What those see who ask in a procedure: checks, standing, receipts, recalls, the feed."""

from datetime import date, datetime

from ninja import Schema

from goodstanding.api.problem_schemas import RefusalOut
from goodstanding.api.public_schemas import GoneOut


class BasisOut(Schema):
    """A cited article, and how it is called in the reader's language."""

    instrument: str
    article: str
    title: str


class WayBackOut(Schema):
    """How the organisation leaves: what to do, from when, with which papers, free of charge."""

    what: str
    after_months: int
    counted_from: str
    papers: list[str]
    free_of_charge: bool


class RecordVersionOut(Schema):
    """A record in the version that was told."""

    record: str
    version: int


class EffectDecisionOut(Schema):
    """The decision behind an effect."""

    designation: str
    authority: str
    document: str
    decided_on: date
    elsewhere: bool


class EffectOut(Schema):
    """One measure on one designation: in force, stayed or doubtful, and until when.

    ``of``: the predecessor it is about, by ``doubt`` (``merger`` or ``division``); empty otherwise.
    ``shield``: the ruling of a bankruptcy court that shields the organisation that day, or empty.
    ``condition``: the standing condition that is met that day, and on which alone the advantage rests;
    ground, designation, authority and document are then empty, and the effect is of that day alone.
    """

    measure: str
    department: str
    procedures: list[str]
    sense: str
    ground: str
    force: str
    first_day: date
    last_day: date
    decision: EffectDecisionOut
    basis: list[BasisOut]
    records: list[RecordVersionOut]
    stay_exempt: BasisOut | None
    of: str
    doubt: str
    shield: str
    condition: str = ""
    way_back: WayBackOut


class ReviewOut(Schema):
    """A predecessor whose restrictions an officer looks at, through ``until``."""

    predecessor: str
    by: str
    on: date
    until: date


class IdentityOut(Schema):
    """The code asked, the code borne now, all codes of the same legal person; its status."""

    asked: str
    code: str
    codes: list[str]
    status: str
    status_since: date | None
    end_reason: str
    reviews: list[ReviewOut]


class CheckOut(Schema):
    """The answer: never a number. ``act_as`` is what to do meanwhile.

    ``organisation``: the code borne now, also where a former one was asked.
    """

    organisation: str
    identity: IdentityOut
    procedure: str
    case_number: str
    answer: str
    act_as: str
    known: bool
    on: date
    effects: list[EffectOut]
    receipt: str
    position: int
    rulebook: str


class WatchedCheckOut(CheckOut):
    """The answer, and the id of the watch where one was asked for."""

    watch: str | None


class BatchItemOut(Schema):
    """The answer to one item of a batch, or everything that stands against it."""

    index: int
    check: CheckOut | None
    refusals: list[RefusalOut]


class BatchOut(Schema):
    """Every item in the order sent."""

    answered: int
    refused: int
    items: list[BatchItemOut]


class ReceiptOut(Schema):
    """What was answered then, to whom, and what it rested on."""

    receipt: str
    organisation: str
    procedure: str
    case_number: str
    answer: str
    act_as: str
    known: bool
    on: date
    effects: list[dict[str, object]]
    records: list[RecordVersionOut]
    position: int
    rulebook: str
    calendar: str
    recipient: str
    at: datetime


class StandingRecordOut(Schema):
    """A record on a day: held, disputed or withdrawn."""

    id: str
    record_kind: str
    department: str
    document: str
    decided_on: date
    version: int
    state: str
    public_until: date | None
    withdrawn_on: date | None
    content_removed: GoneOut | None = None


class StayOut(Schema):
    """Days on which a designation is masked, both included; no last day: until resumed."""

    first_day: date
    last_day: date | None


class StandingDesignationOut(Schema):
    """A designation on a day."""

    id: str
    ground: str
    department: str
    authority: str
    document: str
    records: list[str]
    state: str
    first_day: date | None
    last_day: date | None
    stays: list[StayOut]
    elsewhere: bool
    content_removed: GoneOut | None = None


class StandingOut(Schema):
    """The fold for a day, as known then, as far as the reader may see it now."""

    organisation: str
    name: str
    known: bool
    on: date
    position: int
    rulebook: str
    calendar: str
    records: list[StandingRecordOut]
    designations: list[StandingDesignationOut]
    effects: list[EffectOut]
    shield: str


class RecallOut(Schema):
    """A version of a record, or a designation, that was told and fell: no longer to be used.

    ``record`` is the id of either, as ``subject`` says; ``datasets``: in which files or feeds.
    """

    id: str
    recipient: str
    kind: str
    record: str
    version: int
    organisation: str
    department: str
    document: str
    position: int
    told_first: datetime
    told_last: datetime
    times: int
    case_numbers: list[str]
    receipts: list[str]
    acknowledged_at: datetime | None
    subject: str
    datasets: list[str]


class RecallsOut(Schema):
    """Recalls, oldest first; ``next`` continues the list."""

    items: list[RecallOut]
    next: str | None


class ReopeningOut(Schema):
    """A check to look at again; ``outcome`` is empty while it waits."""

    receipt: str
    organisation: str
    procedure: str
    case_number: str
    recipient: str
    asked_at: datetime
    answered: str
    now: str
    record: str
    outcome: str
    result: str


class ReopeningsOut(Schema):
    """Checks to look at again, in the order they were asked."""

    items: list[ReopeningOut]
    next: str | None


class ChangeOut(Schema):
    """One change; a copy is dropped by ``not_after``, a tombstone's at once."""

    position: int
    at: datetime
    kind: str
    change: str
    id: str
    organisation: str
    not_after: date
    tombstone: bool


class ChangesOut(Schema):
    """Changes in the order of the register; ask again after ``next``."""

    items: list[ChangeOut]
    next: int
    more: bool
