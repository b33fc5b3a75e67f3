"""Is a table of sampling whole, in order, and for its own field?"""

from collections.abc import Iterator

from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.model import Measure, RecordKind
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.sampling import InspectionItem, SamplingRule, SamplingTable
from goodstanding.rules.catalogue.sampling_problems import (
    ItemWithoutTable,
    MeasureIsNoAdvantage,
    RecordKindNotAdverse,
    SamplingRuleUnfinished,
    SharesOutOfOrder,
)


def sampling_problems(read: Draft) -> Iterator[PackProblem]:
    """Every rule that is unfinished or of the wrong sense, and every item nothing draws for."""
    tables = [table for _, table in read.of(SamplingTable)]
    for raw, table in read.of(SamplingTable):
        shares = (table.shares.reduced, table.shares.ordinary, table.shares.raised)
        if list(shares) != sorted(shares):
            yield SharesOutOfOrder(**raw.at("shares"))
        for index, rule in enumerate(table.rules):
            yield from _rule(read, raw, f"rules[{index}]", rule)
    for raw, item in read.of(InspectionItem):
        if not any(table.field == item.field for table in tables):
            yield ItemWithoutTable(**raw.at("field"), field=item.field)


def _rule(read: Draft, raw: RawEntry, path: str, rule: SamplingRule) -> Iterator[PackProblem]:
    """What the two kinds of rule need, and may not do: reduce for a burden, raise for an honour."""
    if rule.when == "advantage":
        if rule.measure is None or rule.rate != "reduced" or rule.records or rule.instruments:
            yield SamplingRuleUnfinished(**raw.at(path), needs="rate: reduced, measure")
        burdens = {each.id for _, each in read.of(Measure) if each.sense != "advantage"}
        if rule.measure in burdens:
            yield MeasureIsNoAdvantage(**raw.at(f"{path}.measure"), measure=rule.measure)
        return
    whole = rule.records and rule.instruments and rule.months and rule.measure is None
    if not whole or rule.rate != "raised":
        needs = "rate: raised, records, instruments, months"
        yield SamplingRuleUnfinished(**raw.at(path), needs=needs)
    harmless = {each.id for _, each in read.of(RecordKind) if not each.adverse}
    for index, kind in enumerate(rule.records):
        if kind in harmless:
            yield RecordKindNotAdverse(**raw.at(f"{path}.records[{index}]"), kind=kind)
