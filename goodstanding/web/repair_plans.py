"""The repair planner: of each thing held, from when repair may be asked for, and with which papers."""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.urls import reverse

from goodstanding.rules.law import Law
from goodstanding.rules.repair.plan import Plan, plans
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web.law_pages import Lawbook, Period
from goodstanding.web.law_words import COUNTED_FROM, months
from goodstanding.web.said import said
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit

#: A page of a company with hundreds of records stays light; the calendar file has every day.
MOST = 20


class PlanCard(msgspec.Struct, frozen=True, kw_only=True):
    """One plan in words. ``counted``: the rule's months and where they count from."""

    id: str
    title: str
    url: str
    rule: str
    rule_title: str
    earliest: date | None
    ends: date | None
    by_itself_first: bool
    counted: str
    conditions: tuple[str, ...]
    papers: tuple[str, ...]
    department: str
    acceptance: Period | None
    decision: Period | None
    why_not: tuple[str, ...]


def living(work: WorkingSet, *, law: Law, on: date) -> list[Plan]:
    """The plans of what still has effect."""
    return [each for each in plans(work, law=law, on=on) if not each.over]


def plan_cards(visit: Visit, found: Iterable[Plan]) -> list[PlanCard]:
    """Plans as cards."""
    if visit.law is None:
        return []
    book = Lawbook(visit.law.rulebook, visit.today)
    return [_card(visit, book, each) for each in found]


def _card(visit: Visit, book: Lawbook, plan: Plan) -> PlanCard:
    rule = plan.rule
    return PlanCard(
        id=plan.target.id,
        title=title_of(visit, plan),
        url=reverse("web:record", args=[plan.target.id]),
        rule=rule.id if rule else "",
        rule_title=in_language(rule.title) if rule else "",
        earliest=plan.earliest,
        ends=plan.ends,
        by_itself_first=plan.by_itself_first,
        counted=_counted(plan),
        conditions=tuple(in_language(each) for each in rule.conditions) if rule else (),
        papers=tuple(in_language(each) for each in rule.papers) if rule else (),
        department=visit.titles.department(plan.target.department),
        acceptance=book.period(rule.acceptance) if rule else None,
        decision=book.period(rule.decision) if rule else None,
        why_not=tuple(said(each, visit.titles) for each in plan.against),
    )


def title_of(visit: Visit, plan: Plan) -> str:
    """The record or designation, as its page has it."""
    target = plan.target
    if isinstance(target, Record):
        return f"{visit.titles.kind(target.record_kind)} {target.document}"
    return visit.titles.ground(target.ground)


def _counted(plan: Plan) -> str:
    if plan.rule is None:
        return ""
    word = str(COUNTED_FROM[plan.rule.counted_from])
    after = plan.rule.after_months
    return f"{months(after)}, {word}" if after else word
