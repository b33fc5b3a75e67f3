"""An organisation opens its data to an institution for days, and takes that back at any time."""

from datetime import date

from goodstanding.catalogue.queries import law as law_on
from goodstanding.consents import queries as consents
from goodstanding.departments import queries as departments
from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench, new_id
from goodstanding.flow.read import OrganisationUnknown
from goodstanding.organisations.queries import by_code
from goodstanding.register.reading import named_states, stream_of
from goodstanding.rules.consent import give as rules
from goodstanding.rules.consent.give import Grantee, Wish
from goodstanding.rules.consent.state import Consent
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.free_text import numbers_in
from goodstanding.rules.rights import Action
from goodstanding.rules.working_set import AggregateUnknown


def give_consent(call: Call, *, code: str, wish: Wish) -> str:
    """The organisation consents; returns the reference the institution pulls with.

    Args:
        code: of the organisation, for which the caller acts without limit.

    Raises:
        Refused: everything that stands against it, at once; nothing is given then.
    """
    policy.require(call.actor, Action.GIVE_CONSENT, organisation=code)
    require_none(numbers_in({"product": wish.product}))
    if by_code(code) is None:
        refuse(OrganisationUnknown(code=code))
    id = new_id("g")
    with bench(call, code) as held:
        acts = rules.give(
            wish,
            id=id,
            organisation=code,
            grantee=grantee(wish.grantee, on=call.on),
            standing=standing(code, wish.grantee),
            law=held.law,
            on=call.on,
        )
        held.append(acts)
    return id


def revoke_consent(call: Call, *, consent: str) -> None:
    """The organisation takes a consent back; from now on nothing is opened by it."""
    stream = stream_of(consent)
    if stream is None:
        policy.require(call.actor, Action.REVOKE_CONSENT, organisation="")
        refuse(AggregateUnknown(id=consent))
    policy.require(call.actor, Action.REVOKE_CONSENT, organisation=stream)
    with bench(call, stream) as held:
        held.append(rules.revoke(held.one(Consent, consent), on=call.on))


def grantee(code: str, *, on: date) -> Grantee | None:
    """The institution as registered on a day; None where there is none of that code."""
    found = departments.institutions(on=on).filter(code=code).first()
    return Grantee(code=found.code, kind=found.kind) if found else None


def standing(code: str, to: str) -> list[Consent]:
    """The consents an organisation gave to an institution."""
    given = consents.of_organisation(organisations=[code]).filter(grantee=to)
    found = named_states(given.values_list("id", flat=True)).values()
    return [each for each in found if isinstance(each, Consent)]


def against(call: Call, *, code: str, wish: Wish) -> None:
    """Refuses what `give_consent` would refuse, and gives nothing: for the preview."""
    policy.require(call.actor, Action.GIVE_CONSENT, organisation=code)
    require_none(
        [
            *numbers_in({"product": wish.product}),
            *rules.refusals_of(
                wish,
                code,
                grantee(wish.grantee, on=call.on),
                standing(code, wish.grantee),
                law_on(on=call.on, known_at=None),
                call.on,
            ),
        ]
    )
