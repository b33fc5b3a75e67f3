"""Repair on an organisation's own page: what it asked for, and what it may ask for."""

from typing import Any

from goodstanding.register.reading import states
from goodstanding.remedies import queries as remedies
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web.repair_lists import lines
from goodstanding.web.repair_plans import MOST, living, plan_cards
from goodstanding.web.visit import Visit


def own_repairs(visit: Visit, code: str) -> dict[str, Any]:
    """What `own.html` shows of repair: three queries."""
    law = visit.law
    found = living(WorkingSet(states(code)), law=law, on=visit.today) if law else []
    departments = {each.target.department for each in found}
    return {
        "repairs": lines(visit, remedies.repairs_of_organisation(organisation=code)),
        "plans": plan_cards(visit, found[:MOST]),
        "plans_all": len(found),
        "may_apply": any(
            allowed(visit.actor, Action.FILE_REPAIR, department=each, organisation=code)
            for each in departments
        ),
    }
