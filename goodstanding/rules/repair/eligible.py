"""May this be repaired today? Everything that stands against it, all at once."""

from collections.abc import Iterator, Sequence
from datetime import date

from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.designation.ending import would_end
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.repair import refusals
from goodstanding.rules.repair.after_plan import first_day
from goodstanding.rules.repair.rule import Target, rule_for
from goodstanding.rules.repair.state import Repair
from goodstanding.rules.states import Designation, Measure, Record, Stage
from goodstanding.rules.working_set import WorkingSet


def obstacles(
    target: Target,
    *,
    performed_on: date,
    commitment_on: date,
    earlier: Sequence[Repair],
    work: WorkingSet,
    law: Law,
    on: date,
) -> list[Refusal]:
    """What stands against repairing ``target`` on ``on``; nothing means that it may be asked for."""
    rule = rule_for(target, law.rulebook, on)
    if rule is None:
        return [refusals.NotRepairable()]
    if not has_effect(target, on):
        return [refusals.NothingToRepair()]
    running = [r for r in earlier if r.target == target.id and not r.outcome]
    since = duty_since(target, work)
    first = first_day(target, rule, performed_on=performed_on, since=since, work=work)
    return [
        *_days(first, rule, since, performed_on, commitment_on, on),
        *fixed_terms(target, work, law, on),
        *(refusals.RepairRunning(repair=each.id) for each in running),
    ]


def has_effect(target: Target, on: date) -> bool:
    """True while there is something for a repair to end."""
    if isinstance(target, Record):
        return target.withdrawn is None and not target.repaired
    return target.stage is Stage.LISTED and target.span is not None and on <= target.span.last_day


def duty_since(target: Target, work: WorkingSet) -> date:
    """The first decision behind it: what a listing rests on may be performed before the listing."""
    rests_on = work.records(target.records) if isinstance(target, Designation) else []
    return min(each for each in (target.decided_on, *(r.decided_on for r in rests_on)) if each)


def _days(
    first: date,
    rule: RepairRule,
    since: date,
    performed_on: date,
    commitment_on: date,
    on: date,
) -> Iterator[Refusal]:
    if performed_on > on:
        yield refusals.PerformedInFuture(performed_on=performed_on)
    elif performed_on < since:
        yield refusals.PerformedBeforeDecision(performed_on=performed_on, decided_on=since)
    if commitment_on > on:
        yield refusals.CommitmentNotSigned(commitment_on=commitment_on)
    if on < first:
        yield refusals.RepairTooEarly(
            earliest=first, months=rule.after_months, counted_from=rule.counted_from
        )


def fixed_terms(target: Target, work: WorkingSet, law: Law, on: date) -> list[Refusal]:
    """Measures that a law fixes in years and that would end with the target: repair keeps them.

    Source: Order 36 of 2025, and the early removal of SAMR Order 44: no unexpired legal measure.
    """
    found = [
        refusals.FixedTermRuns(measure=measure.measure, last_day=resting.span.last_day)
        for case in ending_with(target, work)
        for measure in work.measures_under(case.id)
        for resting in measure.rests_on
        if resting.designation == case.id and _fixed(case, measure, law)
        if on <= resting.span.last_day
    ]
    return list(dict.fromkeys(found))


def ending_with(target: Target, work: WorkingSet) -> list[Designation]:
    """The open designations that end if the target is repaired: itself, or what rests on it."""
    if isinstance(target, Designation):
        return [target]
    gone = {r.id for r in work.all(Record) if not r.stands} | {target.id}
    cases = [case for case in work.designations_on(target.id) if case.is_open]
    return [case for case in cases if would_end(case, fallen=frozenset(gone))]


def _fixed(case: Designation, measure: Measure, law: Law) -> bool:
    pairs = law.rulebook.paired(case.ground, measure.measure)
    return any(pair.fixed_term for pair in pairs)
