"""The rows behind a figure: the duties of a period, by kind, department and state."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.clocks.models import Clock
from goodstanding.clocks.queries import Duty, settled_duty
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import named
from goodstanding.oversight import kept
from goodstanding.web.accounting import Account, overseen
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.paging import page_of
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visited
from goodstanding.web.wording import DUTY_STATES, WORDS

COLUMNS = (
    *("kind", "department", "organisation", "name", "measure"),
    *("counted_from", "due_on", "met_on", "state"),
)


def duties(request: Visited) -> HttpResponse:
    """Exactly the duties a figure counts, oldest first."""
    visit = request.visit
    account = overseen(request)
    kind, state = _kind(request), _state(request)
    page = page_of(request, _found(request, account))
    listed = [settled_duty(each, visit.calendar) for each in page.rows]
    shown = measures.measures(ids=(each.aggregate for each in listed))
    words = [(each, WORDS["duty"].get(each, each), each == kind) for each in kept.KINDS]
    context = {
        "account": account,
        "page": page,
        "rows": duty_rows(visit, listed, shown),
        "kinds": words,
        "states": [(each, word, each == state) for each, word in DUTY_STATES.items()],
        "query": account.query(kind=kind, state=state),
    }
    return render(request, "web/duties_page.html", context)


def file(request: Visited, suffix: str) -> HttpResponse:
    """The same rows as a spreadsheet or CSV: all of them, whatever page was shown."""
    visit = request.visit
    account = overseen(request)
    listed = [settled_duty(each, visit.calendar) for each in _found(request, account)[:MOST_ROWS]]
    name, columns = f"duties-{account.period.name}", {each: each for each in COLUMNS}
    return sheet(_cells(request, listed), columns, name=name, suffix=suffix)


def _found(request: Visited, account: Account) -> QuerySet[Clock]:
    kind, state = _kind(request), _state(request)
    return kept.duties(
        account.period,
        on=request.visit.today,
        calendar=request.visit.calendar,
        kinds=(kind,) if kind else kept.KINDS,
        department=account.only,
        state=kept.State(state) if state else None,
    )


def _cells(request: Visited, listed: list[Duty]) -> list[dict[str, str]]:
    visit = request.visit
    shown = measures.measures(ids=(each.aggregate for each in listed))
    names = named(each.organisation for each in listed)
    return [
        {
            "kind": str(WORDS["duty"].get(each.kind, each.kind)),
            "department": visit.titles.department(each.department),
            "organisation": each.organisation,
            "name": names.get(each.organisation, ""),
            "measure": visit.titles.measure(shown[each.aggregate].measure)
            if each.aggregate in shown
            else "",
            "counted_from": each.start_on.isoformat(),
            "due_on": each.due_on.isoformat() if each.due_on else "",
            "met_on": each.met_on.isoformat() if each.met_on else "",
            "state": str(DUTY_STATES[_stands(each, request)]),
        }
        for each in listed
    ]


def _stands(duty: Duty, request: Visited) -> kept.State:
    """As `kept` counts it; the duties asked for have a definite due day."""
    today = request.visit.today
    met, due = duty.met_on, duty.due_on or today
    if met is not None and met <= today:
        return kept.State.ON_TIME if met <= due else kept.State.LATE
    return kept.State.LATE if due < today else kept.State.WAITING


def _kind(request: Visited) -> str:
    kind = request.GET.get("kind", "")
    return kind if kind in kept.KINDS else ""


def _state(request: Visited) -> str:
    state = request.GET.get("state", "")
    return state if state in set(kept.State) else ""
