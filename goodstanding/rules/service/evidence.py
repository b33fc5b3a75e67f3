"""Does what was entered prove the service, by the method it names?"""

from collections.abc import Iterator
from datetime import date

import msgspec

from goodstanding.rules.deadlines import elapsed
from goodstanding.rules.designation.refusals import (
    ProofMissing,
    ServedInTheFuture,
    ServiceMethodUnknown,
)
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.service import refusals
from goodstanding.rules.service.methods import (
    METHODS,
    WHEREABOUTS_UNKNOWN,
    WITNESSES,
    Method,
)
from goodstanding.rules.service.state import Service
from goodstanding.rules.service.terms import settled


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """How a letter is said to have been served.

    ``proof``: by post the tracking number, else the number of the receipt or record; ``witness``,
    ``consent``, ``through``: what the method asks besides, no person named.
    """

    served_on: date
    method: str
    proof: str
    witness: str = ""
    consent: str = ""
    through: str = ""


def delivery_refusals(delivery: Delivery, before: Service, *, law: Law, on: date) -> list[Refusal]:
    """Everything that is missing; ``before``: what was done to serve the letter until now."""
    found: list[Refusal] = []
    if delivery.served_on > on:
        found.append(ServedInTheFuture(served_on=delivery.served_on))
    if not delivery.proof.strip():
        found.append(ProofMissing())
    method = METHODS.get(delivery.method)
    if method is None:
        return [*found, ServiceMethodUnknown(method=delivery.method, methods=tuple(METHODS))]
    found += _missing(delivery, method)
    return [*found, *(_announced(delivery, before, law, on) if method.last else ())]


def _missing(delivery: Delivery, method: Method) -> Iterator[Refusal]:
    if method.witness and delivery.witness not in WITNESSES:
        yield refusals.WitnessMissing(witnesses=WITNESSES)
    if method.consent and not delivery.consent.strip():
        yield refusals.ConsentMissing()
    if method.through and not delivery.through.strip():
        yield refusals.EntrustedToMissing()


def _announced(delivery: Delivery, before: Service, law: Law, on: date) -> Iterator[Refusal]:
    """By public notice a letter counts as served on the day its period ends, once that is over."""
    if before.public is None:
        yield from too_early(before)
        yield refusals.PublicNoticeNotBegun()
        return
    end = settled(before.public.ends, law)
    if not elapsed(end, on):
        yield refusals.PublicNoticeRuns(until=end.due or end.not_before)
    elif delivery.served_on != end.due:
        yield refusals.PublicNoticeEndsAnotherDay(ends_on=end.due)


def too_early(before: Service) -> list[Refusal]:
    """Why a public notice may not be put up: it comes after a direct attempt and one by post.

    Source: civil procedure law art. 95: whereabouts unknown, or not to be served otherwise.
    """
    tried = {each.method for each in before.attempts}
    if any(each.reason == WHEREABOUTS_UNKNOWN for each in before.attempts):
        return []
    direct = any(METHODS[each].direct for each in tried if each in METHODS)
    missing = [*([] if direct else ["in-person"]), *([] if "post" in tried else ["post"])]
    return [refusals.PublicNoticeTooEarly(missing=tuple(missing))] if missing else []
