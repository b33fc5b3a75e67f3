"""``goodstanding figures``: what the public page of lifting says, for any days, and its queries."""

from datetime import date, datetime
from typing import Any

import click
import msgspec

from goodstanding import wallclock
from goodstanding.catalogue.queries import calendar
from goodstanding.cli import telling
from goodstanding.cli.opening import on_the_register
from goodstanding.cli.workday import DAY
from goodstanding.oversight import in_error, lift_times
from goodstanding.oversight.asked import Asked, spelt
from goodstanding.oversight.period import Period, before, month_of
from goodstanding.register.reading import head


@click.group("figures")
def command() -> None:
    """Figures of departments; no organisation is named."""


@command.command("lifting")
@click.option("--from", "since", type=DAY, help="First day; of the last full month without it.")
@click.option("--to", "until", type=DAY, help="Last day.")
@click.option("--department", help="Of one department alone.")
@click.option("--query", is_flag=True, help="Print the queries, ready for psql, and ask nothing.")
@telling.as_json
@on_the_register
def lifting(
    since: datetime | None,
    until: datetime | None,
    department: str | None,
    query: bool,
    as_json: bool,
) -> None:
    """Time to lift, and days restricted in error, by department."""
    today = wallclock.today()
    period = _period(since, until, today)
    asked = Asked.of(period, on=today, calendar=calendar(), department=department)
    if query:
        queries = {
            "time_to_lift": spelt(lift_times.QUERY, asked),
            "restricted_in_error": spelt(in_error.QUERY, asked),
        }
        telling.tell(queries, [f"{each.rstrip()};\n" for each in queries.values()], as_json=as_json)
        return
    document = _document(asked)
    telling.tell(document, _words(document), as_json=as_json)


def _period(since: datetime | None, until: datetime | None, today: date) -> Period:
    whole = before(month_of(today))
    first, last = since or whole.first, until or (today if since else whole.last)
    return Period(first=_day(first), last=_day(last))


def _day(given: datetime | date) -> date:
    return given.date() if isinstance(given, datetime) else given


def _document(asked: Asked) -> dict[str, Any]:
    """An empty department is the city as a whole."""
    times, wrong = lift_times.lift_times(asked), in_error.wrongful(asked)
    return {
        "from": asked.since,
        "to": asked.until,
        "position": head().position,
        "departments": [
            {
                "department": owner,
                **msgspec.structs.asdict(times.get(owner, lift_times.LiftTimes())),
                "restrictions_in_error": wrong.get(owner, in_error.Wrongful()).cases,
                "days_restricted_in_error": wrong.get(owner, in_error.Wrongful()).days,
            }
            for owner in sorted({*times, *wrong})
        ],
    }


def _words(document: dict[str, Any]) -> list[str]:
    return [
        f"{document['from']} – {document['to']}, as of @{document['position']}",
        *(_line(each) for each in document["departments"]),
    ]


def _line(each: dict[str, Any]) -> str:
    return (
        f"  {each['department'] or 'all together'}: {each['done']} lifted, {each['open']} open;"
        f" working days: median {each['median']}, nine in ten {each['nine_tenths']},"
        f" longest {each['worst']}; {each['days_restricted_in_error']} days in error"
        f" ({each['restrictions_in_error']} restrictions)"
    )
