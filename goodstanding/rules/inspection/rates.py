"""At which rate a plan draws each organisation: the published table over its own records in the field.

The answer belongs to the one plan it is asked for. It is no property of the organisation: nothing
here is stored with it, and no check, standing, report, export or API ever tells it (scope.md 4).
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from goodstanding.rules.catalogue.sampling import Rate, SamplingRule, SamplingTable
from goodstanding.rules.periods import corresponding_day

RATES: tuple[Rate, ...] = ("reduced", "ordinary", "raised")


class FieldRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An adverse record in effect: its id, kind, day, and the instruments its basis names."""

    id: str
    kind: str
    decided_on: date
    instruments: frozenset[str]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One organisation of the pool: adverse records in effect, and advantages in force, by measure.

    ``advantages``: id of the measure of the catalogue with the ids that carry it.
    """

    code: str
    records: tuple[FieldRecord, ...] = ()
    advantages: tuple[tuple[str, str], ...] = ()


class Rated(msgspec.Struct, frozen=True, kw_only=True):
    """The rate of one organisation in one plan; ``rule``: which of the table (from 0), none: -1.

    ``because``: ids of its own records in the field, or of the advantage. ``lighter``: one step
    lighter than the table says, because what the organisation contested was found right.
    """

    code: str
    rate: Rate
    rule: int = -1
    because: tuple[str, ...] = ()
    lighter: bool = False


def rates(
    pool: Iterable[Candidate],
    table: SamplingTable,
    *,
    on: date,
    lighter: frozenset[str] = frozenset(),
) -> list[Rated]:
    """The rate of each organisation of a pool, in the order of the codes.

    Args:
        on: the day the pool is frozen; an adverse record counts for the months of its rule.
        lighter: codes of those whose contest was found right: one step lighter, in this plan alone.
    """
    return [
        _rated(each, table, on, each.code in lighter)
        for each in sorted(pool, key=lambda each: each.code)
    ]


def _rated(candidate: Candidate, table: SamplingTable, on: date, lighter: bool) -> Rated:
    for index, rule in enumerate(table.rules):
        if because := _because(candidate, rule, on):
            return _told(candidate, rule.rate, index, because, lighter)
    return _told(candidate, "ordinary", -1, (), lighter)


def _told(
    candidate: Candidate, rate: Rate, rule: int, because: tuple[str, ...], lighter: bool
) -> Rated:
    if lighter:
        rate = RATES[max(RATES.index(rate) - 1, 0)]
    return Rated(code=candidate.code, rate=rate, rule=rule, because=because, lighter=lighter)


def _because(candidate: Candidate, rule: SamplingRule, on: date) -> tuple[str, ...]:
    """The ids for which a rule fits; none where it does not."""
    if rule.when == "advantage":
        return tuple(sorted(id for measure, id in candidate.advantages if measure == rule.measure))
    counted: Sequence[FieldRecord] = [each for each in candidate.records if _counts(each, rule, on)]
    return tuple(sorted(each.id for each in counted))


def _counts(record: FieldRecord, rule: SamplingRule, on: date) -> bool:
    """Of the rule's kinds, in its field by the law it cites, and decided within its months."""
    in_field = record.instruments.intersection(rule.instruments)
    within = on <= corresponding_day(record.decided_on, rule.months or 0)
    return record.kind in rule.records and bool(in_field) and within and record.decided_on <= on
