"""The rules of one day of a rulebook, as if they had always been the law and would stay it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

from msgspec.structs import replace

from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.model import Ground, Measure, Parameter
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Instrument

#: Before any act of any register.
EVER = date(1900, 1, 1)
DAY = timedelta(days=1)
D = TypeVar("D", Ground, Measure, Instrument, Condition)


def as_on(rulebook: Rulebook, day: date) -> Rulebook:
    """What a rulebook says on a day, without a first day; what ends later still ends then.

    Args:
        rulebook: of an amendment, the whole law as amended.
        day: not before the rulebook's first.
    """
    pairings = (each for id in rulebook.grounds for each in rulebook.pairings_of(id, day))
    return replace(
        rulebook,
        digest=f"{rulebook.digest}@{day}",
        in_force_from=EVER,
        amends=None,
        changes=(),
        grounds=_ever({k: v for k, v in rulebook.grounds.items() if v.in_force.holds_on(day)}),
        measures=_ever(rulebook.measures),
        instruments=_ever(rulebook.instruments),
        pairings=tuple(replace(x, in_force=replace(x.in_force, since=EVER)) for x in pairings),
        conditions=_ever(
            {k: v for k, v in rulebook.conditions.items() if v.in_force.holds_on(day)}
        ),
        parameters={id: _valued(each, day) for id, each in rulebook.parameters.items()},
    )


def _ever(rules: Mapping[str, D]) -> dict[str, D]:
    return {
        id: replace(each, in_force=replace(each.in_force, since=EVER)) for id, each in rules.items()
    }


def _valued(rule: Parameter, day: date) -> Parameter:
    """Its value on the day; before its first, its first."""
    begun = [each for each in rule.values if each.since <= day] or rule.values[:1]
    return replace(rule, values=(replace(begun[-1], since=EVER),))


def changing_days(rulebook: Rulebook) -> list[date]:
    """The days on which what a rulebook says may begin to differ, in order."""
    forces = [
        *(each.in_force for each in rulebook.grounds.values()),
        *(each.in_force for each in rulebook.measures.values()),
        *(each.in_force for each in rulebook.instruments.values()),
        *(each.in_force for each in rulebook.pairings),
        *(each.in_force for each in rulebook.conditions.values()),
    ]
    ended = (each.until + DAY for each in forces if each.until)
    values = (each.since for rule in rulebook.parameters.values() for each in rule.values)
    return sorted({*(each.since for each in forces), *ended, *values})
