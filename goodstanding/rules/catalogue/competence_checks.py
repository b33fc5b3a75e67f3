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
from goodstanding.rules.catalogue.sources import InForce, first_gap


def competence_problems(read: Draft) -> Iterator[PackProblem]:
    """Every department named for what it is not competent for; days before the pack do not count.

    A department without competences is not judged: the pack does not say what it may do.
    """
    known = {row.id: row for _, row in read.of(Department) if row.competences}
    head = next(read.of(PackHead), None)
    for raw, ground in read.of(Ground):
        span = _from_the_pack_on(ground.in_force, head)
        for index, id in enumerate(ground.deciding):
            if id in known:
                yield from _decides(raw, f"deciding[{index}]", known[id], ground.field, span)
    for raw, measure in read.of(Measure):
        span = _from_the_pack_on(measure.in_force, head)
        for index, id in enumerate(measure.departments):
            if id in known and measure.procedures:
                yield from _carries_out(raw, f"departments[{index}]", known[id], measure, span)


def _decides(
    raw: RawEntry, path: str, department: Department, field: str, span: InForce
) -> Iterator[PackProblem]:
    days = [each.in_force for each in department.competences if field in each.decides]
    gap = first_gap(span, days)
    if gap is not None:
        yield NotCompetentToDecide(**raw.at(path), department=department.id, field=field, day=gap)


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
