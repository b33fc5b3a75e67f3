"""Exemplars: the public list; and what their organisations and departments do about an advantage."""

from typing import Annotated

from ninja import Router
from pydantic import StringConstraints

from goodstanding.api.entering import Asked
from goodstanding.api.exemplar_requests import (
    AdvantageShownIn,
    EndingAnswerIn,
    EndingDecisionIn,
    EndingNoticeIn,
    GivingUpIn,
)
from goodstanding.api.fields import Limit
from goodstanding.api.officer_schemas import CaseOut
from goodstanding.api.paging import page
from goodstanding.api.public_schemas import ExemplarsOut
from goodstanding.api.rendering import Rendered
from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.flow import lose_advantage, own_advantage
from goodstanding.flow.exemplars import find_exemplars, note_taken
from goodstanding.organisations.queries import named
from goodstanding.rules.exemplar.listed import good_until

router = Router(tags=["Exemplars"])
Text200 = Annotated[str, StringConstraints(max_length=200)]


@router.get("/exemplars", response=ExemplarsOut)
def exemplars(
    request: Asked,
    q: Text200 = "",
    field: Text200 = "",
    department: Text200 = "",
    cursor: str | None = None,
    limit: Limit = 50,
) -> Rendered:
    """The exemplars whose organisations consent to being named. Drop each line after ``not_after``.

    Who signed in or is a client is told once a consent is taken back.
    """
    call = request.call
    position = note_taken(call, format="json")
    found = find_exemplars(on=call.on, q=q, field=field, department=department)
    told = page(found, cursor=cursor, limit=limit)
    rows = [each for each in told.items if isinstance(each, Case)]
    names = named(each.organisation for each in rows)
    until = good_until(call.on)
    items = [
        {
            "id": each.id,
            "organisation": each.organisation,
            "name": names.get(each.organisation, ""),
            "ground": each.ground,
            "field": each.field,
            "department": each.department,
            "document": each.document,
            "decided_on": each.decided_on,
            "first_day": each.first_day,
            "not_after": min(each.last_day or until, until),
        }
        for each in rows
    ]
    return {
        "on": call.on,
        "valid_until": until,
        "position": position,
        "items": items,
        "next": told.next,
    }


@router.post("/designations/{id}/publicity", response=CaseOut)
def publicity(request: Asked, id: str, body: AdvantageShownIn) -> Case | None:
    """The organisation lets everybody see its advantage, or takes that back; only it may."""
    if body.consents:
        own_advantage.consent_to_publicity(request.call, case=id)
    else:
        own_advantage.withdraw_consent(request.call, case=id)
    return designations.case(id=id)


@router.post("/designations/{id}/giving-up", response=CaseOut)
def giving_up(request: Asked, id: str, body: GivingUpIn) -> Case | None:
    """The organisation gives its advantage up; it ends today."""
    own_advantage.give_up_advantage(request.call, case=id, text=body.text)
    return designations.case(id=id)


@router.post("/designations/{id}/ending-notice", response=CaseOut)
def ending_notice(request: Asked, id: str, body: EndingNoticeIn) -> Case | None:
    """Enter that the organisation was told that its advantage shall end; nothing ends by it."""
    lose_advantage.notify_ending(
        request.call,
        case=id,
        records=tuple(body.records),
        reasons=body.reasons,
        served_on=body.served_on,
        method=body.method,
        proof=body.proof,
        witness=body.witness or "",
        consent=body.consent,
        through=body.through,
    )
    return designations.case(id=id)


@router.post("/designations/{id}/ending-answer", response=CaseOut)
def ending_answer(request: Asked, id: str, body: EndingAnswerIn) -> Case | None:
    """Take in what the organisation says, or that it gives its statement up in writing."""
    lose_advantage.answer_ending(request.call, case=id, text=body.text, waived=body.waived)
    return designations.case(id=id)


@router.post("/designations/{id}/ending-decision", response=CaseOut)
def ending_decision(request: Asked, id: str, body: EndingDecisionIn) -> Case | None:
    """Decide whether the advantage ends today (``end``) or stays (``keep``), by another person."""
    lose_advantage.decide_ending(
        request.call,
        case=id,
        outcome=body.outcome,
        document=body.document,
        reasons=body.reasons,
        answer=body.answer,
    )
    return designations.case(id=id)
