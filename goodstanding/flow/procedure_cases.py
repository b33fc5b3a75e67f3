"""A procedure case held for a step: its department's alone, its bidders asked about together."""

from collections.abc import Iterable, Sequence

import msgspec
from django.db import transaction

from goodstanding.catalogue.queries import law_of
from goodstanding.enquiries.models import Receipt
from goodstanding.enquiries.queries import receipts
from goodstanding.flow import policy
from goodstanding.flow.answers import Question
from goodstanding.flow.bench import Call
from goodstanding.flow.changed_since import effects_of
from goodstanding.flow.enquire import ask
from goodstanding.flow.watch import watch_all
from goodstanding.procedures import queries
from goodstanding.procedures.models import CaseAnswer, CaseBidder, ProcedureCase
from goodstanding.procedures.queries import Bid
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.policy import recused_from
from goodstanding.rules.procuring.bearing import Bearing, bearings
from goodstanding.rules.procuring.refusals import ProcedureCaseClosed, ProcedureCaseUnknown
from goodstanding.rules.procuring.results import AWARDED
from goodstanding.rules.procuring.rule import promised
from goodstanding.rules.procuring.stages import PAY, WATCHED_AT
from goodstanding.rules.rights import Action


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """An open case, locked, with its bidders."""

    case: ProcedureCase
    bids: Sequence[Bid]

    @property
    def asked_about(self) -> list[Bid]:
        """Those a check is asked about now."""
        return asked_about(self.case, self.bids)


def asked_about(case: ProcedureCase, bids: Sequence[Bid]) -> list[Bid]:
    """Those a case still concerns: all of them, at payment only whom it was awarded to."""
    return [each for each in bids if case.stage != PAY or each.result == AWARDED]


def hold(call: Call, case: str, action: Action = Action.KEEP_PROCEDURE_CASE) -> Held:
    """Hold an open case of the caller's department until the transaction ends."""
    found = queries.case(id=case, lock=True)
    policy.require(call.actor, action, department=call.actor.department or None)
    if found is None or found.department != call.actor.department:
        refuse(ProcedureCaseUnknown(case=case))
    if found.closed_on:
        refuse(ProcedureCaseClosed(closed_on=found.closed_on))
    bids = queries.bids(case=case)
    codes = [each.bidder.organisation for each in bids]
    require_none(recused_from(call.actor, action, case, *codes))
    return Held(case=found, bids=bids)


def ask_about(call: Call, case: ProcedureCase, bidders: Iterable[CaseBidder]) -> list[Receipt]:
    """Ask about bidders at the stage of their case: each has its receipt, and is watched from then.

    In order of code, as writers lock; all in the transaction of the step, so one refused refuses all.
    """
    told = {}
    with transaction.atomic(using="default"):
        for each in sorted(bidders, key=lambda one: one.organisation):
            question = Question(
                code=each.organisation, procedure=case.procedure, case_number=case.number
            )
            told[ask(call, question).receipt] = each
        CaseAnswer.objects.bulk_create(
            CaseAnswer(bidder=each, stage=case.stage, receipt=receipt)
            for receipt, each in told.items()
        )
        kept = list(receipts(ids=told).values())
        watch_all(call, kept, stage=WATCHED_AT[case.stage])
    return kept


def bearings_of(case: ProcedureCase, receipt: Receipt, *, stage: str) -> list[Bearing]:
    """What the effects of an answer do in a case, by the rulebook the answer was given under."""
    book = law_of(rulebook=receipt.rulebook, calendar=receipt.calendar).rulebook
    return bearings(
        effects_of(receipt),
        said=book.at_procedure(case.procedure, receipt.on_day),
        stage=stage,
        points=promised(case.points),
    )


def excluded(held: Held) -> set[str]:
    """The codes of the bidders whom a restriction in force keeps out, as told last."""
    case = held.case
    return {
        each.bidder.organisation
        for each in held.bids
        if each.last is not None
        and any(one.excludes for one in bearings_of(case, each.last, stage=case.stage))
    }
