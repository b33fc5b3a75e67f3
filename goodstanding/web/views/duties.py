"""The rows behind a figure: the duties of a period, by kind, department and state."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.clocks.models import Clock
from goodstanding.clocks.queries import Duty, settled_duty
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import named
from goodstanding.oversight import kept
from goodstanding.web import return_duties
from goodstanding.web.accounting import Account, overseen
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.paging import page_of
from goodstanding.web.return_duties import Listed
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visited
from goodstanding.web.wording import DUTY_STATES, WORDS

COLUMNS = (
    *("kind", "department", "organisation", "name", "measure"),
    *("counted_from", "due_on", "met_on", "state"),
)

KINDS = (*kept.KINDS, return_duties.KIND)


def duties(request: Visited) -> HttpResponse:
    """Exactly the duties a figure counts, oldest first."""
    visit = request.visit
    account = overseen(request)
    kind, state = _kind(request), _state(request)
    page = page_of(request, _found(request, account))
    listed = _settled(request, page.rows)
    shown = measures.measures(ids=(each.aggregate for each in listed))
    words = [(each, WORDS["duty"].get(each, each), each == kind) for each in KINDS]
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
    account = overseen(request)
    listed = _settled(request, _found(request, account)[:MOST_ROWS])
    name, columns = f"duties-{account.period.name}", {each: each for each in COLUMNS}
    return sheet(_cells(request, listed), columns, name=name, suffix=suffix)


def _found(request: Visited, account: Account) -> Listed:
    """Clocks of the shelf, then the returns, which have none: they are owed without any act."""
    kind, state = _kind(request), _state(request)
    if kind == return_duties.KIND:
        return Listed(Clock.objects.none(), return_duties.due_in(request.visit, account, state))
    clocks = kept.duties(
        account.period,
        on=request.visit.today,
        calendar=request.visit.calendar,
        kinds=(kind,) if kind else kept.KINDS,
        department=account.only,
        state=kept.State(state) if state else None,
    )
    returns = () if kind else return_duties.due_in(request.visit, account, state)
    return Listed(clocks, returns)


def _settled(request: Visited, rows: Iterable[Clock | Duty]) -> list[Duty]:
    calendar = request.visit.calendar
    return [each if isinstance(each, Duty) else settled_duty(each, calendar) for each in rows]


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
    return kind if kind in KINDS else ""


def _state(request: Visited) -> str:
    state = request.GET.get("state", "")
    return state if state in set(kept.State) else ""
