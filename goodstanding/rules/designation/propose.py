"""May a designation be proposed on these records and this ground?"""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts.designation import DesignationProposed
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.organisation import OrganisationEntered
from goodstanding.rules.aside.ending import NoDecisionToRestOn
from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry
from goodstanding.rules.catalogue.model import Ground
from goodstanding.rules.designation.lines import chosen, lines, pairing_refusals
from goodstanding.rules.designation.refusals import (
    BasisUnreadable,
    CaseAlreadyOpen,
    DecidedElsewhereOnly,
    DepartmentNotCompetent,
    NothingToRestOn,
    OrganisationEnded,
    RecordDisputed,
    RecordFallen,
    RecordKindNotAllowed,
    RecordRepairedBefore,
    SpeaksAgainst,
    TermTooLong,
)
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.exemplar.adopting import adoption_refusals
from goodstanding.rules.identifiers import class_of
from goodstanding.rules.law import Law
from goodstanding.rules.periods import TermMissing
from goodstanding.rules.proceeding.masks import decision_refusals
from goodstanding.rules.states import Designation, Organisation, Record
from goodstanding.rules.working_set import WorkingSet


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What an officer proposes; ``measures`` and ``months`` default to all the catalogue allows.

    ``offer``: the entry of an offered list that the proposal adopts, if it adopts one; ``list_name``,
    ``organisation_name``: of that list, and of the organisation as it says.
    """

    id: str
    organisation: str
    department: str
    ground: str
    records: tuple[str, ...]
    measures: tuple[str, ...] | None = None
    months: int | None = None
    each_suffices: bool | None = None
    case_number: str = ""
    facts: str = ""
    offer: str = ""
    list_name: str = ""
    organisation_name: str = ""


def propose(proposal: Proposal, *, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """A designation rests on records of an allowed kind and on measures the catalogue pairs.

    One that adopts a recommendation may rest on it alone: the decision is then the department's own.

    Raises:
        Refused: with everything that stands against it.
    """
    ground = law.rulebook.ground(proposal.ground)
    require_none(no_decision(proposal.records, work))
    records = [work.one(Record, each) for each in proposal.records]
    offer = work.one(OfferedEntry, proposal.offer) if proposal.offer else None
    paired = lines(ground.id, on=on, law=law, records=records)
    months = ground.term.months if proposal.months is None else proposal.months
    require_none(
        [
            *ended(work, proposal.organisation, on=on),
            *_ground_refusals(ground, proposal, months),
            *competence_refusals(ground.id, proposal.department, on=on, law=law),
            *[found for record in records for found in record_refusals(record, ground)],
            *decision_refusals(records, work, on),
            *pairing_refusals(ground.id, paired, proposal.measures, on=on),
            *(adoption_refusals(offer, ground, facts=proposal.facts, on=on) if offer else ()),
            *_open_case(proposal, work.all(Designation)),
        ]
    )
    suffices = ground.each_suffices if proposal.each_suffices is None else proposal.each_suffices
    effect = DesignationProposed(
        department=proposal.department,
        ground=ground.id,
        field=ground.field,
        sense=ground.sense,
        records=proposal.records,
        each_suffices=suffices,
        measures=chosen(paired, proposal.measures),
        months=months,
        case_number=proposal.case_number,
        offer=proposal.offer,
    )
    return [
        *_met(proposal, work, on),
        Decided(
            stream=proposal.organisation,
            aggregate=proposal.id,
            effective_on=on,
            effect=effect,
            content={"facts": proposal.facts, **_recommended(offer, proposal)},
        ),
    ]


def _met(proposal: Proposal, work: WorkingSet, on: date) -> list[Decided]:
    """An offered entry makes no organisation known; the department that adopts it does."""
    if not proposal.offer or work.find(Organisation, proposal.organisation):
        return []
    code = proposal.organisation
    effect = OrganisationEntered(
        code=code, class_id=class_of(code).id, name=proposal.organisation_name
    )
    return [Decided(stream=code, aggregate=code, effective_on=on, effect=effect)]


def _recommended(offer: OfferedEntry | None, proposal: Proposal) -> dict[str, str]:
    """Who recommends and when, as the case says it for good: an offered entry is not kept so long."""
    if offer is None:
        return {}
    return {
        "recommender": offer.supplier,
        "list_name": proposal.list_name,
        "recommended_on": offer.dated_on.isoformat(),
    }


def no_decision(named: Sequence[str], work: WorkingSet) -> list[Refusal]:
    """What is named to rest on and stands beside the register: nothing rests on what nobody decided."""
    beside: list[KeptOutcome | OfferedEntry] = [*work.all(KeptOutcome), *work.all(OfferedEntry)]
    return [NoDecisionToRestOn(id=each.id) for each in beside if each.id in named]


def ended(work: WorkingSet, organisation: str, *, on: date) -> list[Refusal]:
    """Nothing new is designated about an organisation that is no more."""
    found = work.find(Organisation, organisation)
    end = found.ended_by(on) if found else None
    return [OrganisationEnded(ended_on=end.since)] if end else []


def competence_refusals(ground: str, department: str, *, on: date, law: Law) -> list[Refusal]:
    """Only a department that may decide on the ground that day proposes on it, or confirms it."""
    departments = law.rulebook.deciding(ground, on)
    if department in departments:
        return []
    return [DepartmentNotCompetent(ground=ground, departments=departments, department=department)]


def _ground_refusals(ground: Ground, proposal: Proposal, months: int) -> list[Refusal]:
    found: list[Refusal] = []
    if not proposal.records and not proposal.offer:
        found.append(NothingToRestOn())
    if ground.decided_elsewhere:
        found.append(DecidedElsewhereOnly(ground=ground.id))
    if months < 1:
        found.append(TermMissing())
    if months > ground.term.max_months:
        found.append(TermTooLong(months=months, allowed=ground.term.max_months))
    return found


def record_refusals(record: Record, ground: Ground) -> Sequence[Refusal]:
    """What stands against resting this ground on this record."""
    found: list[Refusal] = []
    if record.record_kind not in ground.records:
        found.append(
            RecordKindNotAllowed(ground=ground.id, record=record.id, kind=record.record_kind)
        )
    if record.adverse and ground.sense == "advantage":
        found.append(SpeaksAgainst(record=record.id))
    if record.withdrawn is not None:
        found.append(RecordFallen(record=record.id))
    if record.repaired:
        found.append(RecordRepairedBefore(record=record.id))
    if record.marks:
        found.append(RecordDisputed(record=record.id))
    if not record.basis_readable and not ground.decided_elsewhere:
        found.append(BasisUnreadable(record=record.id))
    return found


def _open_case(proposal: Proposal, designations: Sequence[Designation]) -> list[Refusal]:
    return [
        CaseAlreadyOpen(designation=each.id)
        for each in designations
        if each.is_open and each.ground == proposal.ground and _on_the_same(each, proposal)
    ]


def _on_the_same(case: Designation, proposal: Proposal) -> bool:
    adopted = bool(proposal.offer) and case.offer == proposal.offer
    return adopted or bool(set(case.records) & set(proposal.records))
