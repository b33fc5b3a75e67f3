"""Plan, approve, commit, contest, draw, record, publish: which act, or all that stands against it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts import inspection as acts
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import SYSTEM, Content, Decided
from goodstanding.rules.deadlines import Due, elapsed
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.inspection import refusals as no
from goodstanding.rules.inspection.draw import Visit, visits_digest
from goodstanding.rules.inspection.frame import Conflict, Frame, commitment
from goodstanding.rules.inspection.state import Committed, InspectionPlan, PlanStage
from goodstanding.rules.law import Law

PUBLICATION, CONTEST = "inspection-publication", "inspection-contest"
OUTCOMES = ("nothing-found", "handled", "elsewhere", "not-visited")
ANSWERS = ("lighter", "kept")
Stage = PlanStage


def approve(plan: InspectionPlan, *, on: date) -> list[Decided]:
    """The plan holds, and is public."""
    require_none(_stage(plan, Stage.PLANNED))
    return [_act(plan, acts.InspectionApproved(), on)]


def drop(plan: InspectionPlan, *, reasons: str, on: date) -> list[Decided]:
    """The plan is given up; what is drawn is carried out."""
    open_stages = (Stage.PLANNED, Stage.APPROVED, Stage.COMMITTED)
    require_none([*_stage(plan, *open_stages), *_reasons(reasons)])
    return [_act(plan, acts.InspectionDropped(), on, {"reasons": reasons.strip()})]


def may_commit(plan: InspectionPlan) -> list[Refusal]:
    """What stands against a commitment, or one in the place of an earlier one."""
    if plan.stage is Stage.PLANNED:
        return [no.PlanNotApproved()]
    if plan.unanswered:
        return [no.ContestsOpen(count=len(plan.unanswered))]
    return _stage(plan, Stage.APPROVED, Stage.COMMITTED)


def contest(plan: InspectionPlan, *, subject: str, text: str, on: date) -> list[Decided]:
    """An organisation of the pool contests how it is counted, once, in time."""
    held = plan.committed
    found: list[Refusal] = []
    if plan.stage is not Stage.COMMITTED or held is None or _is_over(held, on):
        found.append(no.ContestTooLate(due=held.contest.due if held else "-"))
    if any(each.subject == subject for each in plan.contests):
        found.append(no.ContestedAlready())
    if not text.strip():
        found.append(no.ContestTextMissing())
    require_none(found)
    effect = acts.SamplingContested(subject=subject)
    return [_act(plan, effect, on, {"text": text.strip()})]


def answer(
    plan: InspectionPlan, *, subject: str, outcome: str, reasons: str, on: date
) -> list[Decided]:
    """Found right, the organisation counts one step lighter in this plan; or it stays as it is."""
    found = _stage(plan, Stage.COMMITTED)
    if not any(each.subject == subject for each in plan.unanswered):
        found.append(no.ContestUnknown(organisation=subject))
    if outcome not in ANSWERS:
        found.append(no.ContestOutcomeUnknown(outcome=outcome, outcomes=ANSWERS))
    require_none([*found, *_reasons(reasons)])
    effect = acts.ContestAnswered(subject=subject, outcome=outcome)
    return [_act(plan, effect, on, {"reasons": reasons.strip()})]


def may_draw(plan: InspectionPlan, *, on: date) -> list[Refusal]:
    """Everything that stands against the draw on a day."""
    if plan.drawn:
        return [no.DrawnAlready(on=plan.drawn.on)]
    held = plan.committed
    if held is None:
        return [no.PlanNotCommitted() if plan.approved_on else no.PlanNotApproved()]
    found = _stage(plan, Stage.COMMITTED)
    if not _is_over(held, on):
        found.append(no.ContestWindowOpen(due=held.contest.due or held.contest.not_before))
    if plan.unanswered:
        found.append(no.ContestsOpen(count=len(plan.unanswered)))
    if plan.outdated:
        found.append(no.PoolMovedOn())
    if on >= held.first_visit:
        found.append(no.DrawTooLate(day=held.first_visit))
    return found


def within_cap(
    visits: Iterable[Visit], frame: Frame, *, others: Mapping[str, int], cap: int
) -> list[Refusal]:
    """Nobody is drawn beyond the cap, whatever other plans drew since the pool was frozen.

    What the law fixes is drawn none the less; it counts, and leaves less for what it does not fix.

    Args:
        others: visits of the year in other plans, by ticket.
    """
    fixed = {each.id for each in frame.items if each.fixed}
    by_ticket: dict[str, list[Visit]] = {}
    for visit in visits:
        by_ticket.setdefault(visit.ticket, []).append(visit)
    beyond = [
        ticket
        for ticket, own in by_ticket.items()
        if not all(fixed.issuperset(visit.items) for visit in own)
        and others.get(ticket, 0) + len(own) > cap
    ]
    return [no.CapExceeded(count=len(beyond), cap=cap)] if beyond else []


def without_conflict(visits: Iterable[Visit], conflicts: Iterable[Conflict]) -> list[Refusal]:
    """Nobody is drawn for whom a conflict was declared since the pool was frozen."""
    now = {(each.ticket, each.inspector) for each in conflicts}
    found = {
        inspector
        for visit in visits
        for inspector in visit.inspectors
        if (visit.ticket, inspector) in now
    }
    return [no.ConflictDeclaredSince(count=len(found))] if found else []


def require_seed(plan: InspectionPlan, seed: str) -> None:
    """Go on only with the seed that was committed to; refuses `SeedNotCommitted`."""
    held = plan.committed
    if held is None:
        require_none([no.PlanNotCommitted()])
        return
    told = commitment(
        seed=seed,
        plan=plan.id,
        pool=held.pool_digest,
        table=held.table_digest,
        frame=held.frame_digest,
    )
    require_none([] if told == held.commitment else [no.SeedNotCommitted()])


def drawn(
    plan: InspectionPlan, *, seed: str, visits: Sequence[Visit], law: Law, on: date
) -> list[Decided]:
    """The act of the draw; results are due so many working days after the last day of the plan."""
    require_seed(plan, seed)
    effect = acts.InspectionDrawn(
        number=len(plan.commits),
        seed=seed,
        visits=len(visits),
        organisations=len({each.ticket for each in visits}),
        visits_digest=visits_digest(visits),
        results=law.deadline(PUBLICATION, start=plan.last_day),
    )
    return [_act(plan, effect, on)]


def record(
    plan: InspectionPlan, visit: Visit, *, subject: str, done: "Done", law: Law, on: date
) -> list[Decided]:
    """What a visit came to; recorded again, the later one holds until results are published."""
    found = _stage(plan, Stage.DRAWN)
    if done.outcome not in OUTCOMES:
        found.append(no.VisitOutcomeUnknown(outcome=done.outcome, outcomes=OUTCOMES))
    if plan.drawn and not plan.drawn.on <= done.visited_on <= on:
        found.append(no.VisitDayWrong(day=done.visited_on))
    require_none(found)
    of_items = {law.rulebook.inspection_item(each).department for each in visit.items}
    effect = acts.VisitRecorded(
        plan=plan.id,
        subject=subject,
        department=done.department,
        departments=tuple(sorted(of_items)),
        items=visit.items,
        planned_for=visit.day,
        visited_on=done.visited_on,
        outcome=done.outcome,
    )
    content = {"note": done.note.strip()} if done.note.strip() else {}
    return [
        Decided(stream=SYSTEM, aggregate=visit.id, effective_on=on, effect=effect, content=content)
    ]


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A visit as its department reports it."""

    department: str
    visited_on: date
    outcome: str
    note: str = ""


