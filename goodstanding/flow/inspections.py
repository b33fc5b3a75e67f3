"""An inspection plan is made, approved, given up; its visits are recorded, its results published."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench, new_id
from goodstanding.inspections import queries, storing
from goodstanding.inspections.models import DrawnVisit
from goodstanding.inspections.queries import visit_of
from goodstanding.organisations.queries import living_codes
from goodstanding.rules.acts.envelope import SYSTEM
from goodstanding.rules.errors import refuse
from goodstanding.rules.identifiers import normalise
from goodstanding.rules.inspection import planning, steps
from goodstanding.rules.inspection.refusals import PoolCodesWrong, VisitUnknown
from goodstanding.rules.rights import Action
from goodstanding.rules.states import InspectionPlan

SHOWN = 3


def plan_inspection(
    call: Call,
    *,
    field: str,
    items: Sequence[str],
    first_day: date,
    last_day: date,
    size: int = 0,
    codes: Sequence[str] = (),
) -> str:
    """Make an inspection plan in one field; returns its id. Another officer approves it.

    Args:
        items: ids of the rulebook; their departments inspect together.
        size: at most so many organisations; 0 leaves it to the shares of the table.
        codes: of the organisations to draw from; all that the register holds if none is given.
    """
    policy.require(call.actor, Action.PLAN_INSPECTION, department=call.actor.department)
    wanted = planning.Wanted(
        id=new_id("i"),
        department=call.actor.department,
        field=field,
        items=tuple(items),
        first_day=first_day,
        last_day=last_day,
        size=size,
        codes=_listed(codes),
    )
    with bench(call, SYSTEM) as held:
        held.append(planning.plan(wanted, rulebook=held.law.rulebook, on=call.on))
        if wanted.codes:
            storing.keep_list(plan=wanted.id, codes=wanted.codes)
    return wanted.id


def approve_inspection(call: Call, *, plan: str) -> None:
    """Approve a plan, by another person than made it."""
    with held_plan(call, plan, Action.APPROVE_INSPECTION) as (held, found):
        held.append(steps.approve(found, on=call.on))


def drop_inspection(call: Call, *, plan: str, reasons: str) -> None:
    """Give up a plan that is not drawn."""
    with held_plan(call, plan, Action.DROP_INSPECTION) as (held, found):
        held.append(steps.drop(found, reasons=reasons, on=call.on))


def record_visit(
    call: Call, *, visit: str, outcome: str, visited_on: date | None = None, note: str = ""
) -> None:
    """Record what a visit came to; what is adverse needs the authority's decision, as a record.

    ``outcome``: nothing-found, handled, elsewhere (to be decided elsewhere) or not-visited.
    """
    own = call.actor.department
    policy.require(call.actor, Action.RECORD_VISIT, department=own)
    row = _visit(visit)
    with bench(call, SYSTEM) as held:
        plan = held.one(InspectionPlan, row.plan)
        policy.require(
            call.actor,
            Action.RECORD_VISIT,
            department=_own(call, plan),
            organisation=row.code,
            matter=visit,
        )
        done = steps.Done(
            department=_own(call, plan),
            visited_on=visited_on or call.on,
            outcome=outcome,
            note=note,
        )
        held.append(
            steps.record(plan, visit_of(row), subject=row.code, done=done, law=held.law, on=call.on)
        )


def publish_inspection(call: Call, *, plan: str) -> None:
    """Publish the results of a plan in figures, once every visit has one."""
    with held_plan(call, plan, Action.PUBLISH_INSPECTION) as (held, found):
        held.append(steps.publish(found, outcomes=queries.outcomes(plan=plan), on=call.on))


@contextmanager
def held_plan(
    call: Call, plan: str, action: Action, *, organisation: str | None = None
) -> Iterator[tuple[Bench, InspectionPlan]]:
    """Hold the plans, find one, and go on only if the actor may take this step on it."""
    with bench(call, SYSTEM) as held:
        found = held.one(InspectionPlan, plan)
        policy.require(
            call.actor,
            action,
            department=found.department,
            organisation=organisation,
            first=found.planned_by,
            matter=plan,
        )
        yield held, found


def _own(call: Call, plan: InspectionPlan) -> str:
    """Each department of a joint plan records; for anybody else it is the leading one's."""
    mine = call.actor.department
    return mine if mine in plan.departments else plan.department


def _visit(id: str) -> DrawnVisit:
    found = queries.visit(id=id)
    if found is None:
        refuse(VisitUnknown(visit=id))
    return found


def _listed(codes: Sequence[str]) -> tuple[str, ...]:
    """The codes of a list, each once; refuses those that no plan can draw, by place: no echo."""
    given = [normalise(each) for each in codes]
    living = living_codes(among=given) if given else set()
    wrong = [place for place, code in enumerate(given, start=1) if code not in living]
    if wrong:
        refuse(PoolCodesWrong(count=len(wrong), places=wrong[:SHOWN]))
    return tuple(sorted(set(given)))
