"""A case is decided: listed with measures and last day, or dropped; or revoked later."""

from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench_of
from goodstanding.rules.designation.decide import Decision, decide
from goodstanding.rules.designation.ending import end
from goodstanding.rules.designation.refusals import NotInForce, ReasonsMissing
from goodstanding.rules.errors import refuse
from goodstanding.rules.exemplar.refusals import AdvantageNeedsNotice
from goodstanding.rules.proceeding.followed import TAKEN_BACK, followed
from goodstanding.rules.proceeding.shielding import follow
from goodstanding.rules.rights import Action
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Stage


def decide_designation(
    call: Call,
    *,
    case: str,
    outcome: str,
    document: str,
    reasons: str,
    answer: str = "",
    way_back: str = "",
    second_reason: str = "",
    months: int | None = None,
    measures: tuple[str, ...] | None = None,
) -> None:
    """Decide a case, by another person than the proposer; listing tasks the departments at once.

    Args:
        second_reason: why a fact that restricts the organisation already is to restrict once more.
    """
    decision = Decision(
        outcome=outcome,
        document=document,
        reasons=reasons,
        answer=answer,
        way_back=way_back,
        second_reason=second_reason,
        months=months,
        measures=measures,
    )
    with bench_of(call, case) as held:
        work = held.set(case)
        found = work.one(Designation, case)
        policy.require(
            call.actor,
            Action.DECIDE,
            department=found.department,
            organisation=found.organisation,
            first=found.proposer,
            matter=case,
        )
        held.append(decide(found, decision, work=work, law=held.law, on=call.on))
        held.append(follow(work=held.set(case), law=held.law, on=call.on))


def revoke_designation(call: Call, *, case: str, reasons: str, from_start: bool) -> None:
    """End a designation by decision: from the start if it was wrong, else from today.

    An advantage ends after notice only (`flow.lose_advantage`).
    """
    with bench_of(call, case) as held:
        work = held.set(case)
        found = work.one(Designation, case)
        first = found.proposer or found.decider
        policy.require(
            call.actor,
            Action.REVOKE_DESIGNATION,
            department=found.department,
            organisation=found.organisation,
            first=first,
            matter=case,
        )
        if not reasons.strip():
            refuse(ReasonsMissing())
        if found.stage is not Stage.LISTED:
            refuse(NotInForce())
        if found.sense == ADVANTAGE:
            refuse(AdvantageNeedsNotice())
        acts = end(
            [found], cause="revoked", from_start=from_start, work=work, law=held.law, on=call.on
        )
        carried = followed([found.id], how=TAKEN_BACK, work=work, on=call.on)
        held.append([*acts, *carried])
