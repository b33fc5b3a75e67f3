"""How long a decision is public by every clock that runs, and which end applies."""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.rules.catalogue.publication_rules import (
    CountedFrom,
    PublicationClass,
    PublicationClock,
    Severity,
)
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation, earliest
from goodstanding.rules.periods import corresponding_day, last_day_of


class ClockSpan(msgspec.Struct, frozen=True, kw_only=True):
    """What one clock says.

    `start`: the day it counts from; `repair_from`: the first day repair may be asked for;
    `last_day`: the last day of display, None where the clock does not show it or sets no longest.
    """

    clock: str
    rule: str
    counted_from: CountedFrom
    start: date
    published: bool
    repair_from: date
    last_day: date | None
    citations: tuple[Citation, ...]


class PublicationSpan(msgspec.Struct, frozen=True, kw_only=True):
    """Every clock, and what applies: shown at all, to which last day, by which clock.

    `clock` is None where no clock sets an end.
    """

    clocks: tuple[ClockSpan, ...]
    published: bool
    last_day: date | None
    clock: str | None


def publication_span(
    rulebook: Rulebook,
    kind: str,
    severity: Severity,
    decided_on: date,
    on: date,
    *,
    published_on: date | None = None,
) -> PublicationSpan:
    """The earliest end of all clocks applies, unless a clock's own rule says it applies itself.

    A place that does not show the record at all is the earliest end there is: then nothing is shown.

    Args:
        kind: id of the kind of record.
        decided_on: the day of the decision.
        on: the day whose rules are asked.
        published_on: the day of publication; without it a clock that counts from publication
            counts from the decision, which is never later.

    Raises:
        Refused: `KindUnknown`; `ValueNotYetInForce` for a period that has no value on the day.
    """
    rulebook.kind(kind)
    starts: dict[CountedFrom, date] = {
        "decision": decided_on,
        "publication": published_on or decided_on,
    }
    spans = [
        (clock, _span(rulebook, clock, rule, starts[clock.counted_from], on))
        for clock, rule in _rules(rulebook, kind, severity, on)
    ]
    return _applied(spans)


def _rules(
    rulebook: Rulebook, kind: str, severity: Severity, on: date
) -> list[tuple[PublicationClock, PublicationClass]]:
    return [
        (rulebook.publication_clocks[rule.clock], rule)
        for rule in rulebook.publication_classes.values()
        if (rule.record, rule.severity) == (kind, severity)
        and rule.in_force.holds_on(on)
        and rulebook.publication_clocks[rule.clock].in_force.holds_on(on)
    ]


def _span(
    rulebook: Rulebook, clock: PublicationClock, rule: PublicationClass, start: date, on: date
) -> ClockSpan:
    least = rulebook.parameter(rule.min, on).value if rule.min else 0
    most = rulebook.parameter(rule.max, on).value if rule.max and rule.published else None
    return ClockSpan(
        clock=clock.id,
        rule=rule.id,
        counted_from=clock.counted_from,
        start=start,
        published=rule.published,
        repair_from=corresponding_day(start, least),
        last_day=last_day_of(start, months=most) if most else None,
        citations=rule.citations,
    )


def _applied(spans: Sequence[tuple[PublicationClock, ClockSpan]]) -> PublicationSpan:
    ruling = [span for clock, span in spans if clock.apply == "this"]
    counting = ruling or [span for _, span in spans]
    published = bool(counting) and all(span.published for span in counting)
    last = earliest(span.last_day for span in counting) if published else None
    return PublicationSpan(
        clocks=tuple(span for _, span in spans),
        published=published,
        last_day=last,
        clock=next((span.clock for span in counting if last and span.last_day == last), None),
    )
