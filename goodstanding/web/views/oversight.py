"""Oversight: who is late with what, how the clocks were kept; departments, never organisations."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.clocks.queries import settled_duty
from goodstanding.disclosure import queries as disclosure
from goodstanding.flow import expected
from goodstanding.flow import returns as flow
from goodstanding.measures import queries as measures
from goodstanding.oversight import undone, waiting
from goodstanding.oversight.in_error import wrongful
from goodstanding.oversight.period import months_between
from goodstanding.rules.returns.owed import Kept
from goodstanding.rules.spread import share
from goodstanding.web import figures, returns
from goodstanding.web.accounting import Account, asked, overseen
from goodstanding.web.application_figures import desks
from goodstanding.web.by_department import Tables, tables
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visit, Visited

#: The rest of what is overdue is a click away.
MOST = 10
#: A version that came so lately is compared with what was expected of it.
LATELY = timedelta(days=60)


def oversight(request: Visited) -> HttpResponse:
    """What to chase now, and how a period was kept; a reviewer sees the own department's part."""
    visit, account = request.visit, overseen(request)
    told, acknowledged = disclosure.recall_counts(recipient=account.only)
    found = tables(visit, account)
    page = {
        "account": account,
        "alarms": expected.alarms(since=visit.today - LATELY) if account.whole_city else [],
        **_overdue(visit, account, found),
        **figures.of_period(visit, account),
        "table": found.kinds,
        "departments": found.departments,
        **_objections(visit, account),
        **_returns(visit, account),
        "desks": desks(visit, account),
        "wrongful": wrongful(asked(visit, account))[""],
        "recalls": {"told": told, "done": acknowledged, "share": share(acknowledged, told)},
    }
    return render(request, "web/oversight.html", page)


def _returns(visit: Visit, account: Account) -> dict[str, Any]:
    """The returns for the months of the period, and how many are late now, whatever the period."""
    months = months_between(account.period)
    found = flow.owed(on=visit.today, department=account.only, months=months)
    late = flow.owed(on=visit.today, department=account.only)
    return {
        "returns": returns.figures(found, on=visit.today),
        "returns_late": sum(each.kept(visit.today) is Kept.LATE for each in late),
    }


def _overdue(visit: Visit, account: Account, found: Tables) -> dict[str, Any]:
    late = waiting.overdue(on=visit.today, calendar=visit.calendar, department=account.only)
    listed = [settled_duty(each, visit.calendar) for each in late[:MOST]]
    shown = measures.measures(ids=(each.aggregate for each in listed))
    return {
        "overdue": found.overdue,
        "lifts_open": found.lifts_open,
        "late": duty_rows(visit, listed, shown),
    }


def _objections(visit: Visit, account: Account) -> dict[str, Any]:
    found = undone.objections(account.period, department=account.only).values()
    spread = undone.time_to_decide(account.period, calendar=visit.calendar, department=account.only)
    total = undone.Objections(
        filed=sum(each.filed for each in found),
        decided=sum(each.decided for each in found),
        upheld=sum(each.upheld for each in found),
    )
    return {"objections": total, "deciding": spread[""]}
