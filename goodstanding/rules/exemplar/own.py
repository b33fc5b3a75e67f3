"""What the organisation itself decides about its advantage: who sees it, and that it is given up."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.exemplar import PublicityConsented, PublicityWithdrawn
from goodstanding.rules.designation.ending import end
from goodstanding.rules.designation.hear import step
from goodstanding.rules.designation.refusals import NotInForce
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.exemplar.refusals import (
    NoConsentToWithdraw,
    NotAnAdvantage,
    PublicityConsentedBefore,
)
from goodstanding.rules.law import Law
from goodstanding.rules.publicity import consent
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Stage
from goodstanding.rules.working_set import WorkingSet

GIVEN_UP = "given-up"


def consent_to_publicity(case: Designation, *, on: date) -> list[Decided]:
    """Strangers may see the advantage from now on. Raises `Refused`."""
    require_none(consent_refusals(case, on=on))
    return [step(case, PublicityConsented(consented_on=on), on=on)]


def consent_refusals(case: Designation, *, on: date) -> list[Refusal]:
    """What stands against a consent: a restriction, nothing in force, or consented before."""
    given = consent(case)
    before = [PublicityConsentedBefore(since=given.since)] if given else []
    return [*_kind(case), *_over(case, on), *before]


def withdraw_consent(case: Designation, *, on: date) -> list[Decided]:
    """Strangers see it no more, from this act on. Raises `Refused`."""
    require_none(withdrawal_refusals(case, on=on))
    return [step(case, PublicityWithdrawn(withdrawn_on=on), on=on)]


def withdrawal_refusals(case: Designation, *, on: date) -> list[Refusal]:
    """What stands against taking a consent back: there is none."""
    return [*_kind(case), *([] if consent(case) else [NoConsentToWithdraw()])]


def give_up(case: Designation, *, text: str, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """The advantage ends today by the organisation's own word; before a decision, the case does.

    ``text``: what it says about it, kept with the act. What departments apply is lifted as after
    any ending. Raises `Refused`.
    """
    require_none(giving_up_refusals(case, on=on))
    ended, *released = end([case], cause=GIVEN_UP, from_start=False, work=work, law=law, on=on)
    said = {"text": text.strip()} if text.strip() else {}
    return [replace(ended, content=said), *released]


def giving_up_refusals(case: Designation, *, on: date) -> Sequence[Refusal]:
    """What stands against giving up: a restriction, or nothing that could be given up.

    An organisation that was told what is intended may decline before it is decided.
    """
    if case.stage is Stage.NOTIFIED:
        return _kind(case)
    return [*_kind(case), *_over(case, on)]


def _kind(case: Designation) -> list[Refusal]:
    return [] if case.sense == ADVANTAGE else [NotAnAdvantage()]


def _over(case: Designation, on: date) -> list[Refusal]:
    lives = case.stage is Stage.LISTED and case.span is not None and case.span.base(on)
    return [] if lives else [NotInForce()]
