"""Bidders are entered in a case and asked about at once: all of a list, or none."""

from collections.abc import Iterable

from django.db import transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.bench import Call
from goodstanding.flow.procedure_cases import ask_about, hold
from goodstanding.procedures.models import CaseBidder
from goodstanding.rules.bidders import bidders
from goodstanding.rules.errors import require_none
from goodstanding.rules.procuring.entering import entering_refusals


def enter_bidders(call: Call, *, case: str, rows: Iterable[tuple[int, str]]) -> int:
    """Enter the organisations of a list and ask about each; how many. Raises `Refused` with all.

    Args:
        rows: the number of each row and the code in it; later lists go on after the last row.
    """
    with transaction.atomic(using="default"):
        held = hold(call, case)
        listed = bidders(rows, classes=law_on(on=call.on).rulebook.classes_in)
        there = {each.bidder.organisation for each in held.bids}
        stages, stage = held.case.stages, held.case.stage
        require_none(entering_refusals(listed, there=there, stages=stages, stage=stage))
        after = max((each.bidder.row for each in held.bids), default=0)
        new = CaseBidder.objects.bulk_create(
            CaseBidder(
                case=held.case,
                row=after + n,
                organisation=each.code,
                by=call.actor.id,
                at=call.at,
            )
            for n, each in enumerate(listed, start=1)
        )
        ask_about(call, held.case, new)
        return len(new)
