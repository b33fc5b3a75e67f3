"""One version of the law follows another: which last days written down under the old one change?

Nothing becomes longer: a decision's own term bounds it. No day before the new version's first is
changed. Windows that have begun are kept as they were written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.transition import NewLastDay, ValuesReResolved
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.governing.terms import (
    SUNSET,
    Term,
    ground_term,
    pairing_term,
    publication_terms,
)
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.states import Designation, Measure, Record, Resting, Span, Stage, State
from goodstanding.rules.sunset import carried_until
from goodstanding.rules.workdays import WorkCalendar

_DAY = timedelta(days=1)
Pair = tuple[str, str]


class Revision:
    """The old version, the new one, and the calendar by which lift duties are due."""

    def __init__(self, old: Rulebook, new: Rulebook, calendar: WorkCalendar) -> None:
        self.old, self.new = old, new
        self.calendar = calendar
        self._law = Law(rulebook=new, calendar=calendar)

    @property
    def first(self) -> date:
        """The first day of the new version."""
        return self.new.in_force_from

    @cached_property
    def grounds(self) -> frozenset[str]:
        """Grounds on which designations may change."""
        return frozenset(
            each for each in self.old.grounds if self._ground(each) or each not in self.new.grounds
        )

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        """Grounds and measures of which measures may change."""
        known = {(each.ground, each.measure) for each in self.old.pairings}
        return frozenset(each for each in known if self._may_change(each))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Kinds of record whose publication may change."""
        return frozenset(each for each in self.old.kinds if self._terms(each))

    def acts(self, states: Mapping[str, State]) -> list[Decided]:
        """What the new version changes in these states; nothing where it was done before.

        Args:
            states: of one organisation or several; a measure is judged with its designations.
        """
        cases = {id: each for id, each in states.items() if isinstance(each, Designation)}
        found = ((each, tuple(self._values(each, cases))) for each in states.values())
        return [self._act(state, values) for state, values in found if values]

    def _values(self, state: State, cases: Mapping[str, Designation]) -> Iterator[NewLastDay]:
        match state:
            case Record():
                yield from self._record(state)
            case Designation():
                yield from self._case(state)
            case Measure():
                yield from self._measure(state, cases)

    def _act(self, state: State, values: tuple[NewLastDay, ...]) -> Decided:
        effect = ValuesReResolved(
            rulebook=self.new.id, version=self.new.version, digest=self.new.digest, values=values
        )
        return Decided(
            stream=state.organisation, aggregate=state.id, effective_on=self.first, effect=effect
        )

    def _record(self, state: Record) -> Iterator[NewLastDay]:
        until = state.public_until
        if until is None or state.withdrawn or until < self.first:
            return
        terms = self._terms(state.record_kind)
        ends = [self._end(each, state.decided_on) for each in terms]
        yield from _earliest("", ends, until)

    def _case(self, state: Designation) -> Iterator[NewLastDay]:
        span = state.span
        if state.stage is not Stage.LISTED or span is None or not self._lasts(span):
            return
        yield from _earliest("", self._case_ends(state, span), span.last_day)
        for line in state.measures:
            ends = self._sunset(state.ground, line.measure, span.first_day)
            yield from _earliest(line.measure, ends, line.last_day or date.max)

    def _case_ends(self, state: Designation, span: Span) -> list[NewLastDay]:
        if state.ground not in self.new.grounds:
            return [_value(f"grounds/{state.ground}", SUNSET, self.first - _DAY)]
        term = self._ground(state.ground)
        # A listing decided elsewhere runs from that decision, not from its confirmation here.
        start = state.decided_on if state.elsewhere else span.first_day
        return [self._end(term, start or span.first_day)] if term else []

    def _measure(self, state: Measure, cases: Mapping[str, Designation]) -> Iterator[NewLastDay]:
        for resting in state.rests_on:
            if not self._lasts(resting.span):
                continue
            ends = [
                *self._resting_ends(state, resting),
                *self._under(cases.get(resting.designation)),
            ]
            for each in _earliest(resting.designation, ends, resting.span.last_day):
                lift = self._law.deadline("lift", start=each.last_day)
                yield NewLastDay(
                    of=each.of,
                    rule=each.rule,
                    transition=each.transition,
                    last_day=each.last_day,
                    lift=lift,
                )

    def _resting_ends(self, state: Measure, resting: Resting) -> list[NewLastDay]:
        first = resting.span.first_day
        term = self._pair_terms.get((resting.ground, state.measure))
        ends = self._sunset(resting.ground, state.measure, first)
        return [*ends, *([self._end(term, first)] if term else [])]

    def _under(self, case: Designation | None) -> list[NewLastDay]:
        """A measure does not outlast its designation."""
        if case is None or case.span is None or case.span.ending:
            return []
        return self._case_ends(case, case.span)

    def _sunset(self, ground: str, measure: str, first_day: date) -> list[NewLastDay]:
        last = carried_until(self.new, ground, measure, first_day)
        if last is None or last == carried_until(self.old, ground, measure, first_day):
            return []
        rule = f"pairings/{ground} with {measure}"
        return [_value(rule, SUNSET, max(last, self.first - _DAY))]

    def _end(self, term: Term, start: date) -> NewLastDay:
        last = last_day_of(start, months=term.months)
        return _value(term.rule, term.transition, max(last, term.since - _DAY))

    def _lasts(self, span: Span) -> bool:
        return span.ending is None and span.last_day >= self.first

    def _ground(self, ground: str) -> Term | None:
        return self._ground_terms.get(ground)

    def _terms(self, kind: str) -> Sequence[Term]:
        return self._publication_terms.get(kind, ())

    # Of each rule once, not of each state: a register has hundreds of thousands.

    @cached_property
    def _ground_terms(self) -> Mapping[str, Term | None]:
        return {each: ground_term(self.old, self.new, each) for each in self.old.grounds}

    @cached_property
    def _pair_terms(self) -> Mapping[Pair, Term | None]:
        known = {(each.ground, each.measure) for each in self.old.pairings}
        return {each: pairing_term(self.old, self.new, *each) for each in known}

    @cached_property
    def _publication_terms(self) -> Mapping[str, Sequence[Term]]:
        kinds = self.old.kinds
        return {each: list(publication_terms(self.old, self.new, each)) for each in kinds}

    def _may_change(self, pair: Pair) -> bool:
        ground, measure = pair
        days = (each.in_force.since for each in self.old.pairings)
        sunset = any(self._sunset(ground, measure, day) for day in {*days, self.first})
        return sunset or bool(self._pair_terms.get(pair))


def _value(rule: str, transition: str, last_day: date) -> NewLastDay:
    return NewLastDay(of="", rule=rule, transition=transition, last_day=last_day)


def _earliest(of: str, ends: Iterable[NewLastDay], held: date) -> Iterator[NewLastDay]:
    """The earliest of the new last days, if it is earlier than the one that is written down."""
    found = min(ends, key=lambda each: each.last_day, default=None)
    if found is not None and found.last_day < held:
        yield NewLastDay(
            of=of, rule=found.rule, transition=found.transition, last_day=found.last_day
        )
