"""What stands beside the register: an outcome gets its decision or is dropped, a list is taken back."""

from collections.abc import Sequence
from datetime import date

from goodstanding.aside import queries
from goodstanding.aside.models import Offer, Outcome
from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench_of
from goodstanding.flow.receive import enter_record
from goodstanding.register.bulk import append_many
from goodstanding.register.reading import content
from goodstanding.register.writing import Work
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.aside.ending import drop, take_back, taking_back_refusals
from goodstanding.rules.aside.sight import lives
from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.receiving import SEPARATOR
from goodstanding.rules.record_cells import as_cells
from goodstanding.rules.rights import Action
from goodstanding.rules.working_set import AggregateUnknown


def outcome_of(call: Call, outcome: str) -> Outcome:
    """The outcome, for who may see it; to everybody else there is none (`AggregateUnknown`)."""
    found = queries.outcome(id=outcome, actor=call.actor, on=call.on)
    return found or refuse(AggregateUnknown(id=outcome))


def add_decision(
    call: Call, *, outcome: str, document: str, decided_on: date | str, basis: str
) -> str:
    """The authority decided on a kept outcome: it becomes a record like any other, by its id.

    Whole and judged as at intake, by an officer of the department; the outcome ends with it. Raises
    `Refused` with every problem of the row.
    """
    found = outcome_of(call, outcome)
    policy.require(call.actor, Action.ENTER_RECORDS, department=found.department)
    values = {
        **content([found.position])[found.position],
        "organisation_code": found.organisation,
        "authority": found.authority,
        "authority_code": found.natural_key.split(SEPARATOR)[0],
        "document": document,
        "decided_on": decided_on if isinstance(decided_on, str) else decided_on.isoformat(),
        "basis": basis,
    }
    return enter_record(call, kind=found.record_kind, cells=as_cells(found.record_kind, values))


def drop_outcome(call: Call, *, outcome: str, reason: str) -> None:
    """Its department keeps the outcome no longer. Raises `Refused`."""
    department = outcome_of(call, outcome).department
    policy.require(call.actor, Action.ENTER_RECORDS, department=department)
    with bench_of(call, outcome) as held:
        state = held.one(KeptOutcome, outcome)
        held.append([drop(state, reason=reason, on=call.on)])


def take_back_list(call: Call, *, list: str, reason: str) -> int:
    """Who offered a list takes it back through the credit office; how many entries ended by it."""
    policy.require(call.actor, Action.WITHDRAW_LISTS)
    found = queries.offers_of(list=list, actor=call.actor, on=call.on)
    if not found:
        refuse(AggregateUnknown(id=list))
    require_none(taking_back_refusals(reason))

    def ended(work: Work, part: Sequence[Offer]) -> Sequence[Decided]:
        work.prefetch(each.id for each in part)
        states = [state for each in part if isinstance(state := work.state(each.id), OfferedEntry)]
        living = [state for state in states if lives(state, on=call.on)]
        return take_back(living, reason=reason, on=call.on)

    chunks = append_many(
        found,
        streams_of=lambda each: (each.organisation,),
        decide=ended,
        author=call.author,
        at=call.at,
        law=law_on(on=call.on, known_at=None).versions,
    )
    return sum(len(acts) for acts in chunks)
