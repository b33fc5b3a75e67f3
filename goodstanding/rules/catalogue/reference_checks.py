"""Whatever is named exists, and every target is a class of organisation that the register holds."""

from collections.abc import Iterator

from goodstanding.rules.catalogue.cited import citations
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.consent_checks import consent_references
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.catalogue.limits import Limit
from goodstanding.rules.catalogue.model import ClassIn, Ground, Measure, Pairing
from goodstanding.rules.catalogue.problems import (
    ClassNamedAsOut,
    PackProblem,
    PersonTarget,
    TargetNotAllowed,
    UnknownDepartment,
    UnknownId,
)
from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.catalogue.publication_rules import PublicationClass
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.refusals import did_you_mean
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.catalogue.sampling import InspectionItem, SamplingTable
from goodstanding.rules.catalogue.sources import Instrument
from goodstanding.rules.catalogue.value_checks import needs
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

Reference = tuple[RawEntry, str, str, str]
"""Who refers, where, to which section, to which id."""


def reference_problems(read: Draft) -> Iterator[PackProblem]:
    """Every id that nothing bears, and every target outside the register."""
    for raw, path, section, id in _references(read):
        known = read.ids(section)
        if id not in known:
            yield _unknown(raw, path, section, id, known)
    for raw, measure in read.of(Measure):
        yield from _aimed(raw, measure.targets, read)
    for raw, template in read.of(CommitmentTemplate):
        yield from _aimed(raw, template.targets, read)
    for raw, row in read.of(ClassIn):
        yield from _class_in(raw, row)


def _references(read: Draft) -> Iterator[Reference]:
    for raw, ground in read.of(Ground):
        yield from _each(raw, "deciding", "departments", ground.deciding)
        yield from _each(raw, "records", "record_kinds", ground.records)
        if ground.repair is not None:
            yield raw, "repair", "repairs", ground.repair
    for raw, measure in read.of(Measure):
        yield from _each(raw, "departments", "departments", measure.departments)
        yield from _each(raw, "procedures", "procedures", measure.procedures)
    for raw, pairing in read.of(Pairing):
        yield raw, "ground", "grounds", pairing.ground
        yield raw, "measure", "measures", pairing.measure
    for raw, path, id, *_ in needs(read):
        yield raw, path, "parameters", id
    yield from _of_the_law_itself(read)
    yield from _of_display_and_limits(read)
    yield from consent_references(read)
    yield from _of_inspection(read)


def _of_the_law_itself(read: Draft) -> Iterator[Reference]:
    for raw, path, cited in citations(read):
        yield raw, f"{path}.instrument", "instruments", cited.instrument
    for raw, row in read.of(Instrument):
        if row.see is not None:
            yield raw, "see", "instruments", row.see
    for raw, department in read.of(Department):
        yield from _each(raw, "registers", "classes_in_the_register", department.registers)
        for index, each in enumerate(department.competences):
            path = f"competences[{index}].implements"
            yield from _each(raw, path, "procedures", each.implements)


def _of_display_and_limits(read: Draft) -> Iterator[Reference]:
    for raw, rule in read.of(PublicationClass):
        yield raw, "clock", "publication_clocks", rule.clock
        yield raw, "record", "record_kinds", rule.record
        yield from _each(raw, "told_by", "departments", rule.told_by)
    for raw, repair in read.of(RepairRule):
        yield from _each(raw, "records", "record_kinds", repair.records)
    for raw, template in read.of(CommitmentTemplate):
        yield from _each(raw, "departments", "departments", template.departments)
    for raw, condition in read.of(Condition):
        yield from _each(raw, "opens", "measures", condition.opens)
        for index, each in enumerate(condition.records):
            yield raw, f"records[{index}].kind", "record_kinds", each.kind
    for raw, limit in read.of(Limit):
        yield from _each(raw, "grounds", "grounds", limit.grounds)
        yield from _each(raw, "measures", "measures", limit.measures)
    for raw, effect in read.of(ProcedureEffect):
        yield raw, "measure", "measures", effect.measure
        yield raw, "procedure", "procedures", effect.procedure
    for raw, item in read.of(Item):
        yield raw, "department", "departments", item.department
        yield raw, "procedure", "procedures", item.procedure


def _of_inspection(read: Draft) -> Iterator[Reference]:
    for raw, table in read.of(SamplingTable):
        yield raw, "field", "fields", table.field
        for index, rule in enumerate(table.rules):
            at = f"rules[{index}]"
            if rule.measure is not None:
                yield raw, f"{at}.measure", "measures", rule.measure
            yield from _each(raw, f"{at}.records", "record_kinds", rule.records)
            yield from _each(raw, f"{at}.instruments", "instruments", rule.instruments)
    for raw, item in read.of(InspectionItem):
        yield raw, "field", "fields", item.field
        yield raw, "department", "departments", item.department


def _each(raw: RawEntry, path: str, section: str, ids: tuple[str, ...]) -> Iterator[Reference]:
    for index, id in enumerate(ids):
        yield raw, f"{path}[{index}]", section, id


def _unknown(raw: RawEntry, path: str, section: str, id: str, known: frozenset[str]) -> PackProblem:
    suggestion = did_you_mean(id, known)
    if section == "departments":
        return UnknownDepartment(**raw.at(path), id=id, suggestion=suggestion)
    return UnknownId(**raw.at(path), id=id, section=section, suggestion=suggestion)


def _aimed(raw: RawEntry, targets: tuple[str, ...], read: Draft) -> Iterator[PackProblem]:
    for index, id in enumerate(targets):
        if not _allowed(id, read):
            yield _target(raw, f"targets[{index}]", id, read)


def _allowed(id: str, read: Draft) -> bool:
    return id in read.ids("classes_in_the_register")


def _target(raw: RawEntry, path: str, id: str, read: Draft) -> PackProblem:
    if id in PERSONS:
        return PersonTarget(**raw.at(path), id=id)
    named = {row.id: prefix for prefix, row in CLASSES.items() if prefix.startswith(NAMED_AS_OUT)}
    if id in named:
        return ClassNamedAsOut(**raw.at(path), id=id, prefix=named[id])
    suggestion = did_you_mean(id, read.ids("classes_in_the_register"))
    return TargetNotAllowed(**raw.at(path), id=id, suggestion=suggestion)


def _class_in(raw: RawEntry, row: ClassIn) -> Iterator[PackProblem]:
    for index, prefix in enumerate(row.prefixes):
        if prefix.startswith(NAMED_AS_OUT):
            yield ClassNamedAsOut(**raw.at(f"prefixes[{index}]"), id=row.id, prefix=prefix)
    if row.id in PERSONS:
        yield PersonTarget(**raw.at(), id=row.id)
    elif row.id not in {known.id for known in CLASSES.values()}:
        suggestion = did_you_mean(row.id, {known.id for known in CLASSES.values()})
        yield TargetNotAllowed(**raw.at(), id=row.id, suggestion=suggestion)
