"""Matters that people work on: cases, objections, tasks; whose they are, and how they are shown."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from goodstanding.departments import colleagues
from goodstanding.departments.models import Work
from goodstanding.departments.working import working_on
from goodstanding.designations import queries as designations
from goodstanding.flow.respond import measure_of
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import named
from goodstanding.remedies import queries as remedies
from goodstanding.rules.actors import Role
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.visit import Visit


def department_of(matter: str) -> str:
    """The department a case, an objection or a task belongs to; empty if there is no such thing."""
    if "." in matter:
        found = measures.measure(id=measure_of(matter))
        return found.department if found else ""
    about = designations.case(id=matter) or remedies.objection(id=matter)
    return about.department if about else ""


def matter_rows(visit: Visit, works: Iterable[Work]) -> list[dict[str, Any]]:
    """What somebody works on, with address, organisation and title; as many queries as kinds."""
    rows = list(works)
    ids = [each.matter for each in rows]
    cases = designations.cases(ids=ids)
    objections = remedies.objections(ids=ids)
    applied = measures.measures(ids=[measure_of(each) for each in ids if "." in each])
    found: dict[str, tuple[str, str, str]] = {}
    for id, case in cases.items():
        found[id] = (case.organisation, visit.titles.ground(case.ground), "web:case")
    for id, objection in objections.items():
        found[id] = (objection.organisation, gettext("Objection"), "web:objection")
    for id in ids:
        measure = applied.get(measure_of(id)) if "." in id else None
        if measure:
            found[id] = (measure.organisation, visit.titles.measure(measure.measure), "web:task")
    names = named(each[0] for each in found.values())
    return [_row(each, *found[each.matter], names) for each in rows if each.matter in found]


def _row(
    work: Work, organisation: str, title: str, page: str, names: dict[str, str]
) -> dict[str, Any]:
    return {
        "matter": work.matter,
        "name": names.get(organisation, organisation),
        "title": title,
        "url": reverse(page, args=[work.matter]),
        "begun_at": work.begun_at,
    }


def worked_on(visit: Visit, matter: str, *, department: str, organisation: str) -> dict[str, Any]:
    """What `account/worked_on.html` shows on the page of a matter."""
    actor = visit.actor
    mine = allowed(actor, Action.ARRANGE_OWN_WORK, department=department)
    recused = bool(actor.recused & {matter, organisation})
    return {
        "matter": matter,
        "who": working_on([matter], on=visit.today).get(matter),
        "mine": mine,
        "recused": recused,
        "instead": _instead(visit, matter, department, organisation) if recused else [],
    }


def _instead(visit: Visit, matter: str, department: str, organisation: str) -> list[str]:
    found = {
        each.login: each.display_name or each.login
        for role in (Role.OFFICER, Role.REVIEWER)
        if role in visit.actor.roles
        for each in colleagues.who_can_instead(
            department,
            role,
            on=visit.today,
            about=(matter, organisation),
            but=visit.actor.id,
        )
    }
    return sorted(found.values())
