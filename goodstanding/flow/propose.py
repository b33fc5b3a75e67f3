"""A case is opened: an officer proposes to designate an organisation on records and a ground."""

from collections.abc import Mapping

from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench, new_id
from goodstanding.register.reading import content, named_states
from goodstanding.rules.aside.states import OfferedEntry
from goodstanding.rules.designation.propose import Proposal, propose
from goodstanding.rules.rights import Action


def propose_designation(
    call: Call,
    *,
    organisation: str,
    ground: str,
    records: tuple[str, ...],
    measures: tuple[str, ...] | None = None,
    months: int | None = None,
    each_suffices: bool | None = None,
    case_number: str = "",
    facts: str = "",
    offer: str = "",
) -> str:
    """Open a case on records of the organisation, or on a recommendation; returns its id.

    ``offer``: the entry of an offered list that the department adopts.

    Raises `Refused` if the officer may not, or if `rules.designation.propose` finds obstacles.
    """
    department = call.actor.department
    policy.require(call.actor, Action.PROPOSE, department=department, organisation=organisation)
    said = _offered(offer)
    proposal = Proposal(
        id=new_id("d"),
        organisation=organisation,
        department=department,
        ground=ground,
        records=records,
        measures=measures,
        months=months,
        each_suffices=each_suffices,
        case_number=case_number,
        facts=facts,
        offer=offer,
        list_name=said.get("list_name", ""),
        organisation_name=said.get("organisation_name", ""),
    )
    with bench(call, organisation) as held:
        work = held.set(*records, *filter(None, [offer]))
        held.append(propose(proposal, work=work, law=held.law, on=call.on))
    return proposal.id


def _offered(offer: str) -> Mapping[str, str]:
    """What the entry says, which stands in the content of the act that received it."""
    found = named_states([offer]).get(offer) if offer else None
    if not isinstance(found, OfferedEntry):
        return {}
    return content([found.position]).get(found.position, {})
