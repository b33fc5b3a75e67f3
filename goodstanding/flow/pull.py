"""An institution consults an organisation by its consent: told once, kept in the ledger, signed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from django.db.models import QuerySet

from goodstanding.catalogue.queries import law as law_on
from goodstanding.catalogue.signing import signed
from goodstanding.consents import queries as consents
from goodstanding.consents.models import Consent as ConsentRow
from goodstanding.consents.models import Pull
from goodstanding.consents.pulls import NewPull, keep
from goodstanding.departments import queries as departments
from goodstanding.files.signed import Signed
from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, new_id
from goodstanding.flow.consent import against
from goodstanding.flow.opened import Told, opened
from goodstanding.flow.read import OrganisationUnknown
from goodstanding.flow.told import note_told
from goodstanding.organisations.queries import by_code, codes_of, named
from goodstanding.register.reading import stream_of
from goodstanding.register.writing import writing
from goodstanding.rules.consent import pull as rules
from goodstanding.rules.consent.contents import Opening
from goodstanding.rules.consent.give import Wish, purposes, resolved
from goodstanding.rules.consent.refusals import ConsentUnknown, InstitutionOnly
from goodstanding.rules.consent.state import Consent
from goodstanding.rules.errors import NotFound, refuse
from goodstanding.rules.identifiers import normalise
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action

KIND = "goodstanding/consent-report/1"


class PullUnknown(NotFound):
    """There is no receipt {receipt} of yours."""


class Pulled(msgspec.Struct, frozen=True, kw_only=True):
    """What a pull told, its receipt, and the same as a signed file that anybody can check."""

    receipt: str
    consent: Consent
    told: Told
    file: Signed


def pull(call: Call, *, consent: str, classes: Sequence[str] = (), code: str = "") -> Pulled:
    """Tell what a consent opens today; the access is kept in the same transaction.

    A consent that was given to another institution is refused as one that never was. One that is for
    one time is used up. The organisation is held against writers: consent is taken back before this,
    and nothing is told, or after it, and the log has it.

    Args:
        consent: its reference.
        classes: the classes of data wanted; all that were consented to if none is named.
        code: of the organisation, where who asks names it: then the consent must be of that one.
    """
    with _held(call, consent) as (held, codes):
        meant = not code or normalise(code) in codes
        given = held.set(consent).find(Consent, consent) if meant else None
        found = rules.own(given, id=consent, grantee=call.actor.institution)
        wanted = rules.pulled(found, classes, on=call.on)
        opening = Opening.of(found, wanted)
        told = opened(codes, opening, procedure=found.procedure, on=call.on)
        receipt = new_id("l")
        file = signed(_document(found, told, receipt))
        held.append(rules.use(found, receipt=receipt, on=call.on))
        _keep(call, found, told, receipt, file.digest)
    return Pulled(receipt=receipt, consent=found, told=told, file=file)


def preview(call: Call, *, code: str, wish: Wish) -> Told:
    """Exactly what an institution would be told today; nothing is given and nobody is told.

    Raises `Refused` as `goodstanding.flow.consent.give_consent` does.
    """
    against(call, code=code, wish=wish)
    if by_code(code) is None:
        refuse(OrganisationUnknown(code=code))
    rulebook = law_on(on=call.on, known_at=None).rulebook
    classes = tuple(resolved(rulebook.data_classes[each]) for each in dict.fromkeys(wish.classes))
    opening = Opening(classes=classes, last_day=wish.last_day)
    procedure = purposes(rulebook, call.on)[wish.purpose].procedure
    return opened(codes_of(code), opening, procedure=procedure, on=call.on)


def read_pull(call: Call, *, receipt: str) -> Pull:
    """The receipt of a pull: for the institution that pulled, and for the organisation."""
    found = consents.pull(id=receipt)
    if found is None or not allowed(
        call.actor,
        Action.READ_CONSENTS,
        organisation=found.organisation,
        recipient=found.recipient,
    ):
        policy.require(call.actor, Action.READ_CONSENTS, recipient=call.actor.recipient)
        refuse(PullUnknown(receipt=receipt))
    return found


def read_consents(call: Call, *, organisation: str = "") -> QuerySet[ConsentRow]:
    """The consents given to the caller's institution, or by an organisation it may read for."""
    actor = call.actor
    if organisation:
        policy.require(actor, Action.READ_CONSENTS, organisation=organisation)
        return consents.of_organisation(organisations=codes_of(normalise(organisation)))
    policy.require(actor, Action.READ_CONSENTS, recipient=actor.recipient)
    return consents.to_grantee(grantee=actor.institution)


@contextmanager
def _held(call: Call, consent: str) -> Iterator[tuple[Bench, list[str]]]:
    """The organisation of a consent under lock, with every code it bears or bore."""
    actor = call.actor
    policy.require(actor, Action.PULL, recipient=actor.recipient)
    if not actor.institution:
        refuse(InstitutionOnly())
    stream = stream_of(consent)
    if stream is None:
        refuse(ConsentUnknown(consent=consent[:60]))
    law, codes = law_on(on=call.on, known_at=None), codes_of(stream)
    with writing(
        *codes, author=call.author, at=call.at, cause=call.cause or None, law=law.versions
    ) as work:
        yield Bench(work, stream, law, call.on), codes


def _keep(call: Call, consent: Consent, told: Told, receipt: str, digest: str) -> None:
    actor, versions = call.actor, told.versions
    keep(
        NewPull(
            id=receipt,
            consent=consent.id,
            organisation=consent.organisation,
            grantee=consent.grantee,
            recipient=actor.recipient,
            by=actor.id,
            client=actor.client or "",
            purpose=consent.purpose,
            classes=[each.id for each in told.classes],
            on_day=told.on,
            position=told.position,
            rulebook=told.rulebook,
            calendar=told.calendar,
            records=[(each.record, each.version) for each in versions],
            digest=digest,
            not_after=consent.last_day,
            at=call.at,
        )
    )
    note_told(call, versions, position=told.position, case_number=consent.id, receipt=receipt)


def _document(consent: Consent, told: Told, receipt: str) -> dict[str, Any]:
    """The report: for what and for whom it was told, what was told, and until when it is used."""
    grantee = consent.grantee
    return {
        "kind": KIND,
        "receipt": receipt,
        "consent": consent.id,
        "grantee": {
            "code": grantee,
            "name": departments.institution_names([grantee]).get(grantee, ""),
        },
        "purpose": consent.purpose,
        "product": consent.product,
        "name": named([told.organisation]).get(told.organisation, ""),
        "told": msgspec.to_builtins(told),
        "basis": msgspec.to_builtins(consent.basis),
        "not_after": consent.last_day.isoformat(),
    }
