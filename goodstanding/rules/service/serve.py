"""A letter is served, an attempt fails, a public notice is put up: each an act of its own."""

from datetime import date

from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.service import LetterServed, PublicNoticeBegun, ServiceFailed
from goodstanding.rules.designation.refusals import ProofMissing, ServiceMethodUnknown
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.service import refusals
from goodstanding.rules.service.evidence import Delivery, delivery_refusals, too_early
from goodstanding.rules.service.methods import FAILURES, METHODS
from goodstanding.rules.service.state import Service, service_of
from goodstanding.rules.service.terms import PUBLIC_NOTICE, ends, remedies
from goodstanding.rules.service.waiting import NOTICE, REVOCATION_NOTICE, Matter, letters

#: These letters open a window: their service is a step of its own that carries it.
WITH_STEP = frozenset({NOTICE, REVOCATION_NOTICE})


def served(
    matter: Matter, delivery: Delivery, *, letter: str = "", law: Law, on: date
) -> list[Decided]:
    """A decision reached the organisation; its remedies close so long after that day.

    ``letter``: which of those that wait; the first of them where it is left out.
    """
    letter = letter or next((each for each in letters(matter) if each not in WITH_STEP), "")
    found = [*waiting_refusals(matter, letter, but=WITH_STEP)]
    before = service_of(matter.services, letter)
    made = letters(matter).get(letter)
    if made and delivery.served_on < made:
        found.append(refusals.ServedBeforeDecision(served_on=delivery.served_on, decided_on=made))
    require_none([*found, *delivery_refusals(delivery, before, law=law, on=on)])
    reconsideration, court = remedies(law, start=delivery.served_on)
    effect = LetterServed(
        letter=letter,
        served_on=delivery.served_on,
        method=delivery.method,
        proof=delivery.proof,
        witness=delivery.witness,
        consent=delivery.consent,
        through=delivery.through,
        reconsideration=reconsideration,
        court=court,
    )
    return [_act(matter, effect, on)]


def failed(
    matter: Matter,
    *,
    method: str,
    attempted_on: date,
    reason: str,
    proof: str,
    letter: str = "",
    on: date,
) -> list[Decided]:
    """An attempt that failed is kept with its reason; the next one is another act."""
    letter = letter or next(iter(letters(matter)), "")
    found = [*waiting_refusals(matter, letter), *_attempt_refusals(method, reason, proof)]
    made = letters(matter).get(letter)
    if attempted_on > on:
        found.append(refusals.AttemptedInTheFuture(attempted_on=attempted_on))
    if made and attempted_on < made:
        found.append(refusals.ServedBeforeDecision(served_on=attempted_on, decided_on=made))
    require_none(found)
    effect = ServiceFailed(
        letter=letter, method=method, attempted_on=attempted_on, reason=reason, proof=proof
    )
    return [_act(matter, effect, on)]


def announced(
    matter: Matter,
    *,
    document: str,
    published_on: date,
    proof: str,
    letter: str = "",
    law: Law,
    on: date,
) -> list[Decided]:
    """A public notice is put up, after the other methods failed; its period is the catalogue's.

    Source: civil procedure law art. 95 (30 days since 2022), before art. 92 (60 days).
    """
    letter = letter or next(iter(letters(matter)), "")
    before = service_of(matter.services, letter)
    found = [*waiting_refusals(matter, letter), *too_early(before)]
    found += _announcement_refusals(before, document, published_on, proof, on)
    require_none(found)
    effect = PublicNoticeBegun(
        letter=letter,
        document=document,
        published_on=published_on,
        proof=proof,
        ends=ends(law, PUBLIC_NOTICE, start=published_on),
    )
    return [_act(matter, effect, on)]


def waiting_refusals(
    matter: Matter, letter: str, *, but: frozenset[str] = frozenset()
) -> list[Refusal]:
    """Whether the letter waits to be served; ``but``: letters that are served by another step."""
    waiting = tuple(each for each in letters(matter) if each not in but)
    if not waiting:
        return [refusals.NothingToServe()]
    if letter not in waiting:
        return [refusals.LetterNotWaiting(letter=letter, waiting=waiting)]
    done = service_of(matter.services, letter).served
    return [refusals.AlreadyServed(served_on=done.on)] if done else []


def _attempt_refusals(method: str, reason: str, proof: str) -> list[Refusal]:
    tried = tuple(each for each, needs in METHODS.items() if not needs.last)
    found: list[Refusal] = [] if proof.strip() else [ProofMissing()]
    if method not in tried:
        found.append(ServiceMethodUnknown(method=method, methods=tried))
    if reason not in FAILURES:
        found.append(refusals.FailureUnknown(reason=reason, reasons=FAILURES))
    return found


def _announcement_refusals(
    before: Service, document: str, published_on: date, proof: str, on: date
) -> list[Refusal]:
    found: list[Refusal] = [] if proof.strip() else [ProofMissing()]
    if not document.strip():
        found.append(refusals.NoticeNumberMissing())
    if before.public is not None:
        found.append(refusals.PublicNoticeBegunBefore(published_on=before.public.on))
    last = max((each.on for each in before.attempts), default=published_on)
    if published_on > on:
        found.append(refusals.AttemptedInTheFuture(attempted_on=published_on))
    if published_on < last:
        found.append(refusals.AnnouncedBeforeItFailed(published_on=published_on, failed_on=last))
    return found


def _act(matter: Matter, effect: Effect, on: date) -> Decided:
    return Decided(stream=matter.organisation, aggregate=matter.id, effective_on=on, effect=effect)
