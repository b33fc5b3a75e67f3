"""The home of an officer: the queues of their role, and what waits with a date, overdue first."""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.clocks.queries import Duty
from goodstanding.disclosure import queries as disclosure
from goodstanding.flow import policy
from goodstanding.flow.acknowledge import overdue
from goodstanding.flow.reopen import reopenings
from goodstanding.flow.successions import Succession, to_look_at
from goodstanding.flow.watch import Notice, notices
from goodstanding.procedures.models import ProcedureCase
from goodstanding.procedures.queries import numbered
from goodstanding.rules.rights import Action
from goodstanding.web import returns
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.duty_lists import COLUMNS, GROUPS, DeskFilter, cells, fitting, lines
from goodstanding.web.paging import SIZE, page_of
from goodstanding.web.queues import queues
from goodstanding.web.visit import Visit, Visited


def desk(request: Visited) -> HttpResponse:
    """What the visitor's department has to do; the auditor reads everybody's.

    Of each group the first rows; a group asked for by its state is shown whole, page by page.
    """
    visit = request.visit
    chosen, found = _asked(request)
    department = visit.actor.department
    groups = [_group(request, chosen, name, duties) for name, duties in found.items() if duties]
    page = {
        "serves": visit.titles.department(department) if department else "",
        "chosen": chosen,
        "total": sum(len(each) for each in found.values()),
        "overdue": len(found.get("overdue", ())),
        "groups": groups,
        "page": groups[0]["page"] if groups and chosen.value("state") else None,
        "queues": queues(visit),
        "returns": returns.waiting(visit),
        "returning": returns.returning(visit),
        "successions": _successions(visit),
        **_told(request),
    }
    return render(request, "web/desk.html", page)


def _successions(visit: Visit) -> list[Succession]:
    """Successors of organisations that the department restricts, while an officer looks at them."""
    department = visit.actor.department
    if not department or visit.law is None:
        return []
    return to_look_at(department=department, on=visit.today, rulebook=visit.law.rulebook)


def desk_file(request: Visited, suffix: str) -> HttpResponse:
    """The duties that fit as a file: all of them, overdue first."""
    _chosen, found = _asked(request)
    listed = [each for group in found.values() for each in group][:MOST_ROWS]
    rows = map(cells, lines(request.visit, listed))
    return sheet(rows, COLUMNS, name="duties", suffix=suffix)


def _asked(request: Visited) -> tuple[DeskFilter, dict[str, tuple[Duty, ...]]]:
    visit = request.visit
    policy.require(visit.actor, Action.READ_TASKS, department=visit.actor.department or None)
    chosen = DeskFilter.asked(request)
    return chosen, fitting(visit, chosen)


def _group(
    request: Visited, chosen: DeskFilter, name: str, duties: tuple[Duty, ...]
) -> dict[str, Any]:
    """A group with its rows, and the address of all of it where only the first are shown."""
    tone, icon, word = GROUPS[name]
    page = page_of(request, duties) if chosen.value("state") else None
    words = {**chosen.data.dict(), "state": name}
    return {
        "tone": tone,
        "icon": icon,
        "word": word,
        "count": len(duties),
        "page": page,
        "rows": lines(request.visit, page.rows if page else duties[:SIZE]),
        "all": "" if page else DeskFilter.asking(request.visit, words).address,
    }


def _told(request: Visited) -> dict[str, Any]:
    """Recalls and reopenings: what the department was told must not be used any more."""
    visit = request.visit
    recipient = visit.actor.recipient if visit.actor.department else None
    again = reopenings(today=visit.today, recipient=recipient)
    waiting = disclosure.open_recalls(recipient=recipient)
    new = notices(on=visit.today, recipient=recipient)
    return {
        "watched": len(new),
        "procedures": _procedures(new) if recipient else [],
        "recalls": len(waiting),
        "recalls_late": overdue(waiting, visit.law, today=visit.today) if visit.law else 0,
        "reopenings": sum(not each.outcome for each in again),
    }


def _procedures(new: list[Notice]) -> list[tuple[ProcedureCase, int]]:
    """The department's cases of procedures in which answers are others now, each with how many."""
    many = Counter((each.watch.row.procedure, each.watch.row.case_number) for each in new)
    found = numbered(department=new[0].watch.row.recipient, numbers=set(many)) if new else []
    return [(each, many[each.procedure, each.number]) for each in found]
