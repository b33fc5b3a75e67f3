"""From the files of a pack to a sealed rulebook, or every reason why not."""

from collections.abc import Mapping
from typing import TypeVar

from goodstanding.rules.catalogue.draft import Draft, draft
from goodstanding.rules.catalogue.law_checks import law_problems
from goodstanding.rules.catalogue.model import (
    BlockedBasis,
    ClassIn,
    ClassOut,
    Department,
    Ground,
    Measure,
    PackHead,
    Pairing,
    Parameter,
    Procedure,
    RecordKind,
)
from goodstanding.rules.catalogue.order_checks import order_problems
from goodstanding.rules.catalogue.problems import PackProblem, Problem
from goodstanding.rules.catalogue.reference_checks import reference_problems
from goodstanding.rules.catalogue.rulebook import Rulebook, sealed
from goodstanding.rules.catalogue.sources import Instrument
from goodstanding.rules.errors import require_none

T = TypeVar("T")


def decode(files: Mapping[str, bytes]) -> Rulebook:
    """The rulebook of a pack; raises `Refused` with every problem of every file.

    `files`: the bytes of each YAML file by its name relative to the pack's folder.
    """
    read = draft(files)
    require_none(_problems(read))
    return sealed(_rulebook(read))


def lint(files: Mapping[str, bytes]) -> list[Problem]:
    """Everything wrong with a pack, in the order of its files; empty for a good one."""
    return [found.problem for found in _problems(draft(files))]


def _problems(read: Draft) -> list[PackProblem]:
    found = [*read.problems, *order_problems(read), *reference_problems(read), *law_problems(read)]
    return sorted(found, key=lambda problem: str(problem.fields["file"]))


def _rulebook(read: Draft) -> Rulebook:
    ((_, head),) = read.of(PackHead)
    return Rulebook(
        id=head.id,
        version=head.version,
        title=head.title,
        in_force_from=head.in_force_from,
        instruments={row.id: row for _, row in read.of(Instrument)},
        departments={row.id: row for _, row in read.of(Department)},
        register_classes={row.id: row for _, row in read.of(ClassIn)},
        outside_classes={row.id: row for _, row in read.of(ClassOut)},
        kinds={row.id: row for _, row in read.of(RecordKind)},
        procedures={row.id: row for _, row in read.of(Procedure)},
        parameters={row.id: row for _, row in read.of(Parameter)},
        grounds={row.id: row for _, row in read.of(Ground)},
        measures={row.id: row for _, row in read.of(Measure)},
        pairings=tuple(row for _, row in read.of(Pairing)),
        blocked_bases=tuple(row for _, row in read.of(BlockedBasis)),
    )
