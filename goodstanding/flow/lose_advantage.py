"""An advantage ends early by decision: the organisation is told, heard, and another officer decides."""

from collections.abc import Sequence
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of
from goodstanding.rules.exemplar import losing
from goodstanding.rules.proceeding.followed import TAKEN_BACK, followed
from goodstanding.rules.proceeding.shielding import follow
from goodstanding.rules.rights import Action
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.states import Designation


def notify_ending(
    call: Call,
    *,
    case: str,
    records: Sequence[str],
    reasons: str,
    method: str,
    proof: str,
    served_on: date | None = None,
    witness: str = "",
    consent: str = "",
    through: str = "",
) -> None:
    """Tell the organisation that its advantage shall end, and on which records; today if no day is
    said. Nothing ends by it."""
    delivery = Delivery(
        served_on=served_on or call.on,
        method=method,
        proof=proof,
        witness=witness,
        consent=consent,
        through=through,
    )
    with bench_of(call, case) as held:
        found = _allowed(call, held, case, Action.NOTIFY_ENDING)
        acts = losing.notify(
            found,
            delivery,
            records=records,
            reasons=reasons,
            work=held.set(case, *records),
            law=held.law,
            on=call.on,
        )
        held.append(acts)


def answer_ending(call: Call, *, case: str, text: str = "", waived: bool = False) -> None:
    """The organisation states its case, or waives its statement in writing."""
    with bench_of(call, case) as held:
        found = _allowed(call, held, case, Action.ANSWER_ENDING)
        held.append(losing.answer(found, text=text, waived=waived, on=call.on))


def decide_ending(
    call: Call, *, case: str, outcome: str, document: str, reasons: str, answer: str = ""
) -> None:
    """The advantage ends today or stays, by another person than told the organisation."""
    decision = losing.EndingDecision(
        outcome=outcome, document=document, reasons=reasons, answer=answer
    )
    with bench_of(call, case) as held:
        found = _allowed(call, held, case, Action.DECIDE_ENDING)
        told = losing.intended(found)
        work = held.set(case, *(told.records if told else ()))
        acts = losing.decide_ending(found, decision, work=work, law=held.law, on=call.on)
        carried = followed([case], how=TAKEN_BACK, work=work, on=call.on)
        held.append([*acts, *(carried if outcome == losing.END else [])])
        held.append(follow(work=held.set(case), law=held.law, on=call.on))


def _allowed(call: Call, held: Bench, case: str, action: Action) -> Designation:
    found = held.one(Designation, case)
    told = losing.intended(found)
    policy.require(
        call.actor,
        action,
        department=found.department,
        organisation=found.organisation,
        first=told.notified_by if told else "",
        matter=case,
    )
    return found
