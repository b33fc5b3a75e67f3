"""Confirm the list of a month: the act, or everything that stands against it."""

from collections.abc import Sequence
from datetime import date

from goodstanding.rules.acts.envelope import SYSTEM, Decided
from goodstanding.rules.acts.system import ReturnFiled
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.returns.lines import Line, digest
from goodstanding.rules.returns.owed import return_id
from goodstanding.rules.returns.refusals import ListMovedOn, ReturnUpToDate
from goodstanding.rules.states import Return


def file(
    listed: Sequence[Line],
    *,
    department: str,
    month: date,
    before: Return | None,
    seen: str | None,
    up_to: int,
    on: date,
) -> list[Decided]:
    """The department says that this is its list; an empty one is a return too.

    Args:
        listed: the list as the register stood at ``up_to``.
        department: whose list it is.
        month: its first day.
        before: the return as it stands; a second confirmation supersedes the first.
        seen: the digest of the list that was shown, where somebody looked at one.
        up_to: a position of the register.
        on: the day of the confirmation.

    Raises:
        Refused: `ListMovedOn`, `ReturnUpToDate`.
    """
    now = digest(listed)
    found: list[Refusal] = []
    if seen is not None and seen != now:
        found.append(ListMovedOn())
    if before is not None and before.filings[-1].digest == now:
        found.append(ReturnUpToDate(month=f"{month:%Y-%m}"))
    require_none(found)
    effect = ReturnFiled(
        department=department, month=month, count=len(listed), digest=now, up_to=up_to
    )
    aggregate = return_id(department=department, month=month)
    return [Decided(stream=SYSTEM, aggregate=aggregate, effective_on=on, effect=effect)]