def publish(plan: InspectionPlan, *, outcomes: Mapping[str, int], on: date) -> list[Decided]:
    """The results in figures, once every visit has one."""
    found = _stage(plan, Stage.DRAWN)
    missing = (plan.drawn.visits if plan.drawn else 0) - sum(outcomes.values())
    if not found and missing:
        found.append(no.VisitsUnrecorded(count=missing))
    require_none(found)
    effect = acts.ResultsPublished(
        nothing_found=outcomes.get("nothing-found", 0),
        handled=outcomes.get("handled", 0),
        elsewhere=outcomes.get("elsewhere", 0),
        not_visited=outcomes.get("not-visited", 0),
    )
    return [_act(plan, effect, on)]


def _act(plan: InspectionPlan, effect: Effect, on: date, content: Content | None = None) -> Decided:
    return Decided(
        stream=SYSTEM, aggregate=plan.id, effective_on=on, effect=effect, content=content or {}
    )


def _stage(plan: InspectionPlan, *wanted: PlanStage) -> list[Refusal]:
    return [] if plan.stage in wanted else [no.PlanStageWrong(stage=plan.stage.value)]


def _reasons(text: str) -> list[Refusal]:
    return [] if text.strip() else [no.InspectionReasonsMissing()]


def _is_over(held: Committed, on: date) -> bool:
    due = held.contest
    provisional = due.due is None
    return elapsed(Due(due=due.due, not_before=due.not_before, provisional=provisional), on)
