"""What stands beside the register is kept no longer: dropped by its department, or taken back."""

from collections.abc import Iterable
from datetime import date

from goodstanding.rules.acts.aside import ListEntryWithdrawn, OutcomeDropped
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.aside.sight import lives
from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry
from goodstanding.rules.errors import Conflict, Refusal, require_none
from goodstanding.rules.free_text import numbers_in


class AsideOver(Conflict):
    """This is kept no longer, so nothing is left to do about it."""


class AsideReasonMissing(Refusal):
    """Say in one sentence why it is kept no longer; auditors read it."""


class NoDecisionToRestOn(Refusal):
    """No authority decided on {id}, so nothing can rest on it. An inspection or a contract becomes a
    record once its decision is added: document, day and basis. An offered list never does."""


def drop(outcome: KeptOutcome, *, reason: str, on: date) -> Decided:
    """An outcome its department keeps no longer. Raises `Refused`."""
    over = [] if lives(outcome, on=on) else [AsideOver()]
    require_none([*over, *taking_back_refusals(reason)])
    return _act(outcome, OutcomeDropped(), reason, on)


def take_back(entries: Iterable[OfferedEntry], *, reason: str, on: date) -> list[Decided]:
    """The living entries of a list that who offered it takes back. Raises `Refused`."""
    require_none(taking_back_refusals(reason))
    living = (each for each in entries if lives(each, on=on))
    return [_act(each, ListEntryWithdrawn(), reason, on) for each in living]


def taking_back_refusals(reason: str) -> list[Refusal]:
    """What stands against the reason of an ending: that there is none, or that it names a person."""
    missing = [] if reason.strip() else [AsideReasonMissing()]
    return [*missing, *numbers_in({"reason": reason})]


def _act(
    found: KeptOutcome | OfferedEntry,
    effect: OutcomeDropped | ListEntryWithdrawn,
    reason: str,
    on: date,
) -> Decided:
    return Decided(
        stream=found.organisation,
        aggregate=found.id,
        effective_on=on,
        effect=effect,
        content={"reason": reason.strip()},
    )
