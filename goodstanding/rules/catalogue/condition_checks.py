"""Does a standing condition ask something, and open nothing but advantages?"""

from collections.abc import Iterator

from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.model import Measure
from goodstanding.rules.catalogue.problems import PackProblem


class ConditionAsksNothing(PackProblem):
    """The condition asks for nothing, so everybody would meet it."""

    cure = "Name the records that count against it, or set restrictions or existed_years."


class ConditionOpensARestriction(PackProblem):
    """The condition opens {measure}, which is a restriction."""

    cure = "Open advantages only; a restriction follows from a decision and its pairing."


class YearsWithoutRecords(PackProblem):
    """The years look back for nothing: no kind of record counts against the condition."""

    cure = "Name the kinds of record that count, or remove years."


def condition_problems(read: Draft) -> Iterator[PackProblem]:
    """Every condition that asks nothing, looks back for nothing or opens a restriction."""
    senses = {row.id: row.sense for _, row in read.of(Measure)}
    for raw, row in read.of(Condition):
        if not (row.records or row.restrictions or row.existed_years):
            yield ConditionAsksNothing(**raw.at())
        if row.years and not row.records:
            yield YearsWithoutRecords(**raw.at("years"))
        for index, id in enumerate(row.opens):
            if senses.get(id) == "burden":
                yield ConditionOpensARestriction(**raw.at(f"opens[{index}]"), measure=id)
