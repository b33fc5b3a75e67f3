"""Monthly returns: who owes one, what is in it, and confirming it."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.designations.queries import touched
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.oversight.period import Period, before, month_of, months_to, named
from goodstanding.register import reading
from goodstanding.register.writing import writing
from goodstanding.rules.acts.envelope import SYSTEM
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.law import Law
from goodstanding.rules.periods import local_day
from goodstanding.rules.policy import allowed
from goodstanding.rules.returns import owed as rules
from goodstanding.rules.returns.file import file
from goodstanding.rules.returns.lines import Difference, Line, differences, digest, lines
from goodstanding.rules.returns.refusals import MonthNotOver, NoReturnOwed
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Filing, Return, State

#: Returns are chased for a year; older months can be read and confirmed all the same.
CHASED = 12
#: The digest of a list without lines: a nil return.
NOTHING = digest(())


class Reconciled(msgspec.Struct, frozen=True, kw_only=True):
    """A month's list as the register stands, and where it differs from the one confirmed."""

    listed: tuple[Line, ...]
    differences: tuple[Difference, ...]


def file_return(
    call: Call, *, month: str, department: str | None = None, seen: str | None = None
) -> str:
    """Confirm a department's list of a month, empty or not; returns the id of the return.

    Args:
        month: as 2018-03.
        department: whose list; the caller's own if left out.
        seen: the digest of the list that was shown, if another one is to hinder this step.

    Raises:
        Refused: `MonthNotOver`, `NoReturnOwed`, `ListMovedOn`, `ReturnUpToDate`.
    """
    owner = department or call.actor.department
    policy.require(call.actor, Action.FILE_RETURN, department=owner)
    found = _month(month, owner)
    law = _law_for(found, owner, on=call.on)
    id = rules.return_id(department=owner, month=found.first)
    with writing(SYSTEM, author=call.author, at=call.at, law=law.versions) as work:
        state = work.state(id)
        up_to = reading.head().position
        acts = file(
            listed(owner, found, position=up_to),
            department=owner,
            month=found.first,
            before=state if isinstance(state, Return) else None,
            seen=seen,
            up_to=up_to,
            on=call.on,
        )
        work.append(acts)
    return id


def read_owed(call: Call, *, department: str | None) -> list[rules.Owed]:
    """The returns a department owes for the last year; of all only for who oversees all."""
    wanted = department
    if wanted is None and not allowed(call.actor, Action.READ_TASKS):
        wanted = call.actor.department
    policy.require(call.actor, Action.READ_TASKS, department=wanted)
    return owed(on=call.on, department=wanted)


def read_return(call: Call, *, department: str | None, month: str) -> rules.Owed:
    """The return of a department, the caller's own if none is named; refuses as `owed_for`."""
    owner = department or call.actor.department
    policy.require(call.actor, Action.READ_TASKS, department=owner or None)
    return owed_for(department=owner, month=month, on=call.on)


def listed(department: str, month: Period, *, position: int | None = None) -> tuple[Line, ...]:
    """The list of a month as the register stands, or as it stood at a position."""
    ids = touched(department=department, first=month.first, last=month.last)
    found = reading.stored(ids) if position is None else reading.states_then(ids, position=position)
    return lines(_designations(found.values()), first=month.first, last=month.last)


def reconciled(owed: rules.Owed) -> Reconciled:
    """The list of a return now, and every line that is not as it was confirmed."""
    month = month_of(owed.month)
    now = listed(owed.department, month)
    if owed.last is None:
        return Reconciled(listed=now, differences=())
    filed = listed(owed.department, month, position=owed.last.up_to)
    return Reconciled(listed=now, differences=differences(filed, now))


def owed_for(*, department: str, month: str, on: date) -> rules.Owed:
    """The return of a department for a month, filed or not; refuses `NoReturnOwed`,
    `MonthNotOver`."""
    found = _month(month, department)
    law = _law_for(found, department, on=on)
    return _with_filings([(department, found, law)])[0]


def owed(
    *, on: date, department: str | None = None, months: Iterable[Period] | None = None
) -> list[rules.Owed]:
    """The returns owed for the months that are over, latest month first, filed or not.

    Args:
        on: the day; a month is owed from the first day after it.
        department: of one, or of all.
        months: only these; those of the last year if left out.
    """
    since = _since()
    if since is None:
        return []
    wanted = months_to(before(month_of(on)), CHASED) if months is None else months
    found = []
    for month in sorted(wanted, key=lambda each: each.first, reverse=True):
        law = _law(month) if since <= month.last < on else None
        if law is not None:
            owners = rules.initiating(law.rulebook, on=month.last)
            found += [(each, month, law) for each in owners if department in (None, each)]
    return _with_filings(found)


def _with_filings(found: list[tuple[str, Period, Law]]) -> list[rules.Owed]:
    """One query, however many there are."""
    ids = [rules.return_id(department=owner, month=month.first) for owner, month, _ in found]
    states = reading.stored(ids)
    return [
        rules.owed(owner, month.first, law, _filings(states.get(id)))
        for id, (owner, month, law) in zip(ids, found, strict=True)
    ]


def _filings(state: State | None) -> tuple[Filing, ...]:
    return state.filings if isinstance(state, Return) else ()


def _designations(states: Iterable[State]) -> list[Designation]:
    return [each for each in states if isinstance(each, Designation)]


def _since() -> date | None:
    moment = reading.in_use_since()
    return None if moment is None else local_day(moment)


def _law(month: Period) -> Law | None:
    """The law of a month's last day, if it asks for returns."""
    try:
        found = law_on(on=month.last)
    except Refused:
        return None
    return found if rules.RULE in found.rulebook.parameters else None


def _month(text: str, department: str) -> Period:
    found = named(text)
    if found is None or found != month_of(found.first):
        refuse(NoReturnOwed(department=department, month=text))
    return found


def _law_for(month: Period, department: str, *, on: date) -> Law:
    if month.last >= on:
        refuse(MonthNotOver(month=month.name))
    since, law = _since(), _law(month)
    owes = law is not None and department in rules.initiating(law.rulebook, on=month.last)
    if law is None or not owes or since is None or since > month.last:
        refuse(NoReturnOwed(department=department, month=month.name))
    return law
