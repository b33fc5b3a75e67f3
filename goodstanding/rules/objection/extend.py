"""The time to verify an objection is extended: once, in time, by a named approver, with reasons."""

from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.objection import ObjectionExtended
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.objection.file import stage_of
from goodstanding.rules.objection.refusals import (
    ObjectionReasonsMissing,
    ObjectionStageWrong,
    VerificationExtendedOnce,
    VerificationNotExtendable,
    VerificationOver,
)
from goodstanding.rules.states import Objection

#: The parameter of the longest extension.
EXTENSION = "verification-extension"


def extend(objection: Objection, *, reasons: str, law: Law, on: date) -> list[Decided]:
    """The pack's extension is counted from the day the verification was due; nothing else changes.

    Raises:
        Refused: with everything that stands against it.

    Source: the approval of the provider's principal, art. 51 of the Shenzhen regulation.
    """
    unsaid = [] if reasons.strip() else [ObjectionReasonsMissing()]
    require_none([*extension_refusals(objection, law, on), *unsaid])
    assert objection.verification is not None
    due = law.settled(objection.verification)
    start = due.due or due.not_before or due.start
    longer = ObjectionExtended(extended_on=on, verification=law.deadline(EXTENSION, start=start))
    return [
        Decided(
            stream=objection.organisation,
            aggregate=objection.id,
            effective_on=on,
            effect=longer,
            content={"reasons": reasons},
        )
    ]


def extension_refusals(objection: Objection, law: Law, on: date) -> list[Refusal]:
    """What stands against an extension: not being verified, extended before, too late, no rule."""
    if objection.verification is None or not objection.is_open:
        return [ObjectionStageWrong(stage=stage_of(objection))]
    found: list[Refusal] = []
    if objection.extended_on:
        found.append(VerificationExtendedOnce(extended_on=objection.extended_on))
    due = law.settled(objection.verification).due
    if due is not None and on > due:
        found.append(VerificationOver(due=due))
    if EXTENSION not in law.rulebook.parameters:
        found.append(VerificationNotExtendable())
    return found
