"""A department reads its cases; what changed since it was told last is noted as told."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

import msgspec
from django.db.models import QuerySet

from goodstanding.enquiries.models import Receipt
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.flow.changed_since import New, changed_since
from goodstanding.flow.procedure_cases import asked_about
from goodstanding.flow.told import decided_on, note_told, relied_on
from goodstanding.procedures import queries
from goodstanding.procedures.models import PaymentBasis, ProcedureCase
from goodstanding.procedures.queries import Bid
from goodstanding.rules.errors import refuse
from goodstanding.rules.procuring.refusals import ProcedureCaseUnknown
from goodstanding.rules.rights import Action


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """The bidders whose answer is another now, in the order of their rows.

    ``mark``: stands for exactly these answers; another mark, and something moved again.
    """

    changes: Sequence[tuple[Bid, New]]
    mark: str


def read_procedure_cases(
    call: Call, *, q: str = "", procedure: str = "", stage: str = ""
) -> QuerySet[ProcedureCase]:
    """The cases of the caller's department, latest first; auditors see all."""
    return queries.cases(department=_department(call), q=q, procedure=procedure, stage=stage)


def read_procedure_case(call: Call, *, case: str) -> tuple[ProcedureCase, list[Bid]]:
    """A case with its bidders in the order of their rows."""
    department, found = _department(call), queries.case(id=case)
    if found is None or department not in (None, found.department):
        refuse(ProcedureCaseUnknown(case=case))
    return found, queries.bids(case=case)


def read_moved(call: Call, *, case: str) -> Moved:
    """What changed since the bidders were asked about last; what that tells is noted."""
    found, bids = read_procedure_case(call, case=case)
    new = moved(found, bids, on=call.on)
    if found.department == call.actor.department:
        for _, (answered, _change) in new.changes:
            effects = answered.checked.effects
            note_told(
                call,
                (*relied_on(effects), *decided_on(effects)),
                position=answered.position,
                case_number=found.number,
            )
    return new


def read_basis(call: Call, *, basis: str) -> PaymentBasis:
    """A payment basis as it was drawn up."""
    department, found = _department(call), queries.basis(id=basis)
    if found is None or department not in (None, found.case.department):
        refuse(ProcedureCaseUnknown(case=basis))
    return found


def moved(case: ProcedureCase, bids: Sequence[Bid], *, on: date) -> Moved:
    """What changed since the bidders were asked about last; it writes nothing."""
    last = {str(each.bidder.row): (each, each.last) for each in asked_about(case, bids)}
    told: dict[str, Receipt] = {key: last for key, (_, last) in last.items() if last}
    codes = {key: last[key][0].bidder.organisation for key in told}
    new = {} if case.closed_on else changed_since(told, codes, on=on)
    changes = [(last[key][0], new[key]) for key in last if key in new]
    said = [
        f"{bid.bidder.row} {each.now} {each.now_act_as} {[*map(_named, each.came)]}"
        for bid, (_, each) in changes
    ]
    return Moved(changes=changes, mark=sha256("\n".join(said).encode()).hexdigest()[:32])


def _named(effect: object) -> str:
    return msgspec.json.encode(effect, order="sorted").decode()


def _department(call: Call) -> str | None:
    """The caller's own, whose cases alone it reads; none for who inspects all."""
    department = call.actor.department or None
    policy.require(call.actor, Action.READ_PROCEDURE_CASES, department=department)
    return department
