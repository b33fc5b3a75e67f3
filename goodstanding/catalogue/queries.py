"""Which rulebook and which calendar hold on a day, as known at a moment?"""

from datetime import date, datetime

from django.db import connections

from goodstanding.catalogue.bodies import calendar_of, rulebook_of
from goodstanding.catalogue.errors import NoRulebookInForce
from goodstanding.catalogue.models import Activation
from goodstanding.catalogue.naming import CALENDAR, RULEBOOK
from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.errors import refuse
from goodstanding.rules.law import Law
from goodstanding.rules.workdays import WorkCalendar

#: Known in full before any year is loaded: every due date is then provisional.
NO_CALENDAR = WorkCalendar.of(())

# A rulebook by its day of force, a calendar by when it came: it knows more years than the last.
# The moments of acts are the register's; they are asked for the few activations only.
_HOLDING = """
    SELECT DISTINCT ON (kind) kind, digest
      FROM catalogue_activation AS activation
     WHERE (kind = 'calendar' OR in_force_from <= %(on)s)
       AND (%(position)s::bigint IS NULL OR position <= %(position)s)
       AND (%(moment)s::timestamptz IS NULL OR EXISTS (
               SELECT FROM register_act
                WHERE register_act.position = activation.position
                  AND recorded_at <= %(moment)s))
     ORDER BY kind, CASE kind WHEN 'rulebook' THEN in_force_from END DESC, position DESC
"""


def law(*, on: date, known_at: datetime | int | None = None) -> Law:
    """The rulebook in force on a day and the calendar, as known at a moment.

    Args:
        on: the legal day.
        known_at: a moment (aware) or a position of the register; None for now.

    Raises:
        Refused: `NoRulebookInForce`.
    """
    holding = _holding(on, known_at)
    if RULEBOOK not in holding:
        refuse(NoRulebookInForce(on=on))
    return Law(
        rulebook=rulebook_of(holding[RULEBOOK]),
        calendar=calendar_of(holding[CALENDAR]) if CALENDAR in holding else NO_CALENDAR,
    )


def calendar(*, known_at: datetime | int | None = None) -> WorkCalendar:
    """The working-day calendar as known at a moment, whether or not a rulebook is in force."""
    holding = _holding(date.min, known_at)
    return calendar_of(holding[CALENDAR]) if CALENDAR in holding else NO_CALENDAR


def law_of(*, rulebook: str, calendar: str) -> Law:
    """The law an act or a receipt was made under, by its two digests."""
    found = NO_CALENDAR if calendar == NO_CALENDAR.id else calendar_of(calendar)
    return Law(rulebook=rulebook_of(rulebook), calendar=found)


def activations() -> list[Activation]:
    """Every activation there has been, in the order the register learned of them."""
    return list(Activation.objects.order_by("position"))


def versions() -> list[tuple[date, Rulebook]]:
    """The rulebooks by their first day of force, latest first; the last word on a day counts."""
    by_day = {each.in_force_from: each for each in activations() if each.kind == RULEBOOK}
    return [(day, rulebook_of(by_day[day].digest)) for day in sorted(by_day, reverse=True)]


def coming(*, after: date) -> list[Rulebook]:
    """The versions that are activated already and not yet in force on a day, soonest first."""
    return [book for day, book in reversed(versions()) if day > after]


def _holding(on: date, known_at: datetime | int | None) -> dict[str, str]:
    moment = known_at if isinstance(known_at, datetime) else None
    position = None if isinstance(known_at, datetime) else known_at
    with connections["default"].cursor() as cursor:
        cursor.execute(_HOLDING, {"on": on, "position": position, "moment": moment})
        return dict(cursor.fetchall())
