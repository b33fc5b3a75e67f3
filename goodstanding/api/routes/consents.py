"""Consents: what organisations opened to lenders, insurers and agencies, and pulls under them."""

from ninja import Router

from goodstanding.api.consent_schemas import ConsentsOut, PulledOut, PullOut
from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.paging import page
from goodstanding.api.rendering import Rendered
from goodstanding.api.requests import PullIn
from goodstanding.consents.models import Consent, Pull
from goodstanding.consents.queries import pulls_under
from goodstanding.flow.pull import pull, read_consents, read_pull
from goodstanding.organisations.queries import named
from goodstanding.rules.consent.state import status

router = Router(tags=["Consents"])


@router.get("/consents", response=ConsentsOut)
def consents(
    request: Asked, organisation: str = "", cursor: str | None = None, limit: Limit = 50
) -> Rendered:
    """The consents given to the caller's institution; with ``organisation`` those it gave itself."""
    found = list(read_consents(request.call, organisation=organisation))
    answer = page(found, cursor=cursor, limit=limit)
    names = named(each.organisation for each in answer.items)
    pulls = pulls_under(consents=[each.id for each in answer.items])
    items = [
        {
            **_consent(each),
            "name": names.get(each.organisation, ""),
            "status": str(status(each, on=request.call.on)),
            "pulls": pulls.get(each.id, 0),
        }
        for each in answer.items
    ]
    return {**answer._asdict(), "items": items}


@router.post("/consents/{id}/pulls", response={201: PulledOut})
def consult(request: Asked, id: str, body: PullIn) -> tuple[int, Rendered]:
    """Tell what a consent opens today, once, with a receipt; a one-time consent is used up."""
    found = pull(request.call, consent=id, classes=body.classes, code=body.code)
    signed = found.file
    return 201, {
        "receipt": found.receipt,
        "signed": signed.signed,
        "digest": signed.digest,
        "signature": signed.signature,
        "key": signed.key,
    }


@router.get("/pulls/{receipt}", response=PullOut)
def receipt(request: Asked, receipt: str) -> Pull:
    """The receipt of a pull, for the institution that pulled and for the organisation."""
    return read_pull(request.call, receipt=receipt)


def _consent(row: Consent) -> Rendered:
    names = ("id", "organisation", "grantee", "purpose", "product", "classes", "first_day")
    more = ("last_day", "continuous", "revoked_on", "used_on")
    return {name: getattr(row, name) for name in (*names, *more)}
