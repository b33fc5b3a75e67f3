"""Promises: what everybody may see, what was made to a department, and every step of one."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.paging import page
from goodstanding.api.promise_schemas import PromiseOut, PromisesOut
from goodstanding.api.public_schemas import PublicPromiseOut, PublicPromisesOut
from goodstanding.api.rendering import Rendered
from goodstanding.api.requests import (
    BreachAnswerIn,
    BreachNoticeIn,
    FindingIn,
    PromiseIn,
    PublicityIn,
    VerificationIn,
)
from goodstanding.commitments import queries as promised
from goodstanding.commitments.models import Promise
from goodstanding.flow import policy
from goodstanding.flow import promise as promising
from goodstanding.flow import verify_promise as verifying
from goodstanding.flow.claim import PromiseNotPublic
from goodstanding.organisations.queries import named
from goodstanding.rules.commitment.decided import Decision
from goodstanding.rules.commitment.make import Standard
from goodstanding.rules.errors import refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action

router = Router(tags=["Promises"])


@router.get("/promises", response=PublicPromisesOut)
def public(
    request: Asked,
    organisation: str = "",
    area: str = "",
    cursor: str | None = None,
    limit: Limit = 50,
) -> Rendered:
    """The promises everybody may see today, latest first; of one organisation, of one area."""
    found = promised.public(on=request.call.on)
    asked = {"organisation": organisation, "area": area}
    found = found.filter(**{name: value for name, value in asked.items() if value})
    told = page(found, cursor=cursor, limit=limit)
    return {"items": _public(request, told.items), "next": told.next}


@router.get("/promises/received", response=PromisesOut)
def received(request: Asked, cursor: str | None = None, limit: Limit = 50) -> Rendered:
    """The promises made to the caller's department, those due first; oversight sees all."""
    department = request.call.actor.department or None
    policy.require(request.call.actor, Action.READ_COMMITMENT, department=department)
    told = page(promised.of_department(department=department), cursor=cursor, limit=limit)
    return {"items": told.items, "next": told.next}


@router.get("/promises/{id}", response=PromiseOut | PublicPromiseOut)
def one(request: Asked, id: str) -> PromiseOut | PublicPromiseOut:
    """A promise: to its department and organisation whole, to strangers while it is public."""
    found = promised.promise(id=id)
    if found is None:
        refuse(PromiseNotPublic())
    inside = allowed(
        request.call.actor,
        Action.READ_COMMITMENT,
        department=found.department,
        organisation=found.organisation,
    )
    if inside:
        return PromiseOut.model_validate(found)
    if not promised.public(on=request.call.on).filter(id=id).exists():
        refuse(PromiseNotPublic())
    return PublicPromiseOut.model_validate(_public(request, [found])[0])


@router.post("/organisations/{code}/promises", response={201: PromiseOut})
def made(request: Asked, code: str, body: PromiseIn) -> Promise | None:
    """Promise something by a text of the rulebook; ``read``: the digest of the text that was read."""
    standard = Standard(
        number=body.standard, scope=body.standard_scope, edition=body.standard_edition
    )
    id = promising.make_promise(
        request.call,
        organisation=code,
        template=body.template,
        department=body.department,
        due_on=body.due_on,
        read=body.read,
        consent=body.consent,
        matter=body.matter,
        standard=standard,
    )
    return promised.promise(id=id)


@router.post("/promises/{id}/publicity", response=PromiseOut)
def publicity(request: Asked, id: str, body: PublicityIn) -> Promise | None:
    """Agree that the promise is public, or take that back: it is then gone from every door at once."""
    step = promising.show_promise if body.consent else promising.hide_promise
    step(request.call, promise=id)
    return promised.promise(id=id)


@router.post("/promises/{id}/withdrawal", response=PromiseOut)
def withdrawal(request: Asked, id: str) -> Promise | None:
    """Take the promise back before its due day; nothing is held against the organisation."""
    promising.withdraw_promise(request.call, promise=id)
    return promised.promise(id=id)


@router.post("/promises/{id}/verification", response=PromiseOut)
def verification(request: Asked, id: str, body: VerificationIn) -> Promise | None:
    """Record what was seen; it is not a finding."""
    verifying.verify_promise(
        request.call,
        promise=id,
        method=body.method,
        seen=body.seen,
        facts=body.facts,
        verified_on=body.verified_on,
    )
    return promised.promise(id=id)


@router.post("/promises/{id}/notice", response=PromiseOut)
def notice(request: Asked, id: str, body: BreachNoticeIn) -> Promise | None:
    """Tell the organisation that its promise shall be found broken, and on what."""
    verifying.notify_breach(
        request.call,
        promise=id,
        facts=body.facts,
        method=body.method,
        proof=body.proof,
        served_on=body.served_on,
        witness=body.witness or "",
        consent=body.consent,
        through=body.through,
    )
    return promised.promise(id=id)


@router.post("/promises/{id}/answer", response=PromiseOut)
def answer(request: Asked, id: str, body: BreachAnswerIn) -> Promise | None:
    """The organisation states its case, or gives its statement up."""
    verifying.answer_breach(request.call, promise=id, text=body.text, waived=body.waived)
    return promised.promise(id=id)


@router.post("/promises/{id}/finding", response=PromiseOut)
def finding(request: Asked, id: str, body: FindingIn) -> Promise | None:
    """Find it kept, kept in part, or broken; of a broken one with the authority's decision, if any."""
    said = body.decision
    verifying.find_promise(
        request.call,
        promise=id,
        outcome=body.outcome,
        reasons=body.reasons,
        found_on=body.found_on,
        document=body.document,
        decision=Decision(**said.dict()) if said else None,
    )
    return promised.promise(id=id)


def _public(request: Asked, found: list[object]) -> list[Rendered]:
    rows = [each for each in found if isinstance(each, Promise)]
    names = named(each.organisation for each in rows) if rows else {}
    return [
        {
            "id": each.id,
            "organisation": each.organisation,
            "name": names.get(each.organisation, each.organisation),
            "template": each.template,
            "area": each.area,
            "standard": each.standard,
            "standard_scope": each.standard_scope,
            "standard_edition": each.standard_edition,
            "department": each.department,
            "made_on": each.made_on,
            "due_on": each.due_on,
            "state": each.stage if each.stage in ("kept", "partly") else "made",
            "by_rule": each.by_rule,
            "not_after": each.shown_until,
        }
        for each in rows
    ]
