"""What a department's own desk sees of its records, cases, tasks and objections."""

from datetime import date

from ninja import Schema

from goodstanding.api.public_schemas import GoneOut, RegistrationOut, StubOut
from goodstanding.publication.models import Entry


class RecordColumns(Schema):
    """A record as its department, its organisation or oversight sees it."""

    record_kind: str
    authority: str
    department: str
    document: str
    decided_on: date
    adverse: bool
    transcribed: bool
    basis_readable: bool
    version: int
    disputed: bool
    public_from: date | None
    public_until: date | None
    withdrawn_on: date | None
    as_wrong: bool
    entered_on: date
    batch: str
    row: int
    first_import: bool


class RecordOut(RecordColumns):
    """A record, known by its id."""

    id: str

    @staticmethod
    def resolve_id(entry: Entry) -> str:
        """A row of the shelf is known by its record."""
        return entry.record


class DossierRecordOut(RecordColumns):
    """A record with its narrative."""

    id: str
    texts: dict[str, str]
    content_removed: GoneOut | None = None


class CaseOut(Schema):
    """A case from proposal to end.

    ``shown``: strangers see it while it has effect; an advantage ``shown_since`` its organisation
    consents. ``offer``: the entry of an offered list it adopts. ``ending_told_on``: the organisation
    was told that its advantage shall end.
    """

    id: str
    organisation: str
    department: str
    ground: str
    field: str
    sense: str
    stage: str
    records: list[str]
    each_suffices: bool
    case_number: str
    months: int
    elsewhere: bool
    doubtful: bool
    opened_on: date
    notice_served_on: date | None
    statement_due: date | None
    statement_not_before: date | None
    statement_on: date | None
    waived_on: date | None
    hearing_due: date | None
    hearing_requested_on: date | None
    hearing_held_on: date | None
    decided_on: date | None
    authority: str
    document: str
    first_day: date | None
    last_day: date | None
    ended_on: date | None
    ended_cause: str
    ended_from_start: bool
    stayed_since: date | None
    shown: bool
    shown_since: date | None
    offer: str
    ending_told_on: date | None


class DossierCaseOut(CaseOut):
    """A case with the reasons, answer and way back of its decision.

    ``lifts_open``: the lift tasks that keep it open although its designation is over.
    """

    texts: dict[str, str]
    lifts_open: list[str]
    content_removed: GoneOut | None = None


class MeasureOut(Schema):
    """One consequence at one department."""

    id: str
    measure: str
    department: str
    procedures: list[str]
    kind: str
    sense: str
    designations: list[str]
    answer: str
    answered_on: date | None
    acting_on: date | None
    first_day: date
    last_day: date


class TaskOut(Schema):
    """Something a department has to do about a measure, and by when."""

    id: str
    measure_id: str
    organisation: str
    department: str
    kind: str
    start: date
    working_days: int
    due_on: date | None
    not_before: date | None
    opens_on: date
    not_after: date | None
    done_on: date | None


class TasksOut(Schema):
    """Tasks, soonest due first; ``next`` continues the list."""

    items: list[TaskOut]
    next: str | None


class ObjectionOut(Schema):
    """An objection to a record or a designation."""

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    reason: str
    new_evidence: bool
    filed_on: date
    at_counter: bool
    acceptance_due: date | None
    acceptance_not_before: date | None
    accepted_on: date | None
    verification_due: date | None
    verification_not_before: date | None
    extended_on: date | None
    outcome: str
    decided_on: date | None


class ProceedingOut(Schema):
    """A review or a court case: against what, the stay it ordered, its outcome."""

    id: str
    organisation: str
    kind: str
    body: str
    document: str
    opened_on: date
    subject: str
    subject_kind: str
    target: str
    target_kind: str
    department: str
    stage: str
    stayed_from: date | None
    stayed_until: date | None
    stayed_whole: bool
    outcome: str
    outcome_document: str
    decided_on: date | None
    effect_from: date | None
    carry_out_due: date | None
    carry_out_not_before: date | None
    carried_out_on: date | None
    carried_out: str
    plan: str
    execution_until: date | None


class RepairOut(Schema):
    """An application for repair of a record or a designation, with the days of its clocks.

    Where another body decided, nobody applied here: `decided_elsewhere_by` names it.
    """

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    rule: str
    stage: str
    filed_on: date
    performed_on: date | None
    commitment_on: date | None
    acceptance_due: date | None
    papers_asked_on: date | None
    papers_supplied_on: date | None
    accepted_on: date | None
    decision_due: date | None
    extended_on: date | None
    outcome: str
    ground: str
    decided_on: date | None
    revocation_served_on: date | None
    revocation_statement_due: date | None
    revocation_answered_on: date | None
    revoked_on: date | None
    decided_elsewhere_by: str
    decided_elsewhere_document: str


class CarriedOut(Schema):
    """One measure of a designation, at all departments that carry it out."""

    measure: str
    departments: list[str]
    force: str
    last_day: date


class RestrictionOut(Schema):
    """One designation that rests on a fact, with what it carries today."""

    designation: str
    ground: str
    authority: str
    document: str
    measures: list[CarriedOut]


class FactOut(Schema):
    """What an authority decided, and all that restricts the organisation because of it today.

    ``twice``: ``designations``, ``measures`` or ``records`` where the same fact does so more than once;
    a list, never a number. Of a record the caller may not see, only the department is told.
    """

    document: str
    decided_on: date | None
    authority: str
    department: str
    records: list[str]
    restrictions: list[RestrictionOut]
    twice: list[str]


class DossierOut(Schema):
    """What one reader may see of an organisation: own records whole, others' as far as public."""

    code: str
    name: str
    registration: RegistrationOut
    on: date
    position: int
    records: list[DossierRecordOut]
    withdrawn: list[StubOut]
    designations: list[DossierCaseOut]
    facts: list[FactOut]
    measures: list[MeasureOut]
    objections: list[ObjectionOut]
    proceedings: list[ProceedingOut]


class RowProblemOut(Schema):
    """What is wrong in a row, in words its sender can act on."""

    row: int
    column: str
    code: str
    sentence: str


class ChangesOut(Schema):
    """A batch as it is kept; read = accepted + duplicates + rejected + quarantined."""

    id: str
    kind: str
    read: int
    accepted: int
    duplicates: int
    rejected: int
    quarantined: int


class CandidateOut(Schema):
    """An organisation that may be meant by a name, by which of its names, and why.

    ``why``: stable words; ``reasons``: the same in the reader's language; ``not_same``: candidates
    beside it that it was confirmed not to be.
    """

    code: str
    name: str
    matched: str
    former: bool
    since: date | None
    until: date | None
    why: list[str]
    reasons: list[str]
    not_same: list[str]


class NamedRowOut(Schema):
    """A row that brought a name and no sound code."""

    row: int
    name: str
    candidates: list[CandidateOut]


class BatchReportOut(Schema):
    """What became of every row; read = accepted + duplicates + rejected + quarantined.

    ``warnings``: what to look at twice in accepted rows; they are records all the same.
    ``waiting``: changes of records that a reviewer has to commit; nothing changed yet.
    ``candidates``: rows with a name and no sound code, each with who may be meant; none is chosen.
    """

    batch: str
    read: int
    accepted: int
    duplicates: int
    rejected: int
    quarantined: int
    records: list[str]
    problems: list[RowProblemOut]
    warnings: list[RowProblemOut]
    waiting: bool = False
    candidates: list[NamedRowOut] = []
    candidates_left_out: int = 0
