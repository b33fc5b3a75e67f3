"""The tables of the oversight page: one line a kind of duty, one line a department."""

from typing import Any

import msgspec

from goodstanding.oversight import kept, waiting
from goodstanding.web.accounting import Account
from goodstanding.web.visit import Visit
from goodstanding.web.wording import WORDS

#: The duties whose share stands in a department's line.
SHOWN = ("publication", "response", "feedback", "lift", "verification")


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """Both tables, and what waits now in all of the departments asked about."""

    kinds: tuple[dict[str, Any], ...]
    departments: tuple[dict[str, Any], ...]
    overdue: int
    lifts_open: int


def tables(visit: Visit, account: Account) -> Tables:
    """Three queries, however many departments there are."""
    found = kept.by_department(
        account.period, on=visit.today, calendar=visit.calendar, department=account.only
    )
    now = {"on": visit.today, "calendar": visit.calendar, "department": account.only}
    late = waiting.counted(waiting.overdue(**now))
    lifts = waiting.counted(waiting.open_lifts(**now))
    owners = sorted({owner for _, owner in found} | {*late, *lifts})
    return Tables(
        kinds=tuple(_kind(account, kind, found) for kind in kept.KINDS),
        departments=tuple(_department(visit, account, each, found, late, lifts) for each in owners),
        overdue=sum(late.values()),
        lifts_open=sum(lifts.values()),
    )


def _kind(account: Account, kind: str, found: dict[tuple[str, str], kept.Kept]) -> dict[str, Any]:
    total = kept.Kept()
    for (of_kind, _), each in found.items():
        total = total.plus(each) if of_kind == kind else total
    word = WORDS["duty"].get(kind, kind)
    return {"kind": kind, "word": word, "kept": total, "query": account.query(kind=kind)}


def _department(
    visit: Visit,
    account: Account,
    owner: str,
    found: dict[tuple[str, str], kept.Kept],
    late: dict[str, int],
    lifts: dict[str, int],
) -> dict[str, Any]:
    shares = [
        {
            "word": WORDS["duty"].get(kind, kind),
            "kept": found.get((kind, owner), kept.Kept()),
            "query": account.query(kind=kind, department=owner),
        }
        for kind in SHOWN
    ]
    return {
        "title": visit.titles.department(owner),
        "query": account.query(department=owner),
        "overdue": late.get(owner, 0),
        "lifts_open": lifts.get(owner, 0),
        "shares": shares,
    }
