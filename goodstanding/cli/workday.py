"""``goodstanding workday``: when is a term over, and how many working days lie between?"""

from datetime import date, datetime

import click

from goodstanding.cli import telling
from goodstanding.cli.rulebook_files import calendar
from goodstanding.rules.deadlines import between, due_after

DAY = click.DateTime(["%Y-%m-%d"])


@click.group("workday")
def command() -> None:
    """Terms in working days, by the official calendars. Needs no database."""


@command.command("due")
@click.argument("start", type=DAY)
@click.argument("days", metavar="N", type=int)
@telling.as_json
def due(start: datetime, days: int, as_json: bool) -> None:
    """The last day of a term of N working days; START itself does not count."""
    official = calendar()
    found = due_after(start.date(), days, official)
    document = {
        "due": found.due,
        "not_before": found.not_before,
        "provisional": found.provisional,
        "calendar": official.id,
    }
    telling.tell(document, [_due_in_words(found.due, found.not_before)], as_json=as_json)


@command.command("between")
@click.argument("first", metavar="A", type=DAY)
@click.argument("second", metavar="B", type=DAY)
@telling.as_json
def count(first: datetime, second: datetime, as_json: bool) -> None:
    """The working days after A up to and including B."""
    found = between(first.date(), second.date(), calendar())
    document = {"working_days": found, "provisional": found is None}
    words = "not known: an official calendar is missing" if found is None else str(found)
    telling.tell(document, [words], as_json=as_json)


def _due_in_words(due_on: date | None, not_before: date | None) -> str:
    if due_on is not None:
        return due_on.isoformat()
    return f"not before {not_before} (provisional: an official calendar is missing)"
