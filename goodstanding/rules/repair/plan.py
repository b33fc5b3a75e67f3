"""From when may what is held be repaired, and when does it end by itself? Asked before anybody asks."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.repair import refusals
from goodstanding.rules.repair.after_plan import first_day
from goodstanding.rules.repair.eligible import duty_since, ending_with, has_effect, obstacles
from goodstanding.rules.repair.rule import Target, rule_for
from goodstanding.rules.states import Designation, Record, Repair
from goodstanding.rules.working_set import WorkingSet


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be known before repair is asked for.

    ``earliest``: the first day on which it may be asked for; where the rule counts from performance,
    the first that can be, as if all had been performed at once. ``ends``: its last day if nobody
    does anything. ``against``: what would refuse it today. ``over``: nothing is left to repair.
    """

    target: Target
    rule: RepairRule | None
    earliest: date | None
    ends: date | None
    against: tuple[Refusal, ...]
    over: bool

    @property
    def by_itself_first(self) -> bool:
        """True if it ends by itself before repair may be asked for."""
        return bool(self.earliest and self.ends and self.earliest > self.ends)


def plans(work: WorkingSet, *, law: Law, on: date) -> list[Plan]:
    """A plan for each record and designation that burdens the organisation, soonest first."""
    found = [plan(each, work=work, law=law, on=on) for each in _burdens(work, on)]
    return sorted(found, key=lambda each: (each.earliest or date.max, each.target.id))


def plan(target: Target, *, work: WorkingSet, law: Law, on: date) -> Plan:
    """The same rules that refuse an application, asked early."""
    assert target.decided_on is not None
    rule = rule_for(target, law.rulebook, on)
    against = obstacles(
        target,
        performed_on=target.decided_on,
        commitment_on=on,
        earlier=work.all(Repair),
        work=work,
        law=law,
        on=on,
    )
    return Plan(
        target=target,
        rule=rule,
        earliest=_earliest(target, rule, against, work) if rule else None,
        ends=target.public_until if isinstance(target, Record) else _last_day(target),
        against=tuple(against),
        over=not has_effect(target, on),
    )


def _burdens(work: WorkingSet, on: date) -> Iterator[Target]:
    for record in work.all(Record):
        shown = record.public_until is None or on <= record.public_until
        if record.adverse and (shown or ending_with(record, work)):
            yield record
    for case in work.all(Designation):
        if case.span is not None and case.decided_on and case.sense != "advantage":
            yield case


def _earliest(
    target: Target,
    rule: RepairRule,
    against: list[Refusal],
    work: WorkingSet,
) -> date:
    """The rule's day, or the day after the last measure that a law fixes in years."""
    assert target.decided_on is not None
    first = first_day(
        target,
        rule,
        performed_on=target.decided_on,
        since=duty_since(target, work),
        work=work,
    )
    fixed: list[date] = [
        e.fields["last_day"] for e in against if isinstance(e, refusals.FixedTermRuns)
    ]
    return max([first, *(day + timedelta(days=1) for day in fixed)])


def _last_day(case: Designation) -> date | None:
    return case.span.last_day if case.span else None
