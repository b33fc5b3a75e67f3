"""A plan is made, and committed to: the acts, the days, the table by its digest."""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

import msgspec

from goodstanding.rules.acts.envelope import SYSTEM, Decided
from goodstanding.rules.acts.inspection import InspectionCommitted, InspectionPlanned
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sampling import InspectionItem, SamplingTable
from goodstanding.rules.errors import Refusal, refuse, require_none
from goodstanding.rules.inspection import refusals as no
from goodstanding.rules.inspection.frame import (
    Frame,
    Item,
    Ticket,
    commitment,
    frame_digest,
    pool_digest,
)
from goodstanding.rules.inspection.hashing import of_lines
from goodstanding.rules.inspection.state import InspectionPlan
from goodstanding.rules.workdays import WorkCalendar

LONGEST = 366
DAY = timedelta(days=1)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What an officer asks for; ``codes``: of a list handed in, or none for the whole register."""

    id: str
    department: str
    field: str
    items: tuple[str, ...]
    first_day: date
    last_day: date
    size: int = 0
    codes: tuple[str, ...] = ()


def plan(wanted: Wanted, *, rulebook: Rulebook, on: date) -> list[Decided]:
    """Make a plan; refuses everything that is wrong with it at once."""
    rulebook.sampling(wanted.field, wanted.first_day)
    items = [rulebook.inspection_item(each) for each in sorted(set(wanted.items))]
    require_none([*_of_items(wanted, items), *_of_days(wanted, on)])
    effect = InspectionPlanned(
        department=wanted.department,
        departments=tuple(sorted({each.department for each in items})),
        field=wanted.field,
        items=tuple(each.id for each in items),
        first_day=wanted.first_day,
        last_day=wanted.last_day,
        size=wanted.size,
        pool="list" if wanted.codes else "register",
        listed=len(wanted.codes),
        listed_digest=of_lines(wanted.codes) if wanted.codes else "",
    )
    return [Decided(stream=SYSTEM, aggregate=wanted.id, effective_on=on, effect=effect)]


def _of_items(wanted: Wanted, items: Sequence[InspectionItem]) -> list[Refusal]:
    if not items:
        return [no.PlanDepartmentMissing()]
    day = wanted.first_day
    return [
        *(
            no.PlanItemOutsideField(item=each.id, field=wanted.field)
            for each in items
            if each.field != wanted.field
        ),
        *(
            no.PlanItemNotInForce(item=each.id, day=day)
            for each in items
            if not each.in_force.holds_on(day)
        ),
        *(
            [no.PlanWithoutOwnItem()]
            if all(each.department != wanted.department for each in items)
            else []
        ),
    ]


def _of_days(wanted: Wanted, on: date) -> list[Refusal]:
    first, last = wanted.first_day, wanted.last_day
    found: list[Refusal] = []
    if not (on < first <= last) or (last - first).days >= LONGEST:
        found.append(no.PlanPeriodWrong(first=first, last=last, most=LONGEST))
    if wanted.size < 0:
        found.append(no.PlanSizeWrong())
    return found


def days_of(
    plan: InspectionPlan, calendar: WorkCalendar, *, contest: Deadline, on: date
) -> tuple[date, ...]:
    """The working days of the period after the first day on which the draw can be.

    Raises:
        Refused: `PeriodWithoutCalendar`, `PeriodWithoutWorkingDay`.
    """
    if contest.due is None:
        refuse(no.PeriodWithoutCalendar(year=(contest.not_before or on).year))
    last_before = max(on, contest.due + DAY, plan.first_day - DAY)
    span = range(1, (plan.last_day - last_before).days + 1)
    days = [last_before + timedelta(days=each) for each in span]
    missing = sorted({day.year for day in days if not calendar.covers(day.year)})
    require_none([no.PeriodWithoutCalendar(year=year) for year in missing])
    found = tuple(day for day in days if calendar.is_working(day))
    if not found:
        refuse(no.PeriodWithoutWorkingDay(day=last_before))
    return found


def items_of(plan: InspectionPlan, rulebook: Rulebook) -> tuple[Item, ...]:
    """The items of a plan as the draw takes them."""
    found = (rulebook.inspection_item(each) for each in plan.items)
    return tuple(
        Item(
            id=each.id,
            department=each.department,
            joint=each.joint,
            fixed=each.fixed.share if each.fixed else 0,
        )
        for each in found
    )


def table_digest(table: SamplingTable) -> str:
    """SHA-256, in hex, of the table as JSON: keys sorted, no spaces, defaults left out."""
    return sha256(msgspec.json.encode(table, order="sorted")).hexdigest()


def commit(
    plan: InspectionPlan,
    *,
    seed: str,
    pool: Sequence[Ticket],
    frame: Frame,
    table: SamplingTable,
    contest: Deadline,
    on: date,
) -> list[Decided]:
    """Freeze pool and frame, and fix the seed without telling it."""
    if not pool:
        refuse(no.PoolEmpty())
    of_pool, of_frame, of_table = pool_digest(pool), frame_digest(frame), table_digest(table)
    effect = InspectionCommitted(
        number=len(plan.commits) + 1,
        pool_count=len(pool),
        pool_digest=of_pool,
        table=table.id,
        table_digest=of_table,
        frame_digest=of_frame,
        commitment=commitment(
            seed=seed, plan=plan.id, pool=of_pool, table=of_table, frame=of_frame
        ),
        contest=contest,
        first_visit=min(frame.days),
    )
    return [Decided(stream=SYSTEM, aggregate=plan.id, effective_on=on, effect=effect)]
