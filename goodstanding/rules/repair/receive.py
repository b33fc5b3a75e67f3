"""The result of a repair that another body decided: taken as its decision, whatever our rules say.

What our own rules would not have granted is remarked and kept with it. What no decision on a repair
can do here is refused: shorten a measure that a law fixes in years, or cut short a running dispute.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.cell_values import comparable
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.repair import refusals
from goodstanding.rules.repair.decide import ended_by_grant
from goodstanding.rules.repair.eligible import fixed_terms
from goodstanding.rules.repair.rule import earliest, rule_for
from goodstanding.rules.repair.state import GRANTED, Repair
from goodstanding.rules.states import Objection, Record
from goodstanding.rules.working_set import WorkingSet


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided elsewhere: granted or refused, by whom, on which day, under which number."""

    outcome: str
    authority: str
    decided_on: date
    document: str = ""
    reasons: str = ""


def told_before(record: Record, result: Result, work: WorkingSet) -> bool:
    """Whether the register has this result already."""
    return any(
        each.elsewhere
        and each.target == record.id
        and each.revoked_on is None
        and (each.outcome, each.decided_on) == (result.outcome, result.decided_on)
        and comparable(each.elsewhere.authority) == comparable(result.authority)
        for each in work.all(Repair)
    )


def refused(
    record: Record, result: Result, *, work: WorkingSet, law: Law, on: date
) -> list[Refusal]:
    """Everything that keeps the result from being taken for this record."""
    if record.withdrawn is not None:
        return [refusals.RepairOfWithdrawn(withdrawn_on=record.withdrawn.on)]
    if (lapse := record.repaired) is not None:
        return [refusals.RepairedAlready(repaired_on=lapse.first_day)]
    found: list[Refusal] = []
    if result.decided_on < record.decided_on:
        found.append(
            refusals.RepairedBeforeDecision(day=result.decided_on, decided_on=record.decided_on)
        )
    if result.outcome != GRANTED:
        return found
    running = [each for each in work.all(Objection) if each.accepted_on and each.is_open]
    if any(each.target == record.id for each in running):
        found.append(refusals.DisputeRunning())
    return [*found, *fixed_terms(record, work, law, on)]


def against(record: Record, result: Result, *, work: WorkingSet, law: Law) -> Sequence[Refusal]:
    """What our own rules say to it, for who takes it: it holds none the less.

    The rules of the day of the decision. Where they count from the last duty, nobody here knows its
    day, so the first day that could have been is taken.
    """
    found: list[Refusal] = []
    if result.outcome == GRANTED:
        found += _contrary(record, result, law)
    open_here = (r for r in work.all(Repair) if r.target == record.id and not r.outcome)
    return [*found, *(refusals.AskedForHereToo(repair=each.id) for each in open_here)]


def _contrary(record: Record, result: Result, law: Law) -> list[Refusal]:
    rule = rule_for(record, law.rulebook, result.decided_on)
    if rule is None:
        return [refusals.RepairedWithoutRule()]
    first = earliest(record, rule, performed_on=record.decided_on)
    return [refusals.RepairedEarly(earliest=first)] if result.decided_on < first else []


def receive(
    record: Record, result: Result, *, id: str, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The result, and where it is granted all that a repair ends, from today on.

    The day of the decision is kept; nobody here acted on it before it came. Raises `Refused`.
    """
    require_none(refused(record, result, work=work, law=law, on=on))
    rule = rule_for(record, law.rulebook, result.decided_on)
    contrary = _contrary(record, result, law) if result.outcome == GRANTED else []
    effect = acts.RepairReceived(
        target=record.id,
        department=record.department,
        rule=rule.id if rule else "",
        outcome=result.outcome,
        authority=result.authority,
        document=result.document,
        decided_on=result.decided_on,
        received_on=on,
        against=tuple(each.code for each in contrary),
    )
    first = Decided(
        stream=record.organisation,
        aggregate=id,
        effective_on=on,
        effect=effect,
        content={"reasons": result.reasons},
    )
    granted = result.outcome == GRANTED
    return [first, *(ended_by_grant(id, record, work, law, on) if granted else [])]
