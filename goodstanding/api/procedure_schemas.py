"""What the API says of a department's own cases of procedures."""

from datetime import date

from ninja import Schema


class BearingOut(Schema):
    """What one effect does in the case: never a total of anything.

    ``acts``: firm, and at this stage; ``points``: promised by the case's document, decimal text.
    """

    measure: str
    does: str
    acts: bool
    stages: list[str]
    points: str | None
    force: str
    designation: str
    document: str
    last_day: date


class BidderOut(Schema):
    """A bidder in the row of its list; ``before``: the answer of the stage before."""

    row: int
    organisation: str
    receipt: str | None
    answer: str | None
    act_as: str | None
    asked_on: date | None
    before: str | None
    result: str
    reason: str
    effects: list[BearingOut]


class BasisBriefOut(Schema):
    """A payment basis of a case; ``digest``: SHA-256 of its canonical JSON."""

    id: str
    on: date
    digest: str


class ProcedureCaseBriefOut(Schema):
    """A case in a list; ``points``: promised by its document, as decimal text, by the bonus's id."""

    id: str
    department: str
    procedure: str
    number: str
    document: str
    points: dict[str, str]
    stages: list[str]
    stage: str
    opened_on: date
    closed_on: date | None


class ProcedureCaseOut(ProcedureCaseBriefOut):
    """A case with its bidders in the order of their rows, and its payment bases."""

    bidders: list[BidderOut]
    bases: list[BasisBriefOut]


class ProcedureCasesOut(Schema):
    """Cases, latest opened first; ``next`` continues the list."""

    items: list[ProcedureCaseBriefOut]
    next: str | None


class MovedOut(Schema):
    """A bidder whose answer is another today; ``came`` and ``went``: ids of measures."""

    row: int
    organisation: str
    before: str
    before_act_as: str
    now: str
    now_act_as: str
    came: list[str]
    went: list[str]


class MovesOut(Schema):
    """What changed since the bidders were asked about last; ``seen`` is sent with the next stage."""

    seen: str
    changes: list[MovedOut]


class PayeeOut(Schema):
    """One payee of a basis, with the receipt of the day."""

    row: int
    organisation: str
    receipt: str
    answer: str
    act_as: str
    position: int
    rulebook: str
    on: date


class BasisOut(BasisBriefOut):
    """A payment basis: what is paid on, payee by payee."""

    case: str
    department: str
    procedure: str
    number: str
    document: str
    payees: list[PayeeOut]
