"""Whatever is named exists, and every target is a class of organisation that the register holds."""

from collections.abc import Iterator

from goodstanding.rules.catalogue.amending import Ending
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.model import (
    ClassIn,
    Ground,
    Measure,
    Pairing,
    Parameter,
    RecordKind,
)
from goodstanding.rules.catalogue.problems import (
    ClassNamedAsOut,
    PackProblem,
    PersonTarget,
    TargetNotAllowed,
    UnknownDepartment,
    UnknownId,
)
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.refusals import did_you_mean
from goodstanding.rules.catalogue.sources import Citation
from goodstanding.rules.organisation_classes import CLASSES

NAMED_AS_OUT = ("92", "2", "54", "7", "8", "A")
"""Beginnings of codes that no pack can bring into the register: the boundary is firm."""

PERSONS = frozenset(
    {
        "actual-controller",
        "director",
        "employee",
        "individual",
        "legal-representative",
        "manager",
        "natural-person",
        "owner",
        "person",
        "principal",
        "responsible-person",
        "shareholder",
        "supervisor",
    }
)

Reference = tuple[RawEntry, str, str]
"""Who refers, to which section, to which id."""


def reference_problems(read: Draft) -> Iterator[PackProblem]:
    """Every id that nothing bears, and every target outside the register."""
    for raw, section, id in _references(read):
        known = read.ids(section)
        if id not in known:
            yield _unknown(raw, section, id, known)
    for raw, measure in read.of(Measure):
        yield from (_target(raw, id, read) for id in measure.targets if not _allowed(id, read))
    for raw, row in read.of(ClassIn):
        yield from _class_in(raw, row)


def _references(read: Draft) -> Iterator[Reference]:
    yield from _of_grounds(read)
    for raw, measure in read.of(Measure):
        yield from ((raw, "departments", id) for id in measure.departments)
        yield from ((raw, "procedures", id) for id in measure.procedures)
    for raw, pairing in read.of(Pairing):
        yield raw, "grounds", pairing.ground
        yield raw, "measures", pairing.measure
    for raw, kind in read.of(RecordKind):
        terms = (kind.publication_term, kind.publication_due)
        yield from ((raw, "parameters", id) for id in terms if id is not None)
    for raw, cited in citations(read):
        yield raw, "instruments", cited.instrument


def _of_grounds(read: Draft) -> Iterator[Reference]:
    for raw, ground in read.of(Ground):
        yield from ((raw, "departments", id) for id in ground.deciding)
        yield from ((raw, "record_kinds", id) for id in ground.records)
        yield raw, "parameters", ground.statement_window
        if ground.hearing.request is not None:
            yield raw, "parameters", ground.hearing.request


def citations(read: Draft) -> Iterator[tuple[RawEntry, Citation]]:
    """Every citation of the pack with the entry that cites."""
    for raw, ground in read.of(Ground):
        yield from ((raw, cited) for cited in ground.citations)
    for raw, pairing in read.of(Pairing):
        yield from ((raw, cited) for cited in (*pairing.citations, *pairing.see_also))
    for raw, measure in read.of(Measure):
        if measure.stay_exempt is not None:
            yield raw, measure.stay_exempt
    for raw, ending in read.of(Ending):
        yield raw, ending.citation
    for raw, row in read.of(Parameter):
        yield from ((raw, value.citation) for value in row.values if value.citation is not None)


def _unknown(raw: RawEntry, section: str, id: str, known: frozenset[str]) -> PackProblem:
    suggestion = did_you_mean(id, known)
    if section == "departments":
        return UnknownDepartment(**raw.at(), id=id, suggestion=suggestion)
    return UnknownId(**raw.at(), id=id, section=section, suggestion=suggestion)


def _allowed(id: str, read: Draft) -> bool:
    return id in read.ids("classes_in_the_register")


def _target(raw: RawEntry, id: str, read: Draft) -> PackProblem:
    if id in PERSONS:
        return PersonTarget(**raw.at(), id=id)
    named = {row.id: prefix for prefix, row in CLASSES.items() if prefix.startswith(NAMED_AS_OUT)}
    if id in named:
        return ClassNamedAsOut(**raw.at(), id=id, prefix=named[id])
    suggestion = did_you_mean(id, read.ids("classes_in_the_register"))
    return TargetNotAllowed(**raw.at(), id=id, suggestion=suggestion)


def _class_in(raw: RawEntry, row: ClassIn) -> Iterator[PackProblem]:
    for prefix in row.prefixes:
        if prefix.startswith(NAMED_AS_OUT):
            yield ClassNamedAsOut(**raw.at(), id=row.id, prefix=prefix)
    if row.id in PERSONS:
        yield PersonTarget(**raw.at(), id=row.id)
    elif row.id not in {known.id for known in CLASSES.values()}:
        suggestion = did_you_mean(row.id, {known.id for known in CLASSES.values()})
        yield TargetNotAllowed(**raw.at(), id=row.id, suggestion=suggestion)
