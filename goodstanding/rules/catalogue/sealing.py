"""The entries of a draft as one rulebook, by id."""

from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.consent_rules import ConsentPurpose, DataClass, GranteeKind
from goodstanding.rules.catalogue.draft import Draft
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
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sampling import InspectionItem, SamplingTable
from goodstanding.rules.catalogue.sources import Instrument


def rulebook_of(read: Draft) -> Rulebook:
    """The rulebook of a draft without problems, not yet sealed."""
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
        fields={row.id: row for _, row in read.of(Field)},
        grounds={row.id: row for _, row in read.of(Ground)},
        measures={row.id: row for _, row in read.of(Measure)},
        pairings=tuple(row for _, row in read.of(Pairing)),
        blocked_bases=tuple(row for _, row in read.of(BlockedBasis)),
        repairs={row.id: row for _, row in read.of(RepairRule)},
        publication_clocks={row.id: row for _, row in read.of(PublicationClock)},
        publication_classes={row.id: row for _, row in read.of(PublicationClass)},
        limits={row.id: row for _, row in read.of(Limit)},
        commitments={row.id: row for _, row in read.of(CommitmentTemplate)},
        procedure_effects={row.id: row for _, row in read.of(ProcedureEffect)},
        grantee_kinds={row.id: row for _, row in read.of(GranteeKind)},
        data_classes={row.id: row for _, row in read.of(DataClass)},
        consent_purposes={row.id: row for _, row in read.of(ConsentPurpose)},
        conditions={row.id: row for _, row in read.of(Condition)},
        sampling_tables={row.id: row for _, row in read.of(SamplingTable)},
        inspection_items={row.id: row for _, row in read.of(InspectionItem)},
        items={row.id: row for _, row in read.of(Item)},
    )
