"""What a plan looks at of each organisation in its pool: own records in the field, and nothing else."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from goodstanding.designations import queries as designations
from goodstanding.measures import queries as measures
from goodstanding.publication import queries as publication
from goodstanding.register.reading import content
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sampling import SamplingRule, SamplingTable
from goodstanding.rules.inspection.rates import Candidate, FieldRecord
from goodstanding.rules.periods import corresponding_day

Advantage = tuple[str, str]


def candidates(
    codes: Iterable[str], table: SamplingTable, *, rulebook: Rulebook, on: date
) -> list[Candidate]:
    """Each organisation with what the table asks about; a few queries however many there are."""
    records = _records(table.rules, rulebook, on)
    advantages = _advantages(table.rules, on)
    return [
        Candidate(
            code=code,
            records=tuple(records.get(code, ())),
            advantages=tuple(advantages.get(code, ())),
        )
        for code in codes
    ]


def _records(
    rules: Iterable[SamplingRule], rulebook: Rulebook, on: date
) -> dict[str, list[FieldRecord]]:
    """The adverse records in effect, by organisation, with the instruments their basis names."""
    asked = [rule for rule in rules if rule.when == "adverse-record"]
    if not asked:
        return {}
    since = min(corresponding_day(on, -(rule.months or 0)) for rule in asked)
    kinds = {kind for rule in asked for kind in rule.records}
    rows = list(publication.counting_against(kinds=kinds, since=since, on=on))
    told = content(row.content_position for row in rows)
    named: dict[str, frozenset[str]] = {}
    found: dict[str, list[FieldRecord]] = defaultdict(list)
    for row in rows:
        basis = told.get(row.content_position, {}).get("basis", "")
        if basis not in named:
            read = (each.instrument for each in rulebook.readable(basis))
            named[basis] = frozenset(each for each in read if each)
        one = FieldRecord(
            id=row.record,
            kind=row.record_kind,
            decided_on=row.decided_on,
            instruments=named[basis],
        )
        found[row.organisation].append(one)
    return found


def _advantages(rules: Iterable[SamplingRule], on: date) -> dict[str, list[Advantage]]:
    """The advantages whose designation is in force, by organisation: measure, and what carries it."""
    asked = {rule.measure for rule in rules if rule.when == "advantage" and rule.measure}
    found: dict[str, list[Advantage]] = defaultdict(list)
    if not asked:
        return found
    rows = list(measures.carrying(measures=asked, on=on))
    named = {case for row in rows for case in row.designations}
    in_force = designations.in_force(on=on).filter(id__in=named).values_list("id", flat=True)
    holding = set(in_force)
    for row in rows:
        for case in row.designations:
            if case in holding:
                found[row.organisation].append((row.measure, case))
    return found
