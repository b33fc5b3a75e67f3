"""What stands beside the register, for a reader: every answer is cut by the one rule of sight.

What has no reader here tells nothing of a row but that its sender sent it before.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from goodstanding.aside.models import Offer, Outcome
from goodstanding.rules.actors import Actor
from goodstanding.rules.aside.sight import in_sight


def outcomes_about(*, organisation: str, actor: Actor, on: date) -> list[Outcome]:
    """The outcomes without a decision about an organisation that the reader sees, latest first."""
    found = Outcome.objects.filter(organisation=organisation).order_by("-happened_on", "id")
    return in_sight(found, actor, on=on)


def outcomes_kept(*, actor: Actor, on: date) -> list[Outcome]:
    """Those of the reader's department, or all where the reader oversees; soonest ended first."""
    living = Outcome.objects.filter(ended_on__isnull=True, last_day__gte=on)
    mine = living.filter(department=actor.department) if actor.department else living
    return in_sight(mine.order_by("last_day", "id"), actor, on=on)


def outcome(*, id: str, actor: Actor, on: date) -> Outcome | None:
    """The outcome of that id, if the reader sees it."""
    return next(iter(in_sight(Outcome.objects.filter(id=id), actor, on=on)), None)


def offers_about(*, organisation: str, actor: Actor, on: date) -> list[Offer]:
    """The entries of offered lists about an organisation that the reader sees, latest first."""
    found = Offer.objects.filter(organisation=organisation).order_by("-dated_on", "id")
    return in_sight(found, actor, on=on)


def offers_of(*, list: str, actor: Actor, on: date) -> list[Offer]:
    """The entries of an offered list that the reader sees, in the order of its file."""
    return in_sight(Offer.objects.filter(list=list).order_by("row", "id"), actor, on=on)


def lists(*, on: date) -> QuerySet[Offer, dict[str, Any]]:
    """The offered lists that last, latest received first; for who may read any entry of any.

    Each: list, supplier, dated_on, entries, department, received_on, last_day, position (of one
    entry's content).
    """
    living = Offer.objects.filter(ended_on__isnull=True, last_day__gte=on)
    return (
        living.values("list", "supplier", "dated_on")
        .annotate(
            entries=Count("id"),
            department=Min("department"),
            received_on=Min("received_on"),
            until=Max("last_day"),
            position=Min("position"),
        )
        .order_by("-received_on", "list")
    )


def kept_of_batch(*, batch: str) -> int:
    """How many rows of a batch were kept as outcomes without a decision; for who sent it."""
    return Outcome.objects.filter(batch=batch).count()


def sent_before(*, keys: Iterable[str], department: str) -> dict[str, Outcome | Offer]:
    """What has these natural keys: a department's own outcomes, and lists whoever received them."""
    wanted = set(keys)
    kept = Q(ended_on__isnull=True) | ~Q(record="")
    outcomes = Outcome.objects.filter(kept, natural_key__in=wanted, department=department)
    offers = Offer.objects.filter(natural_key__in=wanted)
    return {each.natural_key: each for each in (*outcomes, *offers)}


def waiting_for_decision(*, keys: Iterable[str], department: str) -> dict[str, str]:
    """The ids of a department's own outcomes that no decision was added to yet, by natural key."""
    found = Outcome.objects.filter(
        natural_key__in=set(keys), department=department, ended_on__isnull=True
    )
    return dict(found.values_list("natural_key", "id"))
