"""What follows from one decision under two laws, each as on one day: measures, and the last day."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts.values import MeasureLine
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.designation.lines import last_day_under, lines
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.states import Designation, Record, Span
from goodstanding.rules.workdays import WorkCalendar

_NO_CALENDAR = WorkCalendar.of(())
Lines = Mapping[str, MeasureLine]


class Consequences(msgspec.Struct, frozen=True, kw_only=True):
    """The measures of a case by id, under the law before and after; its span after."""

    case: Designation
    was: Lines
    now: Lines
    span: Span

    def drops(self, measure: str, department: str) -> bool:
        """True if the law after takes the measure from the department, or from all."""
        return _carried_out(self.was, measure, department) and not _carried_out(
            self.now, measure, department
        )

    def adds(self, line: MeasureLine, department: str) -> bool:
        """True if only the law after gives the measure to the department."""
        return not _carried_out(self.was, line.measure, department)

    def redefined(self, measure: str) -> MeasureLine | None:
        """The measure under the law after, where it bites elsewhere or in another sense."""
        was, now = self.was.get(measure), self.now.get(measure)
        same = was and now and (was.procedures, was.sense) == (now.procedures, now.sense)
        return None if same else now

    def lasts(self, measure: str) -> Span | None:
        """The days of the measure after; None where both laws give it the same."""
        was, now = self.was.get(measure), self.now.get(measure)
        assert self.case.span is not None
        if now is None or (self.span == self.case.span and was and _same(was, now)):
            return None
        return self.days(now)

    def days(self, line: MeasureLine) -> Span:
        """The days of a measure under the law after; one that runs on in a dispute is not stayed."""
        last = last_day_under(line, first_day=self.span.first_day, last_day=self.span.last_day)
        stays = () if line.stay_exempt else self.span.stays
        return msgspec.structs.replace(self.span, last_day=last, stays=stays)


def consequences(
    case: Designation, span: Span, records: Sequence[Record], before: Rulebook, after: Rulebook
) -> Consequences:
    """Both derived as for every decision (`designation.lines`), from the day of this one.

    A term that was chosen, shorter than the usual one, is kept as far as the law after allows it.
    """
    return Consequences(
        case=case,
        was=_lines(before, case, span, records),
        now=_lines(after, case, span, records),
        span=msgspec.structs.replace(span, last_day=_last_day(case, span, before, after)),
    )


def _lines(book: Rulebook, case: Designation, span: Span, records: Sequence[Record]) -> Lines:
    if case.ground not in book.grounds:
        return {}
    law = Law(rulebook=book, calendar=_NO_CALENDAR)
    found = lines(case.ground, on=span.first_day, law=law, records=records)
    return {each.measure: each for each in found}


def _last_day(case: Designation, span: Span, before: Rulebook, after: Rulebook) -> date:
    was, now = before.grounds.get(case.ground), after.grounds.get(case.ground)
    if was is None or now is None or was.term == now.term:
        return span.last_day
    # A listing decided elsewhere runs from that decision, not from its confirmation here.
    start = (case.decided_on if case.elsewhere else None) or span.first_day
    if span.last_day == last_day_of(start, months=was.term.months):
        return last_day_of(start, months=now.term.months)
    return min(span.last_day, last_day_of(start, months=now.term.max_months))


def _carried_out(known: Lines, measure: str, department: str) -> bool:
    return measure in known and department in known[measure].departments


def _same(was: MeasureLine, now: MeasureLine) -> bool:
    exempt = (was.stay_exempt is None) == (now.stay_exempt is None)
    return exempt and (was.max_months, was.last_day) == (now.max_months, now.last_day)
