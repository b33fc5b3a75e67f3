"""The registering department puts a wrong fact of the base registration right."""

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call
from goodstanding.rules.errors import require_none
from goodstanding.rules.refuting.judge import registrar_refusals
from goodstanding.rules.refuting.refute import Refutation, refute, streams_of
from goodstanding.rules.rights import Action


def take_refutation(
    call: Call, held: Bench, row: Refutation, *, reasons: str, sent_by: str
) -> None:
    """Strike a fact out, or put the right one in its place; all it joins are held already.

    By a reviewer of the department that keeps the registration, other than who sent the row. Raises
    `Refused`.
    """
    code, department = held.stream, call.actor.department
    policy.require(
        call.actor,
        Action.CORRECT_REGISTRATION,
        department=department,
        organisation=code,
        first=sent_by,
    )
    require_none(registrar_refusals(code, department, held.law))
    found = held.organisations(streams_of(code, row))
    held.append(refute(code, row, found, reasons=reasons, on=call.on))
