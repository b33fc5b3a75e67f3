"""Which organisation, and how does it stand?"""

from typing import Annotated

from ninja import Query, Router
from pydantic import StringConstraints

from goodstanding.api import rendering
from goodstanding.api.agency_schemas import StandingOut
from goodstanding.api.condition_schemas import ConditionsOut
from goodstanding.api.entering import Asked
from goodstanding.api.fields import Day, Limit
from goodstanding.api.officer_schemas import DossierOut
from goodstanding.api.paging import cursor_at, start_of
from goodstanding.api.public_schemas import PublicOrganisationOut, SearchOut
from goodstanding.flow import read
from goodstanding.flow.conditions import read_conditions
from goodstanding.flow.search import question
from goodstanding.flow.stacking import stacked
from goodstanding.measures import queries as measures
from goodstanding.remedies import queries as remedies
from goodstanding.rules import moments

router = Router(tags=["Organisations"])
Query200 = Annotated[str, StringConstraints(max_length=200)]


@router.get("/organisations", response=SearchOut)
def search(
    request: Asked, q: Query[Query200], cursor: str | None = None, limit: Limit = 50
) -> rendering.Rendered:
    """Organisations by code, name, former name or document number; never by a person's number."""
    start = start_of(cursor)
    found = question(request.call, q=q).find(limit=limit + 1, offset=start)
    items = [
        {"code": each.code, "name": each.name, "matched_by": each.by, "matched": each.matched}
        for each in found[:limit]
    ]
    return {"items": items, "next": cursor_at(start + limit) if len(found) > limit else None}


@router.get("/organisations/{code}", response=PublicOrganisationOut | DossierOut)
def dossier(request: Asked, code: str) -> PublicOrganisationOut | DossierOut:
    """What the caller may see of an organisation today: strangers what is public, others more."""
    found = read.read_dossier(request.call, code=code)
    if request.call.actor.signed_in:
        lifts = measures.open_lifts(on=found.on)
        told = rendering.dossier(found, lifts=lifts, facts=stacked(found))
        return DossierOut.model_validate(told)
    shield = remedies.shield(organisation=found.organisation.code, on=found.on)
    return PublicOrganisationOut.model_validate(rendering.public_organisation(found, shield=shield))


@router.get("/organisations/{code}/standing", response=StandingOut)
def standing(
    request: Asked, code: str, on: Day | None = None, known_at: str | None = None
) -> rendering.Rendered:
    """The fold for a day as known at a moment (with its offset) or at a position (``@123``)."""
    told = read.read_standing(request.call, code=code, on=on, known_at=moments.known_at(known_at))
    return rendering.standing(told)


@router.get("/organisations/{code}/conditions", response=ConditionsOut)
def conditions(
    request: Asked, code: str, on: Day | None = None, known_at: str | None = None
) -> rendering.Rendered:
    """Every standing condition of a day, met or not, line by line; never a number."""
    known = moments.known_at(known_at)
    return rendering.conditions(read_conditions(request.call, code=code, on=on, known_at=known))
