"""May the department do what the pack gives it, on every day the pack gives it?"""

from collections.abc import Iterator

from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.legality_problems import (
    NotCompetentToCarryOut,
    NotCompetentToDecide,
)
from goodstanding.rules.catalogue.model import Ground, Measure, PackHead
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.sources import InForce, first_gap, overlap


def competence_problems(read: Draft) -> Iterator[PackProblem]:
    """Every department named for what it is not competent for; days before the pack do not count.

    A ground may name a department that became competent later, or was competent before: on its day
    it decides; each is competent some day, and some department on each day. A measure goes to all
    its departments, so each runs its procedures throughout. A department without competences is not
    judged: the pack does not say what it may do.
    """
    known = {row.id: row for _, row in read.of(Department) if row.competences}
    head = next(read.of(PackHead), None)
    for raw, ground in read.of(Ground):
        span = _from_the_pack_on(ground.in_force, head)
        deciding = [known[id] for id in ground.deciding if id in known]
        yield from (
            _never_decides(raw, each, ground, span) for each in _never(deciding, ground, span)
        )
        if len(deciding) == len(ground.deciding):
            yield from _nobody_decides(raw, deciding, ground, span)
    for raw, measure in read.of(Measure):
        span = _from_the_pack_on(measure.in_force, head)
        for index, id in enumerate(measure.departments):
            if id in known and measure.procedures:
                yield from _carries_out(raw, f"departments[{index}]", known[id], measure, span)


def _competent(department: Department, ground: Ground) -> list[InForce]:
    return [each.in_force for each in department.competences if ground.field in each.decides]


def _never(deciding: list[Department], ground: Ground, span: InForce) -> list[Department]:
    """Those competent on no day of the ground."""
    return [
        each
        for each in deciding
        if not any(overlap(days, span) for days in _competent(each, ground))
    ]


def _never_decides(
    raw: RawEntry, department: Department, ground: Ground, span: InForce
) -> PackProblem:
    path = f"deciding[{ground.deciding.index(department.id)}]"
    return NotCompetentToDecide(
        **raw.at(path), department=department.id, field=ground.field, day=span.since
    )


def _nobody_decides(
    raw: RawEntry, deciding: list[Department], ground: Ground, span: InForce
) -> Iterator[PackProblem]:
    """A day of the ground on which none of its departments is competent."""
    able = [each for each in deciding if each not in _never(deciding, ground, span)]
    gap = first_gap(span, [days for each in able for days in _competent(each, ground)])
    if able and gap is not None:
        named = ", ".join(each.id for each in able)
        yield NotCompetentToDecide(
            **raw.at("deciding"), department=named, field=ground.field, day=gap
        )


def _carries_out(
    raw: RawEntry, path: str, department: Department, measure: Measure, span: InForce
) -> Iterator[PackProblem]:
    """A measure may touch several procedures, each run by one of its departments."""
    days = [
        each.in_force
        for each in department.competences
        if not set(measure.procedures).isdisjoint(each.implements)
    ]
    gap = first_gap(span, days)
    if gap is not None:
        yield NotCompetentToCarryOut(
            **raw.at(path), department=department.id, procedures=measure.procedures, day=gap
        )


def _from_the_pack_on(span: InForce, head: tuple[RawEntry, PackHead] | None) -> InForce:
    first = head[1].in_force_from if head else span.since
    return InForce(since=max(span.since, first), until=span.until)
