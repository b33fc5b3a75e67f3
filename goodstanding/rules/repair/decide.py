"""How an application for repair ends: granted, refused, or not accepted; and its extension."""

from datetime import date

import msgspec

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.designation.ending import end, once_ended
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.evolving.record import lapsed_from
from goodstanding.rules.law import Law
from goodstanding.rules.objection.disputed import settle
from goodstanding.rules.repair import refusals
from goodstanding.rules.repair.eligible import ending_with, fixed_terms, has_effect
from goodstanding.rules.repair.file import act, stage_refusals
from goodstanding.rules.repair.rule import Target
from goodstanding.rules.repair.state import GRANTED, NOT_ACCEPTED, REFUSED, Repair
from goodstanding.rules.states import Objection, Record
from goodstanding.rules.working_set import WorkingSet

OUTCOMES = (GRANTED, REFUSED, NOT_ACCEPTED)
GROUNDS = (
    *("term-not-reached", "duty-not-performed", "excluded-by-law", "false-papers"),
    *("fixed-term-runs", "other-authority", "papers-incomplete"),
)
_OPEN_FOR = {NOT_ACCEPTED: ("filed", "papers-asked")}


class RepairOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided; ``ground`` says on which ground it is not granted."""

    outcome: str
    ground: str = ""
    reasons: str = ""


def decide(
    repair: Repair,
    target: Target,
    outcome: RepairOutcome,
    *,
    work: WorkingSet,
    law: Law,
    on: date,
) -> list[Decided]:
    """A repair that is granted ends publication, sharing and measures in one transaction."""
    granted = outcome.outcome == GRANTED
    against = _against(target, work, law, on) if granted else []
    require_none([*_refusals(repair, outcome), *against])
    effect = acts.RepairDecided(
        outcome=outcome.outcome, ground="" if granted else outcome.ground, decided_on=on
    )
    first = act(repair, effect, on, {"reasons": outcome.reasons})
    return [first, *(ended_by_grant(repair.id, target, work, law, on) if granted else [])]


def ended_by_grant(
    repair: str, target: Target, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """What a repair ends with its target: publication, sharing, the designations, their measures.

    ``repair``: its id, which everything it ended will name.
    """
    cases = ending_with(target, work)
    ended = end(cases, cause="repaired", from_start=False, work=work, law=law, on=on)
    if not isinstance(target, Record):
        return ended
    repaired = Decided(
        stream=target.organisation,
        aggregate=target.id,
        effective_on=on,
        effect=acts.RecordRepaired(repair=repair),
    )
    left = [each.id for each in work.designations_on(target.id) if each not in cases]
    work = once_ended(cases, work=work, on=on)
    after = WorkingSet({**work.states, target.id: lapsed_from(target, repair=repair, from_day=on)})
    return [repaired, *ended, *settle(left, work=after, law=law, on=on)]


def _against(target: Target, work: WorkingSet, law: Law, on: date) -> list[Refusal]:
    """What has changed since it was asked for: gone, disputed, or a fixed term now rests on it."""
    if not has_effect(target, on):
        return [refusals.NothingToRepair()]
    running = [each for each in work.all(Objection) if each.accepted_on and each.is_open]
    disputed = any(each.target == target.id for each in running)
    found: list[Refusal] = [refusals.DisputeRunning()] if disputed else []
    return [*found, *fixed_terms(target, work, law, on)]


def _refusals(repair: Repair, outcome: RepairOutcome) -> list[Refusal]:
    found = stage_refusals(repair, *_OPEN_FOR.get(outcome.outcome, ("accepted",)))
    if outcome.outcome not in OUTCOMES:
        found.append(refusals.RepairOutcomeUnknown(outcome=outcome.outcome, outcomes=OUTCOMES))
    elif outcome.outcome != GRANTED and outcome.ground not in GROUNDS:
        found.append(refusals.RefusalGroundUnknown(ground=outcome.ground, grounds=GROUNDS))
    if outcome.outcome != GRANTED and not outcome.reasons.strip():
        found.append(refusals.RepairReasonsMissing())
    return found


def extend(repair: Repair, *, reasons: str, law: Law, on: date) -> list[Decided]:
    """The time to decide is extended once, by the rule's longest extension, with reasons."""
    rule, due = law.rulebook.repair(repair.rule), repair.decision
    found = extension_refusals(repair, rule)
    if not reasons.strip():
        found.append(refusals.RepairReasonsMissing())
    require_none(found)
    assert due is not None
    assert rule.extension is not None
    start = due.due or due.not_before or due.start
    longer = law.deadline(rule.extension, start=start)
    return [act(repair, acts.RepairExtended(decision=longer), on, {"reasons": reasons})]


def extension_refusals(repair: Repair, rule: RepairRule) -> list[Refusal]:
    """What stands against an extension: not taken up, extended before, or none in the rule."""
    found, due = stage_refusals(repair, "accepted"), repair.decision
    if repair.extended_on is not None:
        found.append(refusals.ExtendedOnce(extended_on=repair.extended_on))
    if rule.extension is None and due is not None:
        found.append(refusals.ExtensionUnknown(rule=rule.id, due=due.due or due.not_before))
    return found
