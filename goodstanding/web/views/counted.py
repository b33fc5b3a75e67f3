"""The page of a number: exactly the rows it counts, to read or to take away."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.rules.errors import refuse
from goodstanding.web.accounting import overseen
from goodstanding.web.counted import NUMBERS
from goodstanding.web.counted_types import Line, Number
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visited

COLUMNS = (
    *("organisation", "name", "what", "detail", "department"),
    *("since", "due_on", "done_on"),
)


def counted(request: Visited, section: str) -> HttpResponse:
    """The rows of a number, a page at a time."""
    account, number = overseen(request), _number(section)
    page = page_of(request, number.found(request.visit, account))
    context = {
        "account": account,
        "number": number,
        "section": section,
        "page": page,
        "rows": number.lines(request.visit, page.rows),
        "query": account.query(),
    }
    return render(request, "web/counted.html", context)


def file(request: Visited, section: str, suffix: str) -> HttpResponse:
    """The same rows, all of them."""
    account, number = overseen(request), _number(section)
    found = number.found(request.visit, account)[:MOST_ROWS]
    rows = [_cells(each) for each in number.lines(request.visit, found)]
    name, columns = f"{section}-{account.period.name}", {each: each for each in COLUMNS}
    return sheet(rows, columns, name=name, suffix=suffix)


def _number(section: str) -> Number:
    if section not in NUMBERS:
        refuse(PageUnknown())
    return NUMBERS[section]


def _cells(line: Line) -> dict[str, str]:
    return {name: str(value) for name in COLUMNS if (value := getattr(line, name)) is not None}
