"""The shape of a pack file: sections, each a list; sections of all files of a pack are joined."""

from typing import get_args, get_type_hints

import msgspec

from goodstanding.rules.catalogue.amending import Ending
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
    Field,
    Ground,
    Measure,
    PackHead,
    Pairing,
    Parameter,
    Procedure,
    RecordKind,
)
from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.catalogue.publication_rules import PublicationClass, PublicationClock
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.catalogue.sampling import InspectionItem, SamplingTable
from goodstanding.rules.catalogue.sources import Instrument


class PackFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One YAML file of a pack. `pack` stands in exactly one file; the rest may stand in any."""

    pack: PackHead | None = None
    instruments: tuple[Instrument, ...] = ()
    departments: tuple[Department, ...] = ()
    classes_in_the_register: tuple[ClassIn, ...] = ()
    classes_outside: tuple[ClassOut, ...] = ()
    record_kinds: tuple[RecordKind, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    fields: tuple[Field, ...] = ()
    grounds: tuple[Ground, ...] = ()
    measures: tuple[Measure, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    blocked_bases: tuple[BlockedBasis, ...] = ()
    repairs: tuple[RepairRule, ...] = ()
    publication_clocks: tuple[PublicationClock, ...] = ()
    publication_classes: tuple[PublicationClass, ...] = ()
    limits: tuple[Limit, ...] = ()
    commitments: tuple[CommitmentTemplate, ...] = ()
    procedure_effects: tuple[ProcedureEffect, ...] = ()
    grantee_kinds: tuple[GranteeKind, ...] = ()
    data_classes: tuple[DataClass, ...] = ()
    consent_purposes: tuple[ConsentPurpose, ...] = ()
    conditions: tuple[Condition, ...] = ()
    sampling_tables: tuple[SamplingTable, ...] = ()
    inspection_items: tuple[InspectionItem, ...] = ()
    items: tuple[Item, ...] = ()
    ends: tuple[Ending, ...] = ()


SECTIONS: dict[str, type[msgspec.Struct]] = {
    name: get_args(hint)[0] for name, hint in get_type_hints(PackFile).items()
}
"""Each section of a pack file with the type of its entries."""


def json_schema() -> bytes:
    """The JSON Schema of a pack file, for editors and for `rulebook/schema/pack.json`."""
    schema = msgspec.json.schema(PackFile)
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2) + b"\n"
