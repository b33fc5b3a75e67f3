"""What is taken back, ended or corrected carries out the outcome that asked for it."""

from collections.abc import Collection
from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.proceeding import ProceedingCarriedOut
from goodstanding.rules.proceeding.open import act
from goodstanding.rules.proceeding.state import VARIED, Proceeding
from goodstanding.rules.working_set import WorkingSet

TAKEN_BACK, PUT_RIGHT, ANEW, OVERTURNED = "taken-back", "corrected", "decided-anew", "overturned"
#: How an outcome can be carried out.
WAYS = (TAKEN_BACK, PUT_RIGHT, ANEW, OVERTURNED)


def followed(targets: Collection[str], *, how: str, work: WorkingSet, on: date) -> list[Decided]:
    """The duty of every outcome that asked for it is done; a correction is all that *varied* asks.

    ``targets``: the records and designations that were just taken back, ended or corrected.
    """
    waiting = [each for each in work.all(Proceeding) if each.waits and each.target in targets]
    due = [each for each in waiting if how == TAKEN_BACK or each.outcome == VARIED]
    return [act(each, ProceedingCarriedOut(how=how, done_on=on), on) for each in due]
