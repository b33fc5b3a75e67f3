"""Are the numbers there when they are needed, in the right unit, and fair while they are in doubt?"""

from collections.abc import Iterator
from datetime import date

from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.catalogue.consent_rules import ConsentPurpose
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.catalogue.legality_problems import (
    BeforeTheFirstValue,
    CandidatesWithoutDoubt,
    DirectionMissing,
    NotTheMostFavourable,
    UnitDiffers,
)
from goodstanding.rules.catalogue.limits import Limit
from goodstanding.rules.catalogue.model import DatedValue, Ground, PackHead, Parameter, RecordKind
from goodstanding.rules.catalogue.problems import EffectWithoutEnd, PackProblem
from goodstanding.rules.catalogue.publication_rules import PublicationClass
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.repair_rules import RepairRule

DAYS, MONTHS = ("working_days", "calendar_days"), ("months",)
WORKING_DAYS = ("working_days",)
Need = tuple[RawEntry, str, str, tuple[str, ...], date | None]
"""Who needs a number, where, which, in which units, from which day (None: from the pack's first)."""


def value_problems(read: Draft) -> Iterator[PackProblem]:
    """Every number that is missing on a day, in the wrong unit, or in doubt to the worse."""
    rows = {row.id: row for _, row in read.of(Parameter)}
    first = next((head.in_force_from for _, head in read.of(PackHead)), date.min)
    for need in needs(read):
        if need[2] in rows:
            yield from _met(need, rows[need[2]], first)
    for raw, row in read.of(Parameter):
        for index, value in enumerate(row.values):
            yield from _doubt(raw, f"values[{index}]", row, value)
    for raw, rule in read.of(PublicationClass):
        if rule.published and rule.max is None:
            yield EffectWithoutEnd(**raw.at(), key="max")


def needs(read: Draft) -> Iterator[Need]:
    """Every parameter that an entry names."""
    for raw, ground in read.of(Ground):
        yield raw, "statement_window", ground.statement_window, DAYS, ground.in_force.since
        if ground.hearing.request is not None:
            yield raw, "hearing.request", ground.hearing.request, DAYS, ground.in_force.since
    for raw, kind in read.of(RecordKind):
        if kind.publication_term is not None:
            yield raw, "publication_term", kind.publication_term, MONTHS, None
        if kind.publication_due is not None:
            yield raw, "publication_due", kind.publication_due, DAYS, None
    for raw, template in read.of(CommitmentTemplate):
        since = template.in_force.since
        yield raw, "statement_window", template.statement_window, DAYS, since
    yield from _of_the_way_back(read)


def _of_the_way_back(read: Draft) -> Iterator[Need]:
    for raw, repair in read.of(RepairRule):
        yield raw, "acceptance", repair.acceptance, DAYS, repair.in_force.since
        yield raw, "decision", repair.decision, DAYS, repair.in_force.since
        if repair.extension is not None:
            yield raw, "extension", repair.extension, DAYS, repair.in_force.since
    for raw, rule in read.of(PublicationClass):
        bounds = (("min", rule.min), ("max", rule.max))
        yield from ((raw, at, id, MONTHS, rule.in_force.since) for at, id in bounds if id)
    for raw, purpose in read.of(ConsentPurpose):
        yield raw, "longest", purpose.longest, MONTHS, purpose.in_force.since
        yield raw, "reminder", purpose.reminder, MONTHS, purpose.in_force.since
    for raw, limit in read.of(Limit):
        for index, id in enumerate(limit.parameters):
            yield raw, f"parameters[{index}]", id, MONTHS, date.max
    for raw, item in read.of(Item):
        terms = (("ordinary", item.ordinary), ("fast", item.fast), ("follow", item.follow))
        yield from ((raw, at, id, WORKING_DAYS, item.in_force.since) for at, id in terms if id)


def _met(need: Need, row: Parameter, pack_first: date) -> Iterator[PackProblem]:
    raw, path, id, units, since = need
    day = max(since or pack_first, pack_first)
    if row.unit not in units:
        expected = " / ".join(units)
        yield UnitDiffers(**raw.at(path), id=id, unit=row.unit, expected=expected)
    if row.values and row.values[0].since > day:
        yield BeforeTheFirstValue(**raw.at(path), id=id, day=day, first=row.values[0].since)


def _doubt(raw: RawEntry, path: str, row: Parameter, value: DatedValue) -> Iterator[PackProblem]:
    if not value.candidates:
        return
    if not value.unsure:
        yield CandidatesWithoutDoubt(**raw.at(f"{path}.candidates"), since=value.since)
    elif row.favours is None:
        yield DirectionMissing(**raw.at(f"{path}.candidates"))
    elif value.value != (best := most_favourable(row, value)):
        at = raw.at(f"{path}.value")
        yield NotTheMostFavourable(**at, since=value.since, value=value.value, best=best)


def most_favourable(row: Parameter, value: DatedValue) -> int:
    """The candidate that weighs least on the organisation; the value itself where none is named."""
    choose = max if row.favours == "longer" else min
    return choose(value.candidates, default=value.value)
