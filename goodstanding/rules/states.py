"""What the acts of one aggregate add up to: small frozen states, stored one row each."""

from datetime import date
from enum import StrEnum

import msgspec

from goodstanding.rules.acts.values import Basis, Deadline, MeasureLine, Publishing
from goodstanding.rules.application.state import Application as Application
from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry
from goodstanding.rules.commitment.state import Commitment as Commitment
from goodstanding.rules.consent.state import Consent as Consent
from goodstanding.rules.distinct import Distinction as Distinction
from goodstanding.rules.exemplar.state import IntendedEnd, PublicityConsent
from goodstanding.rules.inspection.state import InspectionPlan as InspectionPlan
from goodstanding.rules.inspection.state import InspectionVisit as InspectionVisit
from goodstanding.rules.legal_person import DatedName as DatedName
from goodstanding.rules.legal_person import Organisation as Organisation
from goodstanding.rules.proceeding.state import Proceeding as Proceeding
from goodstanding.rules.removal.state import Removal as Removal
from goodstanding.rules.repair.state import Lapse
from goodstanding.rules.repair.state import Repair as Repair
from goodstanding.rules.returns.state import Filing as Filing
from goodstanding.rules.returns.state import Return as Return
from goodstanding.rules.service.state import Service


class Stage(StrEnum):
    """Where a designation stands. Time is not a step: *ended by its last day* is derived."""

    PROPOSED = "proposed"
    NOTIFIED = "notified"
    LISTED = "listed"
    DROPPED = "dropped"
    ENDED = "ended"


class Setting(msgspec.Struct, frozen=True, kw_only=True, tag="setting"):
    """A version of the rulebook or of the calendar the register works under."""

    id: str
    digest: str
    in_force_from: date
    position: int
    organisation: str = "system"

    @property
    def is_open(self) -> bool:
        """Settings stay open: each is in force until a later one."""
        return True


class Approval(msgspec.Struct, frozen=True, kw_only=True):
    """Who approved a draft, when, which unsure values that person acknowledged, by which report."""

    by: str
    on: date
    position: int
    acknowledged: tuple[str, ...] = ()
    report: str | msgspec.UnsetType = msgspec.UNSET


#: The same bytes are approved by so many different people before they are in force.
APPROVALS_NEEDED = 2


class Draft(msgspec.Struct, frozen=True, kw_only=True, tag="draft"):
    """A version put forward: ``subject`` is the id of a rulebook, empty for a calendar.

    ``in_force_from``: its first day; null for a calendar, which holds from its approval on.
    """

    id: str
    subject: str
    version: str
    digest: str
    in_force_from: date | None
    drafted_by: str
    drafted_on: date
    drafted_at: int
    years: tuple[int, ...] = ()
    approvals: tuple[Approval, ...] = ()
    withdrawn_by: str = ""
    withdrawn_on: date | None = None
    organisation: str = "system"

    @property
    def is_calendar(self) -> bool:
        """A calendar, not a rulebook."""
        return not self.subject

    @property
    def approved(self) -> bool:
        """Enough people approved it: it is in force, or will be from its first day."""
        return len(self.approvals) >= APPROVALS_NEEDED

    @property
    def is_open(self) -> bool:
        """It waits for approvals."""
        return not self.approved and self.withdrawn_on is None


