"""Monthly returns among the duties: no clock stands for them, they are owed by themselves."""

from collections.abc import Sequence

from django.db.models import QuerySet

from goodstanding.clocks.models import Clock
from goodstanding.clocks.queries import Duty
from goodstanding.flow import returns
from goodstanding.oversight import kept
from goodstanding.oversight.period import before, month_of, months_between
from goodstanding.rules.returns.owed import RULE, Kept, Owed, return_id
from goodstanding.web.accounting import Account
from goodstanding.web.visit import Visit

KIND = "return"
_STATES = {
    Kept.ON_TIME: kept.State.ON_TIME,
    Kept.LATE_FILED: kept.State.LATE,
    Kept.LATE: kept.State.LATE,
    Kept.SOON: kept.State.WAITING,
    Kept.WAITING: kept.State.WAITING,
}


class Listed:
    """Clocks, and behind them duties that have none, as one list that is read in pieces."""

    def __init__(self, clocks: QuerySet[Clock], others: Sequence[Duty]) -> None:
        self._clocks, self._others = clocks, others
        self._count = clocks.count()

    def __len__(self) -> int:
        return self._count + len(self._others)

    def __getitem__(self, asked: slice) -> list[Clock | Duty]:
        first, last, _ = asked.indices(len(self))
        behind = slice(max(first - self._count, 0), max(last - self._count, 0))
        return [*self._clocks[first : min(last, self._count)], *self._others[behind]]


def due_in(visit: Visit, account: Account, state: str) -> list[Duty]:
    """The returns whose last day lies in the period, oldest first; in one state or in any."""
    months = {before(each) for each in months_between(account.period)}
    # The last day may roll into the month after: then the month before the first is owed here too.
    months |= {before(each) for each in months}
    owed = returns.owed(on=visit.today, department=account.only, months=months)
    found = [
        each
        for each in owed
        if each.due.due
        and account.period.first <= each.due.due <= account.period.last
        and state in ("", _STATES[each.kept(visit.today)].value)
    ]
    return [_duty(each) for each in sorted(found, key=lambda each: (each.month, each.department))]


def _duty(owed: Owed) -> Duty:
    """Counted from the last day of its month; about no organisation."""
    id = return_id(department=owed.department, month=owed.month)
    return Duty(
        kind=KIND,
        subject=id,
        aggregate=id,
        organisation="",
        department=owed.department,
        start_on=month_of(owed.month).last,
        working_days=0,
        due_on=owed.due.due,
        not_before=owed.due.not_before,
        provisional=owed.due.provisional,
        rule=RULE,
        met_on=owed.filed_on,
    )
