"""What acts of service mean for whatever the letter is about: a case, an objection, a repair."""

from typing import TypeVar

from msgspec import UnsetType
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.service import LetterServed, PublicNoticeBegun, ServiceFailed
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.service.state import Attempt, PublicNotice, Served, Service, service_of
from goodstanding.rules.states import Designation, Objection, Repair

Matter = TypeVar("Matter", Designation, Objection, Repair)


def _failed(state: Matter, effect: ServiceFailed, _: Header) -> Matter:
    attempt = Attempt(
        on=effect.attempted_on, method=effect.method, reason=effect.reason, proof=effect.proof
    )
    before: Service = service_of(state.services, effect.letter)
    return _with(state, replace(before, attempts=(*before.attempts, attempt)))


def _announced(state: Matter, effect: PublicNoticeBegun, _: Header) -> Matter:
    public = PublicNotice(
        document=effect.document, on=effect.published_on, proof=effect.proof, ends=effect.ends
    )
    return _with(state, replace(service_of(state.services, effect.letter), public=public))


def _served(state: Matter, effect: LetterServed, _: Header) -> Matter:
    served = Served(
        on=effect.served_on,
        method=effect.method,
        proof=effect.proof,
        reconsideration=effect.reconsideration,
        court=effect.court,
        witness=effect.witness,
        consent=effect.consent,
        through=effect.through,
    )
    return _with(state, replace(service_of(state.services, effect.letter), served=served))


def _with(state: Matter, service: Service) -> Matter:
    return replace(state, services=(*_others(state.services, service.letter), service))


def _others(services: tuple[Service, ...] | UnsetType, letter: str) -> tuple[Service, ...]:
    return tuple(each for each in services or () if each.letter != letter)


MEANING: Meaning = {
    ServiceFailed: _failed,
    PublicNoticeBegun: _announced,
    LetterServed: _served,
}
