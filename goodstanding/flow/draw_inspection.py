"""The draw of a plan: chance decides, once, with the seed committed to; and its public file."""

import msgspec

from goodstanding.flow.bench import Bench, Call
from goodstanding.flow.commit_inspection import conflicts, secret_of
from goodstanding.flow.inspections import held_plan
from goodstanding.inspections import queries, storing
from goodstanding.inspections.queries import frame_of, visit_of
from goodstanding.register.reading import named_states
from goodstanding.rules.errors import NotFound, refuse, require_none
from goodstanding.rules.inspection import steps
from goodstanding.rules.inspection.draw import Visit, draw
from goodstanding.rules.inspection.drawfile import FORMAT, DrawFile
from goodstanding.rules.inspection.frame import Frame, Ticket
from goodstanding.rules.inspection.refusals import DrawNotYet
from goodstanding.rules.rights import Action
from goodstanding.rules.states import InspectionPlan


class PlanUnknown(NotFound):
    """There is no such inspection plan."""


def draw_inspection(call: Call, *, plan: str, seed: str = "") -> int:
    """Draw a plan; returns the number of visits. All of it happens, or nothing.

    Args:
        seed: only to show that no other one is taken: it must be the one committed to.
    """
    with held_plan(call, plan, Action.DRAW_INSPECTION) as (held, found):
        require_none(steps.may_draw(found, on=call.on))
        taken = seed or secret_of(plan, len(found.commits)).seed
        steps.require_seed(found, taken)
        number = len(found.commits)
        frame = _frame(plan, number)
        codes = queries.codes(plan=plan, number=number)
        visits = draw(taken, _tickets(plan, number), frame)
        _require_fair(found, held, visits, frame, codes)
        held.append(steps.drawn(found, seed=taken, visits=visits, law=held.law, on=call.on))
        storing.keep_visits(plan=plan, visits=((each, codes[each.ticket]) for each in visits))
    return len(visits)


def draw_file(plan: str) -> bytes:
    """The public file of a plan: what was committed to and, once it is drawn, seed and visits.

    No organisation is in it by name or code, and which stratum is which is not told.
    """
    state = named_states([plan]).get(plan)
    if not isinstance(state, InspectionPlan):
        refuse(PlanUnknown())
    held = state.committed
    if held is None:
        refuse(DrawNotYet())
    visits = map(visit_of, queries.visits(plan=plan)) if state.drawn else ()
    file = DrawFile(
        format=FORMAT,
        plan=plan,
        number=held.number,
        committed_on=held.on,
        commitment=held.commitment,
        pool_digest=held.pool_digest,
        table_digest=held.table_digest,
        frame_digest=held.frame_digest,
        frame=_frame(plan, held.number),
        pool=tuple(queries.tickets(plan=plan, number=held.number)),
        seed=state.drawn.seed if state.drawn else "",
        visits=tuple(visits),
    )
    return msgspec.json.encode(file)


def _require_fair(
    plan: InspectionPlan,
    held: Bench,
    visits: tuple[Visit, ...],
    frame: Frame,
    codes: dict[str, str],
) -> None:
    """Nobody beyond the cap, nobody in conflict: as things stand now, not as they were frozen."""
    table = held.law.rulebook.sampling(plan.field, plan.first_day)
    others = queries.visits_in_years(first=plan.first_day, last=plan.last_day, but=plan.id)
    tickets = {codes[each.ticket]: each.ticket for each in visits}
    inspectors = [each.id for each in frame.inspectors]
    require_none(
        [
            *steps.within_cap(
                visits,
                frame,
                others={tickets[code]: many for code, many in others.items() if code in tickets},
                cap=table.visits_per_year,
            ),
            *steps.without_conflict(visits, conflicts(inspectors, tickets, frame.days)),
        ]
    )


def _tickets(plan: str, number: int) -> list[Ticket]:
    found = queries.tickets(plan=plan, number=number)
    return [Ticket(ticket=ticket, stratum=stratum, left=left) for ticket, stratum, left in found]


def _frame(plan: str, number: int) -> Frame:
    framed = queries.framed(plan=plan, number=number)
    if framed is None:
        refuse(DrawNotYet())
    return frame_of(framed.frame)
