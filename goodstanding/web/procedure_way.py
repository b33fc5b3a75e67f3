"""The way of a procedure case through its stages, and what its document promises."""

from typing import Any

from goodstanding.procedures.models import ProcedureCase
from goodstanding.rules.periods import local_day
from goodstanding.rules.procuring.rule import plain, promised
from goodstanding.rules.procuring.stages import CLOSED
from goodstanding.web.dates import full
from goodstanding.web.procedure_words import STAGES
from goodstanding.web.visit import Visit
from goodstanding.web.way_points import Point


def points_of(visit: Visit, case: ProcedureCase) -> list[Point]:
    """Every stage: reached on which day, the one it is at, those that come."""
    reached = {each.stage: full(local_day(each.at)) for each in case.steps.order_by("id")}
    found = [
        Point(at=_at(case, each), when=reached.get(each, ""), title=str(STAGES[each]))
        for each in case.stages
    ]
    if case.closed_on:
        closed = full(case.closed_on)
        found = [each for each in found if each.when]
        return [*found, Point(at="done", when=closed, title=str(STAGES[CLOSED]))]
    return found


def _at(case: ProcedureCase, stage: str) -> str:
    here, there = case.stages.index(case.stage), case.stages.index(stage)
    if there == here and not case.closed_on:
        return "now"
    return "done" if there <= here else "next"


def promises(visit: Visit, case: ProcedureCase) -> list[dict[str, Any]]:
    """Each bonus the case promises points for: its measure, the points, the cap of the rulebook."""
    rows = visit.law.rulebook.procedure_effects if visit.law else {}
    found = []
    for id, points in promised(case.points).items():
        row = rows.get(id)
        cap = row.cap if row else None
        found.append(
            {
                "measure": visit.titles.measure(row.measure) if row else id,
                "points": plain(points),
                "cap": plain(cap.points) if cap else None,
                "to_confirm": bool(cap and cap.to_confirm),
            }
        )
    return found