class Shown(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """First and last day on which strangers might see something; none: on no day."""

    first_day: date | None
    last_day: date | None


class Version(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One version of a record's values and the position that holds its content.

    ``shown``: the days of its publication, where the version after it has others.
    """

    number: int
    position: int
    digest: str
    shown: Shown | msgspec.UnsetType = msgspec.UNSET


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """How a record was taken back; ``position`` holds the public reason."""

    on: date
    as_wrong: bool
    reason: str
    position: int

    def bites(self, day: date) -> bool:
        """True if the record counts for nothing on ``day``: at all if wrong, else from that day."""
        return self.as_wrong or day >= self.on


class KnownError(msgspec.Struct, frozen=True, kw_only=True):
    """That a record is known to be wrong: since when, from whom, by when it is put right.

    ``ended``: `corrected`, `withdrawn` or `unfounded`; ``due``: null where no rule counts;
    ``position``: of the act that said it.
    """

    learned_on: date
    due: Deadline | None
    position: int
    through: str = ""
    noted_by: str = ""
    ended_on: date | None = None
    ended: str = ""

    @property
    def late(self) -> bool:
        """Whether it was put right after its last day."""
        due = self.due.due if self.due else None
        return bool(due and self.ended_on and self.ended_on > due)


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="record"):
    """A decision an authority already made, as one department supplied it.

    ``publishing``: the rule by which it is public or is not; not set where no act named one.
    ``lapses``: the days on which it counts for nothing because it was repaired.
    ``errors``: since when it was known to be wrong, each time.
    ``texts_held``: the texts that may name persons, until an officer has read them;
    ``texts_withheld``: one has, and they stay from the public.
    """

    id: str
    organisation: str
    record_kind: str
    department: str
    authority: str
    document: str
    decided_on: date
    adverse: bool
    transcribed: bool
    basis_readable: bool
    natural_key: str
    public_from: date | None
    public_until: date | None
    publication: Deadline | None
    entered_by: str
    entered_on: date
    versions: tuple[Version, ...]
    marks: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None
    batch: str = ""
    row: int = 0
    publishing: Publishing | msgspec.UnsetType = msgspec.UNSET
    lapses: tuple[Lapse, ...] | msgspec.UnsetType = msgspec.UNSET
    texts_held: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    texts_withheld: bool | msgspec.UnsetType = msgspec.UNSET
    first_import: bool | msgspec.UnsetType = msgspec.UNSET
    errors: tuple[KnownError, ...] | msgspec.UnsetType = msgspec.UNSET

    @property
    def is_open(self) -> bool:
        """Records are named by the step that needs them: never all loaded."""
        return False

    @property
    def repaired(self) -> Lapse | None:
        """The repair that holds: granted and not revoked since."""
        last = self.lapses[-1] if self.lapses else None
        return last if last and last.last_day is None else None

    @property
    def stands(self) -> bool:
        """Neither taken back nor repaired: something can rest on it."""
        return self.withdrawn is None and not self.repaired

    def lapsed(self, day: date) -> bool:
        """True on the days on which a repair holds."""
        return any(lapse.covers(day) for lapse in self.lapses or ())

    @property
    def version(self) -> Version:
        """The version that holds now."""
        return self.versions[-1]


class Stay(msgspec.Struct, frozen=True, kw_only=True):
    """A mask over dates while an objection is verified, or by order; both days stayed.

    ``objection``: what it is for; of a stay ``ordered`` by a review body or court the proceeding.
    """

    objection: str
    first_day: date
    last_day: date | None = None
    ordered: bool | msgspec.UnsetType = msgspec.UNSET

    @property
    def open(self) -> bool:
        """True until the stay is ended."""
        return self.last_day is None

    def runs_on(self, day: date) -> bool:
        """True if it would still mask the days after ``day``."""
        return self.last_day is None or self.last_day > day

    def covers(self, day: date) -> bool:
        """True if ``day`` is stayed."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """An end by an act: from the start (it was wrong) or from a day."""

    cause: str
    from_start: bool
    from_day: date
    position: int

    def bites(self, day: date) -> bool:
        """True if nothing is in force on ``day`` because of this ending."""
        return self.from_start or day >= self.from_day


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """First and last day in force, its stays and its ending: the one meaning of *in force*."""

    first_day: date
    last_day: date
    stays: tuple[Stay, ...] = ()
    ending: Ending | None = None
    lapses: tuple[Lapse, ...] | msgspec.UnsetType = msgspec.UNSET

    def base(self, day: date) -> bool:
        """True if in force on ``day``, stays left aside."""
        lives = self.ending is None or not self.ending.bites(day)
        lapsed = any(lapse.covers(day) for lapse in self.lapses or ())
        return lives and not lapsed and self.first_day <= day <= self.last_day

    @property
    def carried_until(self) -> date:
        """The last day, or the day of the act that ended it before: what was known at the time."""
        return self.last_day if self.ending is None else min(self.last_day, self.ending.from_day)

    @property
    def disputes(self) -> list[str]:
        """The objections whose stay runs."""
        return [stay.objection for stay in self.stays if stay.open and not stay.ordered]

    def stayed(self, day: date) -> bool:
        """True if masked on ``day`` by at least one stay."""
        return any(stay.covers(day) for stay in self.stays)


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A served notice and the windows it opened; ``besides``: what its method showed more."""

    served_on: date
    method: str
    proof: str
    statement: Deadline
    hearing: Deadline | None
    position: int
    besides: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


class Designation(msgspec.Struct, frozen=True, kw_only=True, tag="designation"):
    """A case from proposal to end, and what it puts in force.

    ``offer``: the entry of an offered list it adopts; ``consents``: to the publicity of an advantage;
    ``intended_end``: of an advantage, the last its organisation was told of.
    """

    id: str
    organisation: str
    department: str
    ground: str
    field: str
    sense: str
    records: tuple[str, ...]
    each_suffices: bool
    stage: Stage
    rulebook: str
    opened_on: date
    opened_at: int
    proposer: str = ""
    months: int = 0
    case_number: str = ""
    noticed: tuple[MeasureLine, ...] = ()
    notice: Notice | None = None
    statement_on: date | None = None
    statement_at: int = 0
    waived_on: date | None = None
    hearing_waived: bool = False
    hearing_requested_on: date | None = None
    hearing_held_on: date | None = None
    decided_on: date | None = None
    decided_at: int = 0
    decider: str = ""
    authority: str = ""
    document: str = ""
    measures: tuple[MeasureLine, ...] = ()
    span: Span | None = None
    elsewhere: bool = False
    doubtful: bool = False
    services: tuple[Service, ...] | msgspec.UnsetType = msgspec.UNSET
    offer: str | msgspec.UnsetType = msgspec.UNSET
    consents: tuple[PublicityConsent, ...] | msgspec.UnsetType = msgspec.UNSET
    intended_end: IntendedEnd | msgspec.UnsetType = msgspec.UNSET

    @property
    def is_open(self) -> bool:
        """Part of the working set until dropped or ended by an act."""
        return self.stage not in (Stage.DROPPED, Stage.ENDED)


class Resting(msgspec.Struct, frozen=True, kw_only=True):
    """One designation a measure rests on."""

    designation: str
    ground: str
    basis: tuple[Basis, ...]
    span: Span
    lift: Deadline


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """Something an implementing department has to do about a measure and report.

    ``not_after``: the last day on which there is anything to do, where one is known.
    """

    id: str
    kind: str
    due: Deadline
    opened_at: int
    done_on: date | None = None
    proof: str = ""
    not_after: date | msgspec.UnsetType = msgspec.UNSET


class Measure(msgspec.Struct, frozen=True, kw_only=True, tag="measure"):
    """One consequence at one department, resting on one designation or several.

    ``task_count``: how many tasks there have been, those that became moot included.
    """

    id: str
    organisation: str
    measure: str
    department: str
    procedures: tuple[str, ...]
    kind: str
    sense: str
    stay_exempt: Basis | None
    rests_on: tuple[Resting, ...]
    response: Deadline
    answer: str = ""
    answered_on: date | None = None
    answered_at: int = 0
    acting_on: date | None = None
    tasks: tuple[Task, ...] = ()
    task_count: int = 0

    @property
    def is_open(self) -> bool:
        """Open while a designation under it lives or a task waits."""
        lives = any(resting.span.ending is None for resting in self.rests_on)
        return lives or any(task.done_on is None for task in self.tasks)

    @property
    def applied(self) -> bool:
        """True once the department said it applies the measure."""
        return self.answer == "apply"


def last_resting(measure: Measure) -> Resting:
    """What carried the measure to its last day: an ending by an act sets no later one."""
    return max(measure.rests_on, key=lambda each: (each.span.carried_until, not each.span.ending))


class Objection(msgspec.Struct, frozen=True, kw_only=True, tag="objection"):
    """An objection to a record or a designation, until it is decided.

    ``verification``: its time, the one after the extension where there was one.
    """

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    reason: str
    new_evidence: bool
    filed_on: date
    filed_by: str
    filed_at: int
    accepted_on: date | None = None
    accepted_by: str = ""
    verification: Deadline | None = None
    outcome: str = ""
    decided_on: date | None = None
    decided_at: int = 0
    services: tuple[Service, ...] | msgspec.UnsetType = msgspec.UNSET
    at_counter: bool | msgspec.UnsetType = msgspec.UNSET
    acceptance: Deadline | msgspec.UnsetType = msgspec.UNSET
    extended_on: date | msgspec.UnsetType = msgspec.UNSET
    extended_at: int | msgspec.UnsetType = msgspec.UNSET

    @property
    def is_open(self) -> bool:
        """Open until decided."""
        return not self.outcome


class GoingLive(msgspec.Struct, frozen=True, kw_only=True, tag="going-live"):
    """The day from which the register counts: what the city held before is there by then."""

    id: str
    on: date
    by: str
    organisation: str = "system"

    @property
    def is_open(self) -> bool:
        """Nothing waits for it."""
        return False


State = (
    Setting
    | Draft
    | Return
    | GoingLive
    | Organisation
    | Record
    | Designation
    | Measure
    | Objection
    | Repair
    | Proceeding
    | KeptOutcome
    | OfferedEntry
    | Distinction
    | Removal
    | Commitment
    | Consent
    | InspectionPlan
    | InspectionVisit
    | Application
)
