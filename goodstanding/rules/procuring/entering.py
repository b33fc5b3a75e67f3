"""Bidders entered in a case: all the rows of a list, or every reason why not."""

from collections.abc import Collection, Sequence

from goodstanding.rules.bidders import Bidder
from goodstanding.rules.errors import Refusal
from goodstanding.rules.procuring import refusals as no

#: Asked about in one transaction, so that a stage is reached with every answer or not at all.
MOST = 500


def entering_refusals(
    listed: Sequence[Bidder], *, there: Collection[str], stages: Sequence[str], stage: str
) -> list[Refusal]:
    """What stands against a list, every row of it.

    Args:
        listed: the rows as `rules.bidders` judged them.
        there: codes that are in the case already.
        stages: of the case.
        stage: where it is.
    """
    found: list[Refusal] = [] if listed else [no.BiddersLacking()]
    if stage != stages[0]:
        found.append(no.BiddersClosed(first=stages[0], stage=stage))
    for each in listed:
        found += each.problems
        if not each.problems and (each.same_as or each.code in there):
            found.append(no.BidderTwice(row=each.row, organisation=each.code))
    if len(there) + len(listed) > MOST:
        found.append(no.BiddersTooMany(limit=MOST, count=len(there) + len(listed)))
    return found
