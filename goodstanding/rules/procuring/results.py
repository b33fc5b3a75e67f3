"""Who got it and who did not: the department's own decision, told to nobody else."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from goodstanding.rules.errors import Refusal
from goodstanding.rules.procuring import refusals as no
from goodstanding.rules.procuring.stages import RESULTS_AT

AWARDED = "awarded"
RESULTS = (AWARDED, "not-awarded")


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one bidder; ``reason``: why a restriction did not keep it out."""

    organisation: str
    result: str
    reason: str = ""


def result_refusals(
    results: Sequence[Result],
    *,
    rows: Mapping[str, int],
    excluded: Collection[str],
    stages: Sequence[str],
    stage: str,
) -> list[Refusal]:
    """What stands against recording results.

    Args:
        rows: the row of each bidder, by code.
        excluded: codes of those whom a restriction in force keeps out now.
        stages: of the case.
        stage: where it is.
    """
    due = next((each for each in stages if each in RESULTS_AT), "-")
    found: list[Refusal] = [] if stage == due else [no.ResultOutOfTime(due=due, stage=stage)]
    for each in results:
        if each.organisation not in rows:
            found.append(no.BidderUnknown(organisation=each.organisation))
        elif each.result not in RESULTS:
            found.append(no.ResultUnknown(result=each.result, results=RESULTS))
        elif each.result == AWARDED and each.organisation in excluded and not each.reason.strip():
            row = rows[each.organisation]
            found.append(no.ExclusionUnanswered(row=row, organisation=each.organisation))
    return found


def going_on_refusals(*, bidders: int, awarded: int, decided: int) -> list[Refusal]:
    """What stands against payment: a bidder without a result, or nobody to pay."""
    if decided < bidders:
        return [no.ResultsLacking(count=bidders - decided)]
    return [] if awarded else [no.NobodyAwarded()]
