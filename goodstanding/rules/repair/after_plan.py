"""From when repair may be asked for, also where a bankruptcy plan was carried out to its end."""

from datetime import date

from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.proceeding.shielding import completed_on
from goodstanding.rules.repair.rule import Target, earliest
from goodstanding.rules.working_set import WorkingSet


def first_day(
    target: Target,
    rule: RepairRule,
    *,
    performed_on: date,
    since: date,
    work: WorkingSet,
) -> date:
    """The day of the rule, or that of a completed plan, which counts as all duties performed.

    ``since``: the first decision behind the target, which the plan covers or not.
    """
    first = earliest(target, rule, performed_on=performed_on)
    done = completed_on(work, since)
    if done is None or rule.after_plan is None:
        return first
    return min(first, corresponding_day(done, rule.after_plan.months))
