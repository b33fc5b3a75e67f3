"""What the acts of an inspection plan, and of one visit, add up to."""

from datetime import date
from enum import StrEnum

import msgspec

from goodstanding.rules.acts.values import Deadline


class PlanStage(StrEnum):
    """Where a plan stands."""

    PLANNED = "planned"
    APPROVED = "approved"
    COMMITTED = "committed"
    DRAWN = "drawn"
    PUBLISHED = "published"
    DROPPED = "dropped"


class Committed(msgspec.Struct, frozen=True, kw_only=True):
    """One commitment: what was frozen, and when; see `acts.inspection.InspectionCommitted`."""

    number: int
    pool_count: int
    pool_digest: str
    table: str
    table_digest: str
    frame_digest: str
    commitment: str
    contest: Deadline
    first_visit: date
    on: date
    by: str
    position: int


class Contested(msgspec.Struct, frozen=True, kw_only=True):
    """What one organisation contested, and the answer; ``position``: of the act that says why."""

    subject: str
    on: date
    by: str
    position: int
    outcome: str = ""
    answered_on: date | None = None
    answered_at: int = 0


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """The draw; see `acts.inspection.InspectionDrawn`."""

    number: int
    seed: str
    visits: int
    organisations: int
    visits_digest: str
    results: Deadline
    on: date
    by: str
    position: int


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """How many visits came to what."""

    nothing_found: int = 0
    handled: int = 0
    elsewhere: int = 0
    not_visited: int = 0


class InspectionPlan(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-plan"):
    """A plan from its making to its results. Pool, strata and visits lie beside it, by digest."""

    id: str
    department: str
    departments: tuple[str, ...]
    field: str
    items: tuple[str, ...]
    first_day: date
    last_day: date
    size: int
    pool: str
    listed: int
    listed_digest: str
    planned_on: date
    planned_by: str
    planned_at: int
    approved_on: date | None = None
    approved_by: str = ""
    commits: tuple[Committed, ...] = ()
    contests: tuple[Contested, ...] = ()
    drawn: Drawn | None = None
    published_on: date | None = None
    figures: Figures | None = None
    dropped_on: date | None = None
    organisation: str = "system"

    @property
    def is_open(self) -> bool:
        """Named by the step that needs it; never loaded with all that is open."""
        return False

    @property
    def stage(self) -> PlanStage:
        """Where it stands."""
        if self.dropped_on:
            return PlanStage.DROPPED
        if self.published_on:
            return PlanStage.PUBLISHED
        if self.drawn:
            return PlanStage.DRAWN
        if self.commits:
            return PlanStage.COMMITTED
        return PlanStage.APPROVED if self.approved_on else PlanStage.PLANNED

    @property
    def committed(self) -> Committed | None:
        """The commitment that holds."""
        return self.commits[-1] if self.commits else None

    @property
    def lighter(self) -> frozenset[str]:
        """Codes of those whose contest was found right."""
        return frozenset(each.subject for each in self.contests if each.outcome == "lighter")

    @property
    def unanswered(self) -> tuple[Contested, ...]:
        """Contests that wait for their answer."""
        return tuple(each for each in self.contests if not each.outcome)

    @property
    def outdated(self) -> bool:
        """A contest was found right after the pool was frozen: it is to be frozen anew."""
        since = self.commits[-1].position if self.commits else 0
        return any(each.outcome == "lighter" and each.answered_at > since for each in self.contests)


class InspectionVisit(msgspec.Struct, frozen=True, kw_only=True, tag="inspection-visit"):
    """A visit that was recorded; ``subject``: code of the organisation visited."""

    id: str
    plan: str
    subject: str
    department: str
    departments: tuple[str, ...]
    items: tuple[str, ...]
    planned_for: date
    visited_on: date
    outcome: str
    recorded_on: date
    recorded_by: str
    position: int
    organisation: str = "system"

    @property
    def is_open(self) -> bool:
        """Nothing waits for it."""
        return False
