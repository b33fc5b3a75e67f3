"""Plans and visits are read: a department its own, oversight all, everybody what is approved."""

from typing import NamedTuple

from django.db.models import QuerySet

from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.flow.draw_inspection import PlanUnknown
from goodstanding.inspections import queries
from goodstanding.inspections.models import DrawnVisit, Plan, RecordedVisit
from goodstanding.rules.errors import refuse
from goodstanding.rules.inspection.refusals import VisitUnknown
from goodstanding.rules.policy import permitted
from goodstanding.rules.rights import Action


class VisitTold(NamedTuple):
    """A visit with what it came to, once that is recorded."""

    visit: DrawnVisit
    done: RecordedVisit | None


def read_plans(call: Call) -> QuerySet[Plan]:
    """The plans of the caller's department; of all departments for oversight."""
    own = call.actor.department
    policy.require(call.actor, Action.READ_INSPECTIONS, department=own)
    return queries.of_department(department=own or None)


def read_plan(call: Call, *, plan: str) -> Plan:
    """A plan: once it is approved for everybody, before for its departments only."""
    found = queries.plan(id=plan)
    if found is None or (found.stage not in queries.OPEN and not _inside(call, found)):
        refuse(PlanUnknown())
    return found


def read_visits(call: Call, *, plan: str) -> list[VisitTold]:
    """The visits a plan drew, for its departments and oversight; nothing of how anybody counts."""
    own = call.actor.department
    policy.require(call.actor, Action.READ_INSPECTIONS, department=own)
    found = queries.plan(id=plan) or refuse(PlanUnknown())
    department = own if own in found.departments else found.department
    policy.require(call.actor, Action.READ_INSPECTIONS, department=department)
    visits = list(queries.visits(plan=plan))
    done = queries.recorded(visits=(each.id for each in visits))
    return [VisitTold(each, done.get(each.id)) for each in visits]


def read_visit(id: str) -> VisitTold:
    """One visit as it stands, for whoever just recorded it."""
    found = queries.visit(id=id) or refuse(VisitUnknown(visit=id))
    return VisitTold(found, queries.recorded(visits=[id]).get(id))


def _inside(call: Call, plan: Plan) -> bool:
    return any(
        not permitted(call.actor, Action.READ_INSPECTIONS, department=each)
        for each in plan.departments
    )
