"""Do the tables beside the acts still hold what the acts say they hold? Asked by `verify`."""

from collections.abc import Iterator

from goodstanding.inspections import queries
from goodstanding.inspections.models import Plan
from goodstanding.inspections.queries import frame_of, visit_of
from goodstanding.register.reading import named_states
from goodstanding.rules.inspection.draw import visits_digest
from goodstanding.rules.inspection.frame import Ticket, frame_digest, pool_digest
from goodstanding.rules.inspection.hashing import of_lines
from goodstanding.rules.inspection.state import Committed, Drawn, InspectionPlan

Problem = tuple[str, str, str]
"""A stable code, where it is, and what it means."""


def problems() -> Iterator[Problem]:
    """Every pool, frame, list and set of visits that is not the one its act has the digest of."""
    for id in Plan.objects.order_by("id").values_list("id", flat=True):
        state = named_states([id]).get(id)
        if isinstance(state, InspectionPlan):
            yield from _of(state)


def _of(plan: InspectionPlan) -> Iterator[Problem]:
    if plan.listed_digest and of_lines(queries.listed(plan=plan.id)) != plan.listed_digest:
        yield "PoolListDiffers", plan.id, "the list handed in is not the one of the plan"
    for each in plan.commits:
        yield from _commitment(plan.id, each)
    if plan.drawn is not None:
        yield from _visits(plan.id, plan.drawn)


def _commitment(plan: str, held: Committed) -> Iterator[Problem]:
    at = f"{plan} {held.number}"
    found = (
        Ticket(ticket=ticket, stratum=stratum, left=left)
        for ticket, stratum, left in queries.tickets(plan=plan, number=held.number)
    )
    if pool_digest(found) != held.pool_digest:
        yield "PoolAltered", at, "the pool is not the one that was committed to"
    framed = queries.framed(plan=plan, number=held.number)
    if framed is None or frame_digest(frame_of(framed.frame)) != held.frame_digest:
        yield "FrameAltered", at, "days, inspectors or items are not those committed to"


def _visits(plan: str, drawn: Drawn) -> Iterator[Problem]:
    found = map(visit_of, queries.visits(plan=plan))
    if visits_digest(found) != drawn.visits_digest:
        yield "VisitsAltered", plan, "the visits are not those that were drawn"
