"""What a plan looks at of each organisation in its pool: own records in the field, and nothing else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from goodstanding.designations import queries as designations
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import related
from goodstanding.publication import queries as publication
from goodstanding.register.reading import content, states_of
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sampling import SamplingRule, SamplingTable
from goodstanding.rules.condition.earning import earned, opening
from goodstanding.rules.inspection.rates import Candidate, FieldRecord
from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.states import State
from goodstanding.rules.working_set import WorkingSet

Advantage = tuple[str, str]
#: What a check is asked for before an inspection.
PROCEDURE = "inspection"
#: Organisations whose states are read together.
AT_ONCE = 2_000


def candidates(
    codes: Iterable[str], table: SamplingTable, *, rulebook: Rulebook, on: date
) -> list[Candidate]:
    """Each organisation with what the table asks about; a few queries however many there are."""
    records = _records(table.rules, rulebook, on)
    wanted = list(codes)
    advantages = _advantages(table.rules, on)
    for code, earned_here in _earned(wanted, table.rules, rulebook, on):
        advantages[code] += earned_here
    return [
        Candidate(
            code=code,
            records=tuple(records.get(code, ())),
            advantages=tuple(advantages.get(code, ())),
        )
        for code in wanted
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


def _earned(
    codes: Sequence[str], rules: Iterable[SamplingRule], rulebook: Rulebook, on: date
) -> Iterator[tuple[str, list[Advantage]]]:
    """The advantages a standing condition opens on the day: measure, and the condition."""
    asked = {rule.measure for rule in rules if rule.when == "advantage"}
    if not any(measure.id in asked for _, measure in opening(rulebook, PROCEDURE, on)):
        return
    for first in range(0, len(codes), AT_ONCE):
        for code, work in _works(codes[first : first + AT_ONCE]):
            found = earned(work, procedure=PROCEDURE, on=on, rulebook=rulebook)
            mine = {(each.measure, each.condition) for each in found.effects}
            if own := sorted(each for each in mine if each[0] in asked):
                yield code, own


def _works(codes: Sequence[str]) -> Iterator[tuple[str, WorkingSet]]:
    """Each organisation with all that is held about it, and about those it came from."""
    by_code: dict[str, dict[str, State]] = {code: {} for code in codes}
    for id, state in states_of(codes).items():
        by_code[state.organisation][id] = state
    for code, found in by_code.items():
        own = found.get(code)
        if isinstance(own, Organisation) and own.predecessors:
            found |= states_of(related(code=code))
        yield code, WorkingSet(found)


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
