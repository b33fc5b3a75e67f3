"""The days of repair in an organisation's calendar: from when it may ask, until when it is answered."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext

from goodstanding.rules.repair.eligible import has_effect
from goodstanding.rules.repair.plan import Plan, plans
from goodstanding.rules.states import Designation, Record, Repair
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web.own_day import Day, due
from goodstanding.web.repair_plans import title_of
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit


def repair_days(visit: Visit, work: WorkingSet) -> Iterator[Day]:
    """Every day of a repair that is asked for or may be."""
    for each in work.all(Repair):
        yield from _clocks(visit, each, gone=_gone(visit, work, each))
    found = plans(work, law=visit.law, on=visit.today) if visit.law else []
    for plan in found:
        yield from _earliest(visit, plan)


def _gone(visit: Visit, work: WorkingSet, repair: Repair) -> bool:
    """What it asks to repair has fallen or ended meanwhile: nobody waits for an answer."""
    target = work.find(Record, repair.target) or work.find(Designation, repair.target)
    return target is None or not has_effect(target, visit.today)


def _clocks(visit: Visit, repair: Repair, *, gone: bool) -> Iterator[Day]:
    answered = bool(repair.accepted_on or repair.outcome) or repair.stage == "papers-asked"
    for kind, deadline, moot, title in (
        (
            "repair-answer",
            repair.acceptance,
            answered,
            gettext("Our repair is answered by this day"),
        ),
        (
            "repair-decision",
            repair.decision,
            bool(repair.outcome),
            gettext("Our repair is decided by this day"),
        ),
    ):
        day, provisional = due(visit, deadline) if deadline else (None, False)
        if day:
            yield Day(
                kind=kind,
                about=repair.id,
                day=day,
                title=title,
                text=visit.titles.department(repair.department),
                url=reverse("web:repair", args=[repair.id]),
                moot=moot or gone,
                provisional=provisional,
            )


def _earliest(visit: Visit, plan: Plan) -> Iterator[Day]:
    """Only a day that is known: one counted from performance is not, before it is performed."""
    rule, day = plan.rule, plan.earliest
    if rule is None or day is None or rule.counted_from == "performance" or day < visit.today:
        return
    papers = gettext("; ").join(in_language(each) for each in rule.papers)
    about = (title_of(visit, plan), f"{gettext('Papers:')} {papers}")
    yield Day(
        kind="repair",
        about=plan.target.id,
        day=day,
        title=gettext("Repair may be asked for from this day"),
        text="\n".join((*about, visit.titles.department(plan.target.department))),
        url=reverse("web:repair-new", args=[plan.target.id]),
        moot=plan.over or plan.by_itself_first,
    )
