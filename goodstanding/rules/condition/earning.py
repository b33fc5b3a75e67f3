"""The advantages an organisation has because it meets a condition, and what keeps it from one."""

from collections.abc import Iterator
from datetime import date

import msgspec

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.model import Measure
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.condition.counting import decisions
from goodstanding.rules.condition.existing import existence
from goodstanding.rules.condition.explain import holding, opened, state_of
from goodstanding.rules.condition.told import Line, State
from goodstanding.rules.effects import Decision, Effect, Force, RecordVersion, versions
from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.states import Designation
from goodstanding.rules.working_set import WorkingSet


class Earned(msgspec.Struct, frozen=True, kw_only=True):
    """The effects, and the records and designations that keep a condition from being met.

    `against`: remembered with a receipt, so that the check is asked again if they prove wrong.
    """

    effects: tuple[Effect, ...] = ()
    against: tuple[RecordVersion, ...] = ()


def opening(rulebook: Rulebook, procedure: str, on: date) -> Iterator[tuple[Condition, Measure]]:
    """The conditions of a day with each advantage they open at a procedure."""
    for condition in holding(rulebook, on):
        for id in opened(condition, rulebook, on):
            measure = rulebook.measure(id)
            if procedure in measure.procedures:
                yield condition, measure


def earned(work: WorkingSet, *, procedure: str, on: date, rulebook: Rulebook) -> Earned:
    """What the conditions come to at one procedure on one day.

    Args:
        work: the legal person; of its records at least those that may stand against a condition.
    """
    effects, against = list[Effect](), list[RecordVersion]()
    for condition, measure in opening(rulebook, procedure, on):
        lines = [*existence(condition, work, on), *decisions(condition, work, on)]
        if state_of(lines) is not State.MET:
            against += (x for each in lines if each.against for x in _behind(work, each))
        elif _meant(measure, work):
            effects += _effects(condition, measure, on)
    behind = sorted(set(against), key=lambda each: each.record)
    return Earned(effects=tuple(effects), against=tuple(behind))


def _meant(measure: Measure, work: WorkingSet) -> bool:
    """Whether the advantage is for organisations of its class."""
    return any(each.class_id in measure.targets for each in work.all(Organisation))


def _effects(condition: Condition, measure: Measure, on: date) -> Iterator[Effect]:
    """Of that day alone: on the next day it is asked anew. No decision stands behind it."""
    basis = tuple(
        Basis(instrument=each.instrument, article=each.article_on(on))
        for each in condition.citations
    )
    nothing = Decision(designation="", authority="", document="", decided_on=on, elsewhere=False)
    for department in measure.departments:
        yield Effect(
            measure=measure.id,
            department=department,
            procedures=measure.procedures,
            sense=measure.sense,
            ground="",
            force=Force.IN_FORCE,
            first_day=on,
            last_day=on,
            decision=nothing,
            basis=basis,
            records=(),
            stay_exempt=None,
            condition=condition.id,
        )


def _behind(work: WorkingSet, line: Line) -> Iterator[RecordVersion]:
    """What a line is about: a record, or a designation with the records under it."""
    case = work.find(Designation, line.id)
    if case is not None:
        yield RecordVersion(record=case.id, version=1)
    yield from versions(work.records(case.records if case else (line.id,)))
