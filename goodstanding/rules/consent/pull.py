"""May this be pulled now? Only by whom it was given to, within its days, of what it opens."""

from collections.abc import Collection
from datetime import date

from goodstanding.rules.acts.consent import ConsentUsed, OpenedClass
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.consent import refusals as no
from goodstanding.rules.consent.state import Consent, Status
from goodstanding.rules.errors import Refusal, refuse, require_none


def pulled(consent: Consent, classes: Collection[str], *, on: date) -> tuple[OpenedClass, ...]:
    """The classes of data a pull tells: those asked for, or with none named all consented to.

    The consent is one given to who asks: for anybody else it is unknown, as one that never was.
    Raises `Refused` with everything that stands against it.
    """
    asked = tuple(dict.fromkeys(classes)) or tuple(each.id for each in consent.classes)
    missing = [each for each in asked if consent.opened(each) is None]
    found = standing_against(consent, on=on)
    if missing:
        opened = [each.id for each in consent.classes]
        told = sorted({each[:60] for each in missing})
        found.append(no.NotConsented(classes=told, opened=opened))
    require_none(found)
    return tuple(each for each in consent.classes if each.id in asked)


def standing_against(consent: Consent, *, on: date) -> list[Refusal]:
    """Why nothing can be pulled on a day, whatever is asked for."""
    match consent.status(on):
        case Status.REVOKED:
            return [no.ConsentTakenBack(day=consent.revoked_on)]
        case Status.USED:
            return [no.ConsentUsedUp(day=consent.used_on)]
        case Status.OVER:
            return [no.ConsentOver(day=consent.last_day)]
        case Status.TO_COME:
            return [no.ConsentNotBegun(day=consent.first_day)]
    return []


def use(consent: Consent, *, receipt: str, on: date) -> list[Decided]:
    """The act that a pull leaves: one for a consent that is for one time, none otherwise."""
    if consent.continuous:
        return []
    effect = ConsentUsed(receipt=receipt)
    stream, id = consent.organisation, consent.id
    return [Decided(stream=stream, aggregate=id, effective_on=on, effect=effect)]


def own(consent: Consent | None, *, id: str, grantee: str) -> Consent:
    """The consent if it was given to ``grantee``; one given to another is unknown like none."""
    if consent is None or not grantee or consent.grantee != grantee:
        refuse(no.ConsentUnknown(consent=id[:60]))
    return consent
