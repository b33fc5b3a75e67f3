"""Who works on which matters today: one question for a whole page of them."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.departments.models import Account, StandIn, Work


class Working(msgspec.Struct, frozen=True, kw_only=True):
    """Who works on a matter (an account's id and name), and who stands in today, if anyone."""

    account: str
    name: str
    deputy: str = ""
    deputy_name: str = ""

    def is_for(self, account: str) -> bool:
        """Whether today the matter waits for this account."""
        return account == (self.deputy or self.account)


def working_on(matters: Iterable[str], *, on: date) -> dict[str, Working]:
    """Who works on each of these matters on ``on``; two queries however many there are."""
    found = Work.objects.filter(matter__in=list(matters), ended_at__isnull=True)
    rows = list(found.select_related("account"))
    deputies = _deputies({row.account_id for row in rows}, on)
    return {row.matter: _working(row, deputies) for row in rows}


def _working(row: Work, deputies: dict[tuple[str, str], Account]) -> Working:
    deputy = deputies.get((row.account_id, row.matter)) or deputies.get((row.account_id, ""))
    return Working(
        account=row.account_id,
        name=_name(row.account),
        deputy=deputy.id if deputy else "",
        deputy_name=_name(deputy) if deputy else "",
    )


def _deputies(accounts: set[str], on: date) -> dict[tuple[str, str], Account]:
    found = StandIn.objects.filter(account__in=accounts, first__lte=on, last__gte=on)
    return {(each.account_id, each.matter): each.deputy for each in found.select_related("deputy")}


def _name(account: Account) -> str:
    return account.display_name or account.login
