"""The rows that the states of plans and visits give."""

from datetime import date

import msgspec

from goodstanding.rules.inspection.state import Committed, Figures
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import InspectionPlan, InspectionVisit


class PlanRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Plan`."""

    id: str
    department: str
    departments: tuple[str, ...]
    field: str
    items: tuple[str, ...]
    first_day: date
    last_day: date
    size: int
    pool: str
    stage: str
    planned_on: date
    planned_by: str
    approved_on: date | None
    approved_by: str
    number: int
    committed_on: date | None
    pool_count: int
    table: str
    commitment: str
    contest_due: date | None
    first_visit: date | None
    contests_open: int
    drawn_on: date | None
    seed: str
    visits: int
    organisations: int
    results_due: date | None
    results_not_before: date | None
    published_on: date | None
    nothing_found: int | None
    handled: int | None
    elsewhere: int | None
    not_visited: int | None
    dropped_on: date | None


class ContestRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Contest`."""

    plan: str
    subject: str
    filed_on: date
    position: int
    outcome: str
    answered_on: date | None
    answered_at: int


class RecordedVisitRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.RecordedVisit`."""

    id: str
    plan: str
    subject: str
    department: str
    visited_on: date
    outcome: str
    recorded_on: date
    recorded_by: str
    position: int


def _plan(state: InspectionPlan) -> tuple[PlanRow, ...]:
    held, drawn, figures = state.committed, state.drawn, state.figures
    row = PlanRow(
        id=state.id,
        department=state.department,
        departments=state.departments,
        field=state.field,
        items=state.items,
        first_day=state.first_day,
        last_day=state.last_day,
        size=state.size,
        pool=state.pool,
        stage=state.stage.value,
        planned_on=state.planned_on,
        planned_by=state.planned_by,
        approved_on=state.approved_on,
        approved_by=state.approved_by,
        **_commitment(held),
        contests_open=len(state.unanswered),
        drawn_on=drawn.on if drawn else None,
        seed=drawn.seed if drawn else "",
        visits=drawn.visits if drawn else 0,
        organisations=drawn.organisations if drawn else 0,
        results_due=drawn.results.due if drawn else None,
        results_not_before=drawn.results.not_before if drawn else None,
        published_on=state.published_on,
        **_figures(figures),
        dropped_on=state.dropped_on,
    )
    return (row,)


def _commitment(held: Committed | None) -> dict[str, object]:
    return {
        "number": held.number if held else 0,
        "committed_on": held.on if held else None,
        "pool_count": held.pool_count if held else 0,
        "table": held.table if held else "",
        "commitment": held.commitment if held else "",
        "contest_due": held.contest.due if held else None,
        "first_visit": held.first_visit if held else None,
    }


def _figures(figures: Figures | None) -> dict[str, int | None]:
    names = ("nothing_found", "handled", "elsewhere", "not_visited")
    return {name: getattr(figures, name) if figures else None for name in names}


def _contests(state: InspectionPlan) -> tuple[ContestRow, ...]:
    return tuple(
        ContestRow(
            plan=state.id,
            subject=each.subject,
            filed_on=each.on,
            position=each.position,
            outcome=each.outcome,
            answered_on=each.answered_on,
            answered_at=each.answered_at,
        )
        for each in state.contests
    )


def _visit(state: InspectionVisit) -> tuple[RecordedVisitRow, ...]:
    row = RecordedVisitRow(
        id=state.id,
        plan=state.plan,
        subject=state.subject,
        department=state.department,
        visited_on=state.visited_on,
        outcome=state.outcome,
        recorded_on=state.recorded_on,
        recorded_by=state.recorded_by,
        position=state.position,
    )
    return (row,)


SHELVES = (
    Shelf(state=InspectionPlan, table="inspections_plan", key=("id",), row=PlanRow, rows=_plan),
    Shelf(
        state=InspectionPlan,
        table="inspections_contest",
        key=("plan", "subject"),
        row=ContestRow,
        rows=_contests,
    ),
    Shelf(
        state=InspectionVisit,
        table="inspections_recordedvisit",
        key=("id",),
        row=RecordedVisitRow,
        rows=_visit,
    ),
)
