"""The stages of a case: from one to the next, none left out, never back."""

from collections.abc import Mapping, Sequence

from goodstanding.rules.errors import Refusal
from goodstanding.rules.procuring import refusals as no

CLOSED = "closed"
PAY = "pay"
#: Where it is said who got it: one of the two.
RESULTS_AT = ("award", "decide")
#: The stage of the watch of a bidder; a decision is to a licence what an award is to a tender.
WATCHED_AT: Mapping[str, str] = {
    "accept": "accept",
    "award": "award",
    "decide": "award",
    "pay": "pay",
}


def following(stages: Sequence[str], at: str) -> str:
    """The stage after another, empty after the last."""
    ahead = stages[stages.index(at) + 1 :]
    return ahead[0] if ahead else ""


def moving_refusals(
    *, procedure: str, stages: Sequence[str], at: str, to: str, bidders: int
) -> list[Refusal]:
    """What stands against the next stage of a case.

    Args:
        stages: of the case, in order.
        at: where it is.
        to: where it is to go.
        bidders: how many there are.
    """
    found: list[Refusal] = [] if bidders else [no.BiddersLacking()]
    if to not in stages:
        return [*found, no.ProcedureStageUnknown(procedure=procedure, stage=to, stages=stages)]
    if stages.index(to) <= stages.index(at):
        return [*found, no.CaseStagePassed(stage=at)]
    next = following(stages, at)
    return found if to == next else [*found, no.StageLeftOut(stage=at, next=next)]
