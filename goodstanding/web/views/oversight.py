"""Oversight: who is late with what, how the clocks were kept; departments, never organisations."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.clocks.queries import todo
from goodstanding.disclosure import queries as disclosure
from goodstanding.flow import policy
from goodstanding.measures import queries as measures
from goodstanding.oversight import kept, undone
from goodstanding.rules.rights import Action
from goodstanding.rules.spread import share
from goodstanding.web import figures
from goodstanding.web.accounting import Account, account_of
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visit, Visited
from goodstanding.web.wording import WORDS

#: The rest of what is overdue is a click away.
MOST = 20


def oversight(request: Visited) -> HttpResponse:
    """For the credit office and auditors: what to chase now, and how a month was kept."""
    visit = request.visit
    policy.require(visit.actor, Action.SEE_OVERSIGHT)
    account = account_of(request)
    told, acknowledged = disclosure.recall_counts()
    page = {
        "account": account,
        **_overdue(visit, account),
        **figures.month(visit, account),
        "table": _table(visit, account),
        "objections": _objections(account),
        "wrongful": undone.wrongful(account.period, department=account.department or None),
        "recalls": {"told": told, "done": acknowledged, "share": share(acknowledged, told)},
    }
    return render(request, "web/oversight.html", page)


def _overdue(visit: Visit, account: Account) -> dict[str, Any]:
    department = account.department or None
    late = todo(
        on=visit.today, calendar=visit.calendar, department=department, kinds=kept.KINDS
    ).overdue
    shown = measures.measures(ids=(each.aggregate for each in late[:MOST]))
    return {"overdue": len(late), "late": duty_rows(visit, late[:MOST], shown)}


def _table(visit: Visit, account: Account) -> list[dict[str, Any]]:
    """One line a kind of duty: how many fell due, how many were kept, with links to the rows."""
    found = kept.by_department(
        account.period, on=visit.today, department=account.department or None
    )
    lines = []
    for kind in kept.KINDS:
        of_kind = [each for (k, _), each in found.items() if k == kind]
        total = kept.Kept()
        for each in of_kind:
            total = total.plus(each)
        lines.append(
            {
                "kind": kind,
                "word": WORDS["duty"].get(kind, kind),
                "kept": total,
                "query": account.query(kind=kind),
            }
        )
    return lines


def _objections(account: Account) -> undone.Objections:
    found = undone.objections(account.period, department=account.department or None).values()
    return undone.Objections(
        filed=sum(each.filed for each in found),
        decided=sum(each.decided for each in found),
        upheld=sum(each.upheld for each in found),
    )
