"""The records that may stand against a condition, read only where a procedure asks for one."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from msgspec.structs import replace

from goodstanding.publication import queries as publication
from goodstanding.register.reading import named_states
from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.condition.counting import decisions
from goodstanding.rules.condition.earning import opening
from goodstanding.rules.condition.window import looked_back_to
from goodstanding.rules.identity import Person
from goodstanding.rules.states import State
from goodstanding.rules.working_set import WorkingSet

#: Records read at a time: one that counts is enough, and most organisations have fewer.
AT_A_TIME = 20


def with_counting(person: Person, *, procedure: str, on: date, rulebook: Rulebook) -> Person:
    """The legal person with what may count against the conditions at a procedure, from today on.

    Reading ends once each condition has something against it: the answer is then known, and a check
    that is asked again because one of these was wrong finds all others.
    """
    wanted = list({each.id: each for each, _ in opening(rulebook, procedure, on)}.values())
    states = dict(person.states)
    for condition in wanted:
        _read(condition, states, person.codes, on)
    return replace(person, states=states) if wanted else person


def _read(condition: Condition, states: dict[str, State], codes: Sequence[str], on: date) -> None:
    if not condition.records:
        return
    after = looked_back_to(on, condition.years) if condition.years else None
    for page in _pages(codes, on, after):
        states.update(named_states(page))
        if any(each.against for each in decisions(condition, WorkingSet(states), on)):
            return


def _pages(codes: Sequence[str], on: date, after: date | None) -> Iterator[list[str]]:
    for code in codes:
        for start in count(0, AT_A_TIME):
            page = publication.counting(
                organisation=code, on=on, after=after, limit=AT_A_TIME, offset=start
            )
            if page:
                yield page
            if len(page) < AT_A_TIME:
                break
