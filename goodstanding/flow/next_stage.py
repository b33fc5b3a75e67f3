"""A case goes on to its next stage: all bidders are asked about again before anything else happens."""

from collections.abc import Sequence

from django.db import transaction

from goodstanding.flow.bench import Call
from goodstanding.flow.procedure_cases import ask_about, hold
from goodstanding.flow.read_procedures import moved
from goodstanding.flow.watch import close_all
from goodstanding.procedures.models import CaseStep, ProcedureCase
from goodstanding.procedures.queries import Bid
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.procuring.refusals import AnswersMoved, BiddersLacking
from goodstanding.rules.procuring.results import AWARDED, going_on_refusals
from goodstanding.rules.procuring.stages import PAY, moving_refusals


def next_stage(call: Call, *, case: str, stage: str, seen: str | None = None) -> int:
    """Go on, and ask about every bidder, at payment about those awarded; how many were asked.

    Args:
        stage: the next one of the case.
        seen: the mark of what changed as it was shown; None where nobody looked before.
    """
    with transaction.atomic(using="default"):
        held = hold(call, case)
        require_none(against(held.case, held.bids, stage))
        if seen is not None:
            new = moved(held.case, held.bids, on=call.on)
            require_none([] if new.mark == seen else [AnswersMoved(count=len(new.changes))])
        found = held.case
        found.stage = stage
        found.save(update_fields=["stage"])
        CaseStep.objects.create(case=found, stage=stage, by=call.actor.id, at=call.at)
        told = ask_about(call, found, [each.bidder for each in held.asked_about])
        going_on = {each.organisation for each in told}
        # Of those it was not awarded to nothing more is needed, so nothing more is told.
        close_all(call, procedure=found.procedure, case_number=found.number, but=going_on)
        return len(told)


def ask_bidders_again(call: Call, *, case: str) -> int:
    """Ask again at the stage the case is at; how many were asked."""
    with transaction.atomic(using="default"):
        held = hold(call, case)
        require_none([] if held.asked_about else [BiddersLacking()])
        return len(ask_about(call, held.case, [each.bidder for each in held.asked_about]))


def against(case: ProcedureCase, bids: Sequence[Bid], stage: str) -> list[Refusal]:
    """What stands against a stage as the next one of a case."""
    found = moving_refusals(
        procedure=case.procedure,
        stages=case.stages,
        at=case.stage,
        to=stage,
        bidders=len(bids),
    )
    if found or stage != PAY:
        return found
    results = [each.result for each in bids if each.result]
    return going_on_refusals(
        bidders=len(bids), awarded=results.count(AWARDED), decided=len(results)
    )
