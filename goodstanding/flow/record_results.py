"""The department's own decision in a case: awarded to these, not to those."""

from collections.abc import Sequence

from django.db import transaction

from goodstanding.flow.bench import Call
from goodstanding.flow.procedure_cases import excluded, hold
from goodstanding.procedures.models import CaseResult
from goodstanding.rules.errors import require_none
from goodstanding.rules.free_text import numbers_in
from goodstanding.rules.procuring.results import Result, result_refusals


def record_results(call: Call, *, case: str, results: Sequence[Result]) -> None:
    """Keep what became of bidders, at the stage of award or decision; the last word counts.

    Raises `Refused` with every obstacle; then nothing is kept.
    """
    require_none(numbers_in({f"results[{n}]": each.reason for n, each in enumerate(results)}))
    with transaction.atomic(using="default"):
        held = hold(call, case)
        bidders = {each.bidder.organisation: each.bidder for each in held.bids}
        found = result_refusals(
            results,
            rows={code: each.row for code, each in bidders.items()},
            excluded=excluded(held),
            stages=held.case.stages,
            stage=held.case.stage,
        )
        require_none(found)
        CaseResult.objects.bulk_create(
            CaseResult(
                bidder=bidders[each.organisation],
                result=each.result,
                reason=each.reason.strip(),
                by=call.actor.id,
                at=call.at,
            )
            for each in results
        )
