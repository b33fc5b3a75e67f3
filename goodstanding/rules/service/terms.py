"""The last day of a term by its own unit: days of the calendar, working days, or months."""

from datetime import date

from goodstanding.rules.acts.service import TermEnd
from goodstanding.rules.deadlines import Due, due_after, due_in_days, due_in_months
from goodstanding.rules.law import Law
from goodstanding.rules.workdays import WorkCalendar

RECONSIDERATION, COURT = "remedy/reconsideration", "remedy/court"
PUBLIC_NOTICE = "service/public-notice"
_COUNT = {"working_days": due_after, "calendar_days": due_in_days, "months": due_in_months}


def ends(law: Law, rule: str, *, start: date) -> TermEnd:
    """The end of a term of the catalogue, the day of ``start`` not counted.

    A last day off rolls to the next working day (civil procedure law art. 85, civil code art. 203).
    """
    day = max(start, law.rulebook.known_from)
    found = law.rulebook.parameter(rule, day)
    due = _due(found.unit, found.value, start, law.calendar)
    return TermEnd(
        start=start,
        value=found.value,
        unit=found.unit,
        due=due.due,
        not_before=due.not_before,
        rule=rule,
    )


def settled(end: TermEnd, law: Law) -> Due:
    """The same end once more calendars may have come."""
    if end.due is not None:
        return Due(due=end.due, not_before=None, provisional=False)
    return _due(end.unit, end.value, end.start, law.calendar)


def remedies(law: Law, *, start: date) -> tuple[TermEnd | None, TermEnd | None]:
    """When reconsideration and the court close, counted from service; none where no rule says.

    Source: administrative reconsideration law art. 20, administrative litigation law art. 46.
    """
    known = law.rulebook.parameters
    first, second = (
        ends(law, rule, start=start) if rule in known else None for rule in (RECONSIDERATION, COURT)
    )
    return first, second


def _due(unit: str, value: int, start: date, calendar: WorkCalendar) -> Due:
    return _COUNT[unit](start, value, calendar)
