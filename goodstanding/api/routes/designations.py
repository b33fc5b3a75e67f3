"""Casework: a designation from its proposal to its end."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.officer_schemas import CaseOut
from goodstanding.api.requests import (
    DecisionIn,
    HearingIn,
    NoticeIn,
    ProposalIn,
    RevocationIn,
    StatementIn,
)
from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.flow import decide, notify, propose

router = Router(tags=["Casework"])


@router.post("/designations", response={201: CaseOut})
def proposal(request: Asked, body: ProposalIn) -> Case | None:
    """Propose to designate an organisation on a ground and on its records."""
    case = propose.propose_designation(
        request.call,
        organisation=body.organisation,
        ground=body.ground,
        records=tuple(body.records),
        measures=None if body.measures is None else tuple(body.measures),
        months=body.months,
        each_suffices=body.each_suffices,
        case_number=body.case_number,
        facts=body.facts,
        offer=body.offer or "",
    )
    return designations.case(id=case)


@router.post("/designations/{id}/notice", response=CaseOut)
def notice(request: Asked, id: str, body: NoticeIn) -> Case | None:
    """Enter that the notice was served; the windows open."""
    notify.serve_notice(
        request.call,
        case=id,
        served_on=body.served_on,
        method=body.method,
        proof=body.proof,
        witness=body.witness or "",
        consent=body.consent,
        through=body.through,
    )
    return designations.case(id=id)


@router.post("/designations/{id}/statement", response=CaseOut)
def statement(request: Asked, id: str, body: StatementIn) -> Case | None:
    """Take in what the organisation says, or that it gives its statement up in writing."""
    if body.waived:
        notify.waive_statement(
            request.call,
            case=id,
            proof=body.proof,
            waived_on=body.received_on,
            hearing=body.hearing_waived,
        )
    else:
        notify.receive_statement(
            request.call, case=id, text=body.text, received_on=body.received_on
        )
    return designations.case(id=id)


@router.post("/designations/{id}/hearing", response=CaseOut)
def hearing(request: Asked, id: str, body: HearingIn) -> Case | None:
    """Take in that a hearing is asked for, or that it was held."""
    if body.step == "requested":
        notify.request_hearing(request.call, case=id, requested_on=body.on)
    else:
        notify.hold_hearing(request.call, case=id, proof=body.proof, held_on=body.on)
    return designations.case(id=id)


@router.post("/designations/{id}/decision", response=CaseOut)
def decision(request: Asked, id: str, body: DecisionIn) -> Case | None:
    """Decide a case, by another person than the proposer."""
    decide.decide_designation(
        request.call,
        case=id,
        outcome=body.outcome,
        document=body.document,
        reasons=body.reasons,
        answer=body.answer,
        way_back=body.way_back,
        second_reason=body.second_reason,
        months=body.months,
        measures=None if body.measures is None else tuple(body.measures),
    )
    return designations.case(id=id)


@router.post("/designations/{id}/revocation", response=CaseOut)
def revocation(request: Asked, id: str, body: RevocationIn) -> Case | None:
    """End a designation by decision."""
    decide.revoke_designation(
        request.call, case=id, reasons=body.reasons, from_start=body.from_start
    )
    return designations.case(id=id)
