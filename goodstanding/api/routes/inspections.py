"""Inspection plans: which there are, the visits a plan drew, and what each came to."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.inspection_schemas import PlanOut, PlansOut, ResultIn, VisitOut, VisitsOut
from goodstanding.api.paging import page
from goodstanding.api.rendering import Rendered
from goodstanding.flow import inspections as flow
from goodstanding.flow import read_inspections as reading
from goodstanding.flow.read_inspections import VisitTold
from goodstanding.inspections.models import Plan

router = Router(tags=["Inspection plans"])


@router.get("/inspections", response=PlansOut)
def plans(request: Asked, cursor: str | None = None, limit: Limit = 50) -> Rendered:
    """The plans of the caller's department; of all departments for oversight."""
    found = page(reading.read_plans(request.call), cursor=cursor, limit=limit)
    return found._replace(items=[_plan(each) for each in found.items])._asdict()  # type: ignore[arg-type]


@router.get("/inspections/{id}", response=PlanOut)
def one(request: Asked, id: str) -> Rendered:
    """A plan: once it is approved for everybody. Its draw can be done again from the plan's page."""
    return _plan(reading.read_plan(request.call, plan=id))


@router.get("/inspections/{id}/visits", response=VisitsOut)
def visits(request: Asked, id: str, cursor: str | None = None, limit: Limit = 50) -> Rendered:
    """The visits a plan drew, by day, for the departments that inspect."""
    found = [_visit(each) for each in reading.read_visits(request.call, plan=id)]
    return page(found, cursor=cursor, limit=limit)._asdict()


@router.post("/visits/{id}/result", response=VisitOut)
def result(request: Asked, id: str, body: ResultIn) -> Rendered:
    """Record what a visit came to. It is no record: what the authority decides because of it is."""
    flow.record_visit(
        request.call, visit=id, outcome=body.outcome, visited_on=body.visited_on, note=body.note
    )
    return _visit(reading.read_visit(id))


def _plan(plan: Plan) -> Rendered:
    return {name: getattr(plan, name) for name in PlanOut.model_fields}


def _visit(told: VisitTold) -> Rendered:
    row, done = told
    return {
        **{name: getattr(row, name) for name in ("id", "day", "items", "inspectors")},
        "organisation": row.code,
        "outcome": done.outcome if done else None,
        "visited_on": done.visited_on if done else None,
    }
