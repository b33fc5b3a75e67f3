"""Who was told what, by which channel, and how it went; and where somebody wants to be told."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from goodstanding.outbox.models import Address, Endpoint, Message, Told
from goodstanding.rules.periods import local_day
from goodstanding.rules.telling.ways import Contact, Hook

STATES: dict[str, Q] = {
    "queued": Q(sent_at__isnull=True, given_up_at__isnull=True, closed="", last_error=""),
    "failing": Q(sent_at__isnull=True, given_up_at__isnull=True, closed="") & ~Q(last_error=""),
    "sent": Q(sent_at__isnull=False),
    "gave-up": Q(given_up_at__isnull=False),
    "not-sent": ~Q(closed=""),
}


def messages(*, addressees: Iterable[str] | None = None) -> QuerySet[Message]:
    """The messages to some addressees, or to all, latest first."""
    found = Message.objects.order_by("-id")
    return found if addressees is None else found.filter(addressee__in=list(addressees))


def message(*, id: int) -> Message | None:
    """The message of that number, or None."""
    return Message.objects.filter(id=id).first()


def counts(*, addressees: Iterable[str] | None = None) -> dict[str, int]:
    """How many messages stand in each state."""
    each = {name.replace("-", "_"): Count("id", filter=state) for name, state in STATES.items()}
    found = messages(addressees=addressees).order_by().aggregate(**each)
    return {name: found[name.replace("-", "_")] for name in STATES}


def told_about(*, kinds: Iterable[str], subjects: Iterable[str]) -> dict[str, list[Message]]:
    """The messages of some kinds about some subjects, by subject, in the order they were queued."""
    found: dict[str, list[Message]] = {}
    about = Message.objects.filter(kind__in=list(kinds), subject__in=list(subjects))
    for each in about.order_by("id"):
        found.setdefault(each.subject, []).append(each)
    return found


def told_on(*, kind: str, subjects: Iterable[str]) -> dict[tuple[str, str], date]:
    """By addressee and subject: the legal day on which it was first told."""
    found = Message.objects.filter(kind=kind, subject__in=list(subjects)).order_by("-id")
    rows = found.values_list("addressee", "subject", "created_at")
    return {(addressee, subject): local_day(at) for addressee, subject, at in rows}


def address(*, addressee: str) -> Address | None:
    """What an addressee said of how to reach it, or None."""
    return Address.objects.filter(addressee=addressee).first()


def contacts(*, addressees: Iterable[str]) -> dict[str, Contact]:
    """How each of some addressees wants to be told; who said nothing is missing."""
    found = Address.objects.filter(addressee__in=set(addressees))
    return {each.addressee: contact(each) for each in found}


def contact(address: Address) -> Contact:
    """An address as the rules read it."""
    return Contact(
        email=address.email,
        phone=address.phone,
        declined=frozenset(address.declined),
        by_sms=frozenset(address.by_sms),
    )


def reachable(*, organisations: Iterable[str] | None = None) -> set[str]:
    """The addressees that gave an address."""
    found = Address.objects.exclude(email="", phone="")
    if organisations is not None:
        found = found.filter(addressee__in=set(organisations))
    return set(found.values_list("addressee", flat=True))


def hooks(*, addressees: Iterable[str] | None = None) -> dict[str, list[Hook]]:
    """The endpoints in use of some addressees, or of all."""
    used = Endpoint.objects.filter(removed_at__isnull=True, off_at__isnull=True).order_by("id")
    if addressees is not None:
        used = used.filter(addressee__in=set(addressees))
    found: dict[str, list[Hook]] = {}
    for each in used:
        found.setdefault(each.addressee, []).append(Hook(id=each.id, kinds=frozenset(each.kinds)))
    return found


def endpoints(*, addressee: str | None = None) -> QuerySet[Endpoint]:
    """The endpoints of an addressee, or of all, that were not removed."""
    found = Endpoint.objects.filter(removed_at__isnull=True).order_by("addressee", "id")
    return found if addressee is None else found.filter(addressee=addressee)


def endpoint(*, id: str) -> Endpoint | None:
    """The endpoint of that id, or None; removed ones are none."""
    return Endpoint.objects.filter(id=id, removed_at__isnull=True).first()


def told_up_to() -> Told | None:
    """Up to where everybody has been told; None before the first run."""
    return Told.objects.filter(id=1).first()
