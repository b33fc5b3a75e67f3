"""A department's own cases of tenders, grants and licences, from opening to the payment basis."""

import msgspec
from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.fields import Id, Limit
from goodstanding.api.paging import page
from goodstanding.api.procedure_requests import BiddersIn, NextStageIn, ProcedureCaseIn, ResultsIn
from goodstanding.api.procedure_schemas import (
    BasisOut,
    MovesOut,
    ProcedureCaseOut,
    ProcedureCasesOut,
)
from goodstanding.api.rendering import Rendered
from goodstanding.flow import open_procedure
from goodstanding.flow import read_procedures as reading
from goodstanding.flow.bench import Call
from goodstanding.flow.changed_since import New
from goodstanding.flow.draw_up_basis import draw_up_basis
from goodstanding.flow.enter_bidders import enter_bidders
from goodstanding.flow.next_stage import ask_bidders_again, next_stage
from goodstanding.flow.procedure_cases import bearings_of
from goodstanding.flow.record_results import record_results
from goodstanding.procedures.models import PaymentBasis, ProcedureCase
from goodstanding.procedures.queries import Bid
from goodstanding.rules.errors import refuse
from goodstanding.rules.periods import local_day
from goodstanding.rules.procuring.bearing import Bearing
from goodstanding.rules.procuring.refusals import ProcedureCaseUnknown
from goodstanding.rules.procuring.results import Result
from goodstanding.rules.procuring.rule import Opening

router = Router(tags=["Procedure cases"])


@router.get("/procedure-cases", response=ProcedureCasesOut)
def cases(
    request: Asked,
    procedure: Id | None = None,
    stage: Id | None = None,
    cursor: str | None = None,
    limit: Limit = 50,
) -> Rendered:
    """The cases of the caller's department; ``stage`` may be ``closed`` or ``unpaid`` too."""
    found = reading.read_procedure_cases(request.call, procedure=procedure or "", stage=stage or "")
    told = page(found, cursor=cursor, limit=limit)
    return {"items": [_brief(each) for each in told.items], "next": told.next}  # type: ignore[arg-type]


@router.post("/procedure-cases", response={201: ProcedureCaseOut})
def begin(request: Asked, body: ProcedureCaseIn) -> tuple[int, Rendered]:
    """Open a case under the department's own number, with the rule its document publishes."""
    opened = open_procedure.open_procedure_case(request.call, Opening(**body.model_dump()))
    return 201, whole(request.call, opened)


@router.get("/procedure-cases/{id}", response=ProcedureCaseOut)
def one(request: Asked, id: str) -> Rendered:
    """A case: each bidder's last answer, and what its effects do at the stage the case is at."""
    return whole(request.call, id)


@router.post("/procedure-cases/{id}/bidders", response=ProcedureCaseOut)
def bidders(request: Asked, id: str, body: BiddersIn) -> Rendered:
    """Enter bidders and ask about each, with receipts under the case number; all or none."""
    enter_bidders(request.call, case=id, rows=list(enumerate(body.codes, start=1)))
    return whole(request.call, id)


@router.get("/procedure-cases/{id}/changes", response=MovesOut)
def changes(request: Asked, id: str) -> Rendered:
    """Whose answer is another today than was told last; look before the case goes on."""
    found = reading.read_moved(request.call, case=id)
    return {"seen": found.mark, "changes": [_moved(bid, new) for bid, new in found.changes]}


@router.post("/procedure-cases/{id}/stage", response=ProcedureCaseOut)
def stage(request: Asked, id: str, body: NextStageIn) -> Rendered:
    """The case goes on: every bidder is asked about again, at payment those awarded alone."""
    next_stage(request.call, case=id, stage=body.stage, seen=body.seen)
    return whole(request.call, id)


@router.post("/procedure-cases/{id}/checks", response=ProcedureCaseOut)
def checks(request: Asked, id: str) -> Rendered:
    """Ask again at the stage the case is at."""
    ask_bidders_again(request.call, case=id)
    return whole(request.call, id)


@router.post("/procedure-cases/{id}/results", response=ProcedureCaseOut)
def results(request: Asked, id: str, body: ResultsIn) -> Rendered:
    """What became of bidders: ``awarded`` or ``not-awarded``; the last word counts."""
    said = [Result(**each.model_dump()) for each in body.results]
    record_results(request.call, case=id, results=said)
    return whole(request.call, id)


@router.post("/procedure-cases/{id}/bases", response={201: BasisOut})
def draw_up(request: Asked, id: str) -> tuple[int, Rendered]:
    """Draw up the payment basis from checks of today, at the stage of payment."""
    drawn_up = draw_up_basis(request.call, case=id)
    return 201, _basis(reading.read_basis(request.call, basis=drawn_up))


@router.get("/procedure-cases/{id}/bases/{basis}", response=BasisOut)
def basis(request: Asked, id: str, basis: str) -> Rendered:
    """A payment basis as it was drawn up."""
    found = reading.read_basis(request.call, basis=basis)
    if found.case_id != id:
        refuse(ProcedureCaseUnknown(case=id))
    return _basis(found)


@router.post("/procedure-cases/{id}/closing", response=ProcedureCaseOut)
def closing(request: Asked, id: str) -> Rendered:
    """The case is over; nobody in it is watched any more."""
    open_procedure.close_procedure_case(request.call, case=id)
    return whole(request.call, id)


def whole(call: Call, id: str) -> Rendered:
    """A case with its bidders, as its department reads it."""
    case, bids = reading.read_procedure_case(call, case=id)
    drawn_up = case.bases.order_by("at", "id")
    return {
        **_brief(case),
        "bidders": [_bid(case, each) for each in bids],
        "bases": [{"id": each.id, "on": each.on_day, "digest": each.digest} for each in drawn_up],
    }


def _brief(case: ProcedureCase) -> Rendered:
    names = ("id", "department", "procedure", "number", "document", "points", "stages", "stage")
    opened = {"opened_on": local_day(case.at), "closed_on": case.closed_on}
    return {name: getattr(case, name) for name in names} | opened


def _bid(case: ProcedureCase, bid: Bid) -> Rendered:
    last = bid.last
    return {
        "row": bid.bidder.row,
        "organisation": bid.bidder.organisation,
        "receipt": last.id if last else None,
        "answer": last.answer if last else None,
        "act_as": last.act_as if last else None,
        "asked_on": last.on_day if last else None,
        "before": bid.before.answer if bid.before else None,
        "result": bid.result,
        "reason": bid.reason,
        "effects": [_bears(each) for each in bearings_of(case, last, stage=case.stage)]
        if last
        else [],
    }


def _bears(bearing: Bearing) -> Rendered:
    effect = bearing.effect
    return {
        "measure": effect.measure,
        "does": bearing.does,
        "acts": bearing.acts,
        "stages": list(bearing.stages),
        "points": None if bearing.points is None else str(bearing.points),
        "force": str(effect.force),
        "designation": effect.decision.designation,
        "document": effect.decision.document,
        "last_day": effect.last_day,
    }


def _moved(bid: Bid, new: New) -> Rendered:
    _, change = new
    return {
        "row": bid.bidder.row,
        "organisation": bid.bidder.organisation,
        "before": str(change.before),
        "before_act_as": str(change.before_act_as),
        "now": str(change.now),
        "now_act_as": str(change.now_act_as),
        "came": sorted({each.measure for each in change.came}),
        "went": sorted({each.measure for each in change.went}),
    }


def _basis(found: PaymentBasis) -> Rendered:
    told: Rendered = msgspec.json.decode(bytes(found.body))
    return {**told, "id": found.id, "digest": found.digest}
