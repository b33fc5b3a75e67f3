"""A rulebook: one immutable version of the catalogue, and the questions it answers."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

import msgspec

from goodstanding.rules.catalogue import bases, refusals
from goodstanding.rules.catalogue.amending import Amended, Change
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.consent_rules import ConsentPurpose, DataClass, GranteeKind
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.catalogue.limits import Limit
from goodstanding.rules.catalogue.model import (
    BlockedBasis,
    ClassIn,
    ClassOut,
    Dated,
    Field,
    Ground,
    Measure,
    Pairing,
    Parameter,
    Procedure,
    RecordKind,
)
from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.catalogue.publication_rules import PublicationClass, PublicationClock
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.catalogue.sampling import InspectionItem, SamplingTable
from goodstanding.rules.catalogue.sources import Citation, InForce, Instrument, Title, earliest
from goodstanding.rules.errors import refuse

T = TypeVar("T")
DAY = timedelta(days=1)
Pair = tuple[str, str]
Run = tuple[date, date | None]


class Rulebook(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, eq=False):
    """Everything a pack says, by id; two rulebooks are the same if their digests are.

    `digest`: SHA-256, in hex, of the canonical bytes. `in_force_from`: its first legal day.
    `amends`: the version it changes, whose rules hold before that day; `changes`: what it changed.
    """

    id: str
    version: str
    title: Title
    in_force_from: date
    departments: Mapping[str, Department]
    register_classes: Mapping[str, ClassIn]
    outside_classes: Mapping[str, ClassOut]
    kinds: Mapping[str, RecordKind]
    procedures: Mapping[str, Procedure]
    grounds: Mapping[str, Ground]
    measures: Mapping[str, Measure]
    pairings: tuple[Pairing, ...]
    parameters: Mapping[str, Parameter]
    instruments: Mapping[str, Instrument]
    blocked_bases: tuple[BlockedBasis, ...]
    fields: Mapping[str, Field] = {}
    repairs: Mapping[str, RepairRule] = {}
    publication_clocks: Mapping[str, PublicationClock] = {}
    publication_classes: Mapping[str, PublicationClass] = {}
    limits: Mapping[str, Limit] = {}
    commitments: Mapping[str, CommitmentTemplate] = {}
    procedure_effects: Mapping[str, ProcedureEffect] = {}
    grantee_kinds: Mapping[str, GranteeKind] = {}
    data_classes: Mapping[str, DataClass] = {}
    consent_purposes: Mapping[str, ConsentPurpose] = {}
    conditions: Mapping[str, Condition] = {}
    sampling_tables: Mapping[str, SamplingTable] = {}
    inspection_items: Mapping[str, InspectionItem] = {}
    items: Mapping[str, Item] = {}
    amends: Amended | None = None
    changes: tuple[Change, ...] = ()
    digest: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rulebook) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @property
    def classes_in(self) -> frozenset[str]:
        """The ids of the classes of organisation held in the register."""
        return frozenset(self.register_classes)

    @property
    def known_from(self) -> date:
        """The first day for which it has rules: of an amendment, the first of what it amends."""
        return self.amends.known_from if self.amends else self.in_force_from

    def ground(self, id: str) -> Ground:
        """The ground; refuses `GroundUnknown`."""
        return _find(self.grounds, id, refusals.GroundUnknown)

    def measure(self, id: str) -> Measure:
        """The measure; refuses `MeasureUnknown`."""
        return _find(self.measures, id, refusals.MeasureUnknown)

    def department(self, id: str) -> Department:
        """The department; refuses `DepartmentUnknown`."""
        return _find(self.departments, id, refusals.DepartmentUnknown)

    def procedure(self, id: str) -> Procedure:
        """The procedure; refuses `ProcedureUnknown`."""
        return _find(self.procedures, id, refusals.ProcedureUnknown)

    def kind(self, id: str) -> RecordKind:
        """The kind of record; refuses `KindUnknown`."""
        return _find(self.kinds, id, refusals.KindUnknown)

    def instrument(self, id: str) -> Instrument:
        """The instrument; refuses `InstrumentUnknown`."""
        return _find(self.instruments, id, refusals.InstrumentUnknown)

    def repair(self, id: str) -> RepairRule:
        """The repair rule; refuses `RepairRuleUnknown`."""
        return _find(self.repairs, id, refusals.RepairRuleUnknown)

    def commitment(self, id: str) -> CommitmentTemplate:
        """The template of a promise; refuses `TemplateUnknown`."""
        return _find(self.commitments, id, refusals.TemplateUnknown)

    def inspection_item(self, id: str) -> InspectionItem:
        """The item of inspection; refuses `InspectionItemUnknown`."""
        return _find(self.inspection_items, id, refusals.InspectionItemUnknown)

    def sampling(self, field: str, on: date) -> SamplingTable:
        """The table of sampling in force for a field on a day; refuses `SamplingTableUnknown`."""
        held = (each for each in self.sampling_tables.values() if each.field == field)
        found = next((each for each in held if each.in_force.holds_on(on)), None)
        if found is None:
            refuse(refusals.SamplingTableUnknown(field=field, on=on))
        return found

    def item(self, id: str) -> Item:
        """The item handled on application; refuses `ItemUnknown`."""
        return _find(self.items, id, refusals.ItemUnknown)

    def parameter(self, id: str, on: date) -> Dated:
        """The value in force on a day; refuses `ParameterUnknown`, `ValueNotYetInForce`."""
        rule = _find(self.parameters, id, refusals.ParameterUnknown)
        in_force = [value for value in rule.values if value.since <= on]
        if not in_force:
            refuse(refusals.ValueNotYetInForce(id=id, on=on, first=rule.values[0].since))
        now = in_force[-1]
        return Dated(
            value=now.value, unit=rule.unit, citation=now.citation, to_confirm=now.to_confirm
        )

    def registering(self, class_id: str) -> tuple[Department, ...]:
        """The departments that keep the base registration of a class of organisation."""
        found = (each for each in self.departments.values() if class_id in each.registers)
        return tuple(found)

    def deciding(self, ground_id: str, on: date) -> tuple[str, ...]:
        """The departments that may decide on a ground on a day: named for it, and competent then.

        Refuses `GroundUnknown`.
        """
        ground = self.ground(ground_id)
        named = (self.department(id) for id in ground.deciding)
        return tuple(each.id for each in named if each.decides_on(ground.field, on))

    def pairings_of(self, ground_id: str, on: date) -> tuple[Pairing, ...]:
        """The pairings of a ground in force on a day: the pairing, its measure, its every basis."""
        ground = self.ground(ground_id)
        if on < self.in_force_from or not ground.in_force.holds_on(on):
            return ()
        own = (pairing for pairing in self.pairings if pairing.ground == ground_id)
        return tuple(pairing for pairing in own if self._holds_on(pairing, on))

    def paired(self, ground_id: str, measure_id: str) -> Sequence[Pairing]:
        """Every pairing of a ground and a measure, whenever it holds; none if they are no pair."""
        return _by_pair(_Same(self)).get((ground_id, measure_id), ())

    def ends(self, ground_id: str, measure_id: str, on: date | None = None) -> date | None:
        """The last day the pairing can carry an effect: the earliest of it, its bases, its measure.

        `on`: the day of the decision; where the pairing ended and came back after a gap, only the
        run of days that holds `on` counts. Without it, the latest run. None: open, no end known.
        Refuses `GroundUnknown`, `MeasureUnknown`, `PairingUnknown`.
        """
        self.ground(ground_id)
        self.measure(measure_id)
        known, pair = _known_runs(_Same(self)), (ground_id, measure_id)
        if pair not in known:
            known[pair] = self._runs(ground_id, measure_id)
        runs = known[pair]
        if not runs:
            refuse(refusals.PairingUnknown(ground=ground_id, measure=measure_id))
        begun = [run for run in runs if on is None or run[0] <= on]
        return (begun or runs[:1])[-1][1]

    def at_procedure(self, procedure: str, on: date) -> tuple[ProcedureEffect, ...]:
        """What each measure does at a procedure on a day, in the order of the pack."""
        rows = self.procedure_effects.values()
        return tuple(
            row for row in rows if row.procedure == procedure and row.in_force.holds_on(on)
        )

    def blocked(self, basis_text: str) -> BlockedBasis | None:
        """The blocked instrument or article that a basis, as typed, names; None if it names none."""
        return bases.blocked(basis_text, self.blocked_bases)

    def readable(self, basis_text: str) -> tuple[bases.ReadBasis, ...]:
        """The instruments a basis names; empty where it cannot be read and an officer must look."""
        return bases.readable(basis_text, self.instruments.values(), self.blocked_bases)

    def citation_title(self, citation: Citation, on: date) -> Title:
        """The citation in words, as its article was numbered on a day."""
        instrument = self.instrument(citation.instrument)
        article = citation.article_on(on)
        return Title(
            zh=f"《{instrument.title.zh}》第{article}条",
            en=f"{instrument.title.en}, art. {article}",
        )

    def _holds_on(self, pairing: Pairing, day: date) -> bool:
        last = self._last_day(pairing)
        return self._first_day(pairing) <= day and (last is None or day <= last)

    def _first_day(self, pairing: Pairing) -> date:
        return max(force.since for force in self._forces(pairing))

    def _last_day(self, pairing: Pairing) -> date | None:
        return earliest(force.until for force in self._forces(pairing))

    def _forces(self, pairing: Pairing) -> tuple[InForce, ...]:
        """Every span that must hold for a pairing to hold."""
        bases = tuple(self.instrument(cited.instrument).in_force for cited in pairing.citations)
        return (pairing.in_force, self.measure(pairing.measure).in_force, *bases)

    def _runs(self, ground_id: str, measure_id: str) -> list[Run]:
        """The days the pairing holds, as runs without a gap, oldest first."""
        own = self.paired(ground_id, measure_id)
        runs: list[Run] = []
        for first, last in sorted((self._first_day(row), self._last_day(row)) for row in own):
            if runs and runs[-1][1] is not None and first == runs[-1][1] + DAY:
                first = runs.pop()[0]
            runs.append((first, last))
        return runs


class _Same:
    """A rulebook that is known again by being the same object: comparing it costs too much."""

    __slots__ = ("rulebook",)

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.rulebook is other.rulebook

    def __hash__(self) -> int:
        return id(self.rulebook)


@lru_cache(maxsize=64)
def _by_pair(same: _Same) -> Mapping[Pair, Sequence[Pairing]]:
    found: dict[Pair, list[Pairing]] = {}
    for each in same.rulebook.pairings:
        found.setdefault((each.ground, each.measure), []).append(each)
    return found


@lru_cache(maxsize=64)
def _known_runs(same: _Same) -> dict[Pair, list[Run]]:
    """Filled as it is asked: a rulebook never changes, and a page or a check asks few."""
    return {}


def sealed(rulebook: Rulebook) -> Rulebook:
    """The rulebook with its digest: SHA-256 of its canonical bytes, in hex."""
    return msgspec.structs.replace(rulebook, digest=sha256(canonical(rulebook)).hexdigest())


def canonical(rulebook: Rulebook) -> bytes:
    """The bytes that are the rulebook: JSON, keys sorted, NFC, defaults and the digest left out."""
    content = msgspec.structs.replace(rulebook, digest="")
    return unicodedata.normalize(
        "NFC", msgspec.json.encode(content, order="sorted").decode()
    ).encode()


def from_canonical(data: bytes) -> Rulebook:
    """The rulebook of canonical bytes, its digest that of the bytes; raises `msgspec.DecodeError`."""
    rulebook = msgspec.json.decode(data, type=Rulebook)
    return msgspec.structs.replace(rulebook, digest=sha256(data).hexdigest())


def _find(table: Mapping[str, T], id: str, unknown: type[refusals.Unknown]) -> T:
    found = table.get(id)
    if found is None:
        refuse(unknown(id=id, known=table))
    return found
