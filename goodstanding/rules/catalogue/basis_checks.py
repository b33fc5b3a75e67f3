"""Is every basis in force when it is needed, and none of them one that stays outside?"""

from collections.abc import Iterator

from goodstanding.rules.catalogue.bases import blocked
from goodstanding.rules.catalogue.cited import citations
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.consent_rules import ConsentPurpose, DataClass
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.catalogue.legality_problems import BasisEndsEarlier, BlockedInstrument
from goodstanding.rules.catalogue.limits import Limit
from goodstanding.rules.catalogue.model import BlockedBasis, Ground, Pairing
from goodstanding.rules.catalogue.problems import BasisNotInForce, BlockedGround, PackProblem
from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.catalogue.publication_rules import PublicationClass, PublicationClock
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.catalogue.sources import Citation, InForce, Instrument

Resting = tuple[RawEntry, str, InForce, Citation]
"""Who rests, where it says so, on which days, on what."""


def basis_problems(read: Draft) -> Iterator[PackProblem]:
    """Every basis not in force on the first day, every one that ends too early, every blocked one.

    A ground or a pairing whose basis ends later than it begins ends with it, by itself; all else
    says its own last day.
    """
    instruments = {row.id: row for _, row in read.of(Instrument)}
    for raw, path, span, cited in [*_ending_by_themselves(read), *_ending_by_their_dates(read)]:
        basis = instruments.get(cited.instrument)
        if basis is not None and not basis.in_force.holds_on(span.since):
            yield _not_in_force(raw, path, span, basis)
    for raw, path, span, cited in _ending_by_their_dates(read):
        basis = instruments.get(cited.instrument)
        if basis is not None and _outlives(span, basis.in_force):
            until = basis.in_force.until
            yield BasisEndsEarlier(**raw.at(path), instrument=basis.id, day=until)
    yield from _blocked(read, instruments)


def _ending_by_themselves(read: Draft) -> Iterator[Resting]:
    entries: list[tuple[RawEntry, Ground | Pairing]] = [*read.of(Ground), *read.of(Pairing)]
    for raw, entry in entries:
        for index, cited in enumerate(entry.citations):
            yield raw, f"citations[{index}]", entry.in_force, cited


def _ending_by_their_dates(read: Draft) -> Iterator[Resting]:
    rules: list[
        tuple[
            RawEntry,
            RepairRule
            | PublicationClock
            | PublicationClass
            | CommitmentTemplate
            | ProcedureEffect
            | Condition
            | Item,
        ]
    ] = [
        *read.of(Item),
        *read.of(RepairRule),
        *read.of(CommitmentTemplate),
        *read.of(PublicationClock),
        *read.of(PublicationClass),
        *read.of(ProcedureEffect),
        *read.of(Condition),
    ]
    for raw, rule in rules:
        for index, cited in enumerate(rule.citations):
            yield raw, f"citations[{index}]", rule.in_force, cited
    consents: list[tuple[RawEntry, DataClass | ConsentPurpose]] = [
        *read.of(DataClass),
        *read.of(ConsentPurpose),
    ]
    for raw, entry in consents:
        for index, cited in enumerate(entry.citations):
            yield raw, f"citations[{index}]", entry.in_force, cited
    for raw, limit in read.of(Limit):
        yield raw, "citation", limit.in_force, limit.citation
    for raw, effect in read.of(ProcedureEffect):
        if effect.cap is not None and effect.cap.citation is not None:
            yield raw, "cap.citation", effect.in_force, effect.cap.citation
    for raw, department in read.of(Department):
        for index, each in enumerate(department.competences):
            if each.citation is not None:
                yield raw, f"competences[{index}].citation", each.in_force, each.citation


def _outlives(span: InForce, basis: InForce) -> bool:
    """True if the entry begins under its basis and runs on after it."""
    if basis.until is None or not basis.holds_on(span.since):
        return False
    return span.until is None or span.until > basis.until


def _not_in_force(raw: RawEntry, path: str, span: InForce, basis: Instrument) -> PackProblem:
    days = f"{basis.in_force.since} - {basis.in_force.until or '…'}"
    return BasisNotInForce(**raw.at(path), instrument=basis.id, day=span.since, span=days)


def _blocked(read: Draft, instruments: dict[str, Instrument]) -> Iterator[PackProblem]:
    rows = [row for _, row in read.of(BlockedBasis)]
    for raw, path, cited in citations(read):
        basis = instruments.get(cited.instrument)
        found = basis and blocked(f"《{basis.title.zh}》第{cited.article}条", rows)
        if found:
            carries = raw.section in ("grounds", "pairings") and path.startswith("citations")
            kind = BlockedGround if carries else BlockedInstrument
            yield kind(**raw.at(path), basis=found.title.en)
