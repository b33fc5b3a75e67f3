"""No period is longer than the law allows."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.legality_problems import PeriodBeyondLegalMaximum
from goodstanding.rules.catalogue.limits import Limit
from goodstanding.rules.catalogue.model import Ground, Pairing, Parameter
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.sources import InForce, overlap

Length = tuple[RawEntry, str, int, InForce]
"""Who says it, where, how many months, on which days."""


def limit_problems(read: Draft) -> Iterator[PackProblem]:
    """Every period beyond a legal maximum that holds on one of its days."""
    for _, limit in read.of(Limit):
        for raw, path, months, span in _limited(read, limit):
            if months > limit.months and overlap(span, limit.in_force):
                by = f"{limit.citation.instrument}, {limit.citation.article}"
                at = raw.at(path)
                yield PeriodBeyondLegalMaximum(**at, months=months, limit=limit.months, by=by)


def _limited(read: Draft, limit: Limit) -> Iterator[Length]:
    for raw, pairing in read.of(Pairing):
        if _is_of(pairing, limit):
            yield raw, "max_months", pairing.max_months, pairing.in_force
    for raw, ground in read.of(Ground):
        if ground.id in limit.grounds and not limit.measures:
            yield raw, "term.max_months", ground.term.max_months, ground.in_force
    for raw, row in read.of(Parameter):
        if row.id in limit.parameters and row.unit == "months":
            yield from _values(raw, row)


def _is_of(pairing: Pairing, limit: Limit) -> bool:
    if not limit.grounds and not limit.measures:
        return False
    ground = not limit.grounds or pairing.ground in limit.grounds
    return ground and (not limit.measures or pairing.measure in limit.measures)


def _values(raw: RawEntry, row: Parameter) -> Iterator[Length]:
    """Each value with its days: to the day before the next begins."""
    ends = [later.since - timedelta(days=1) for _, later in pairwise(row.values)]
    for index, value in enumerate(row.values):
        until = ends[index] if index < len(ends) else None
        span = InForce(since=value.since, until=until)
        yield raw, f"values[{index}].value", value.value, span
