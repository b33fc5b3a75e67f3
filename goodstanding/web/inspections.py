"""Inspection plans as they are shown: words of stages, results and rates; a plan as a row."""

from collections.abc import Iterable
from typing import Any

import msgspec
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.inspections.models import Plan, Pooled
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sampling import SamplingTable
from goodstanding.rules.policy import permitted
from goodstanding.rules.rights import Action
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit
from goodstanding.web.wording import State

STAGES: dict[str, State] = {
    "planned": State("is-stay", "clock", _("Waits for approval")),
    "approved": State("is-quiet", "doc", _("Approved")),
    "committed": State("is-ask", "look", _("Pool frozen, seed committed to")),
    "drawn": State("is-force", "day", _("Drawn")),
    "published": State("is-good", "done", _("Results published")),
    "dropped": State("is-quiet", "away", _("Given up")),
}
RESULTS: dict[str, Promise] = {
    "nothing-found": _("Nothing found"),
    "handled": _("Something found and put right on the spot"),
    "elsewhere": _("To be decided by the authority in a case of its own"),
    "not-visited": _("The visit could not take place"),
}
RATES: dict[str, Promise] = {
    "reduced": _("Reduced: drawn less often"),
    "ordinary": _("Ordinary"),
    "raised": _("Raised: drawn more often"),
}
ANSWERS: dict[str, Promise] = {
    "lighter": _("Found right: counts one step lighter in this plan"),
    "kept": _("Stays as it is"),
}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as a row of a list."""

    plan: Plan
    field: str
    department: str
    stage: State
    url: str


class ItemShown(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a plan; ``fixed``: of a thousand so many, where a law fixes it."""

    title: str
    department: str
    joint: bool
    fixed: int


def rows(visit: Visit, plans: Iterable[Plan]) -> list[Row]:
    """Plans as rows."""
    return [
        Row(
            plan=each,
            field=visit.titles.field(each.field),
            department=visit.titles.departments(each.departments),
            stage=STAGES[each.stage],
            url=reverse("web:inspection", args=[each.id]),
        )
        for each in plans
    ]


def inside(visit: Visit, plan: Plan) -> bool:
    """Whether the visitor serves a department of the plan, or oversees all."""
    return any(
        not permitted(visit.actor, Action.READ_INSPECTIONS, department=each)
        for each in plan.departments
    )


def items_of(visit: Visit, plan: Plan) -> list[ItemShown]:
    """The items of a plan in words."""
    known = visit.law.rulebook.inspection_items if visit.law else {}
    return [
        ItemShown(
            title=in_language(known[each].title),
            department=visit.titles.department(known[each].department),
            joint=known[each].joint,
            fixed=known[each].fixed.share if known[each].fixed else 0,
        )
        for each in plan.items
        if each in known
    ]


def item_titles(visit: Visit, ids: Iterable[str]) -> list[str]:
    """Items in words; an id the rulebook knows no more stands for itself."""
    known = visit.law.rulebook.inspection_items if visit.law else {}
    return [in_language(known[each].title) if each in known else each for each in ids]


def table_of(visit: Visit, plan: Plan) -> SamplingTable | None:
    """The table a plan draws by; none where the rulebook knows it no more."""
    book: Rulebook | None = visit.law.rulebook if visit.law else None
    if book is None:
        return None
    if plan.table:
        return book.sampling_tables.get(plan.table)
    found = (each for each in book.sampling_tables.values() if each.field == plan.field)
    return next((each for each in found if each.in_force.holds_on(plan.first_day)), None)


def why(visit: Visit, plan: Plan, pooled: Pooled) -> dict[str, Any]:
    """How one plan counts one organisation, and why: for itself and the officers who answer it."""
    table = table_of(visit, plan)
    rule = table.rules[pooled.rule] if table and 0 <= pooled.rule < len(table.rules) else None
    return {
        "rate": RATES[pooled.rate],
        "rule": in_language(rule.title) if rule else "",
        "because": [(each, _address(each)) for each in pooled.because],
        "lighter": pooled.lighter,
        "left": pooled.left,
        "share": getattr(table.shares, pooled.rate) if table else 0,
    }


def _address(id: str) -> str:
    name = "web:record" if id.startswith("r-") else "web:case"
    return reverse(name, args=[id])
