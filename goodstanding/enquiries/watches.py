"""Watches: the checks that stay attached to a case, where each case is, and what it was told last."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import msgspec
from django.db.models import Q

from goodstanding.enquiries.models import Receipt, Watch, WatchStep
from goodstanding.rules.periods import local_day
from goodstanding.rules.watching import CLOSED


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """A watch as it stands on a day; ``ended_on``: the day of closing, or its last day once over."""

    row: Watch
    stage: str
    ended_on: date | None

    @property
    def active(self) -> bool:
        """Whether the case still wants to be told."""
        return self.ended_on is None


def watch(*, id: str, on: date) -> Watched | None:
    """The watch of that id as it stands on a day, or None."""
    return next(iter(_standing(Watch.objects.filter(id=id), on)), None)


def watches(*, on: date, recipient: str | None = None) -> list[Watched]:
    """The watches of a recipient, or of all: those that go on first, latest begun first."""
    found = Watch.objects.order_by("-at", "id")
    listed = _standing(found.filter(recipient=recipient) if recipient else found, on)
    return sorted(listed, key=lambda each: not each.active)


def active(*, on: date, recipient: str | None = None) -> list[Watched]:
    """The watches that go on, in the order they began."""
    found = Watch.objects.filter(last_day__gte=on).order_by("at", "id")
    listed = _standing(found.filter(recipient=recipient) if recipient else found, on)
    return [each for each in listed if each.active]


def told_last(
    watches: Iterable[Watch], *, borne: dict[str, str] | None = None
) -> dict[str, Receipt]:
    """The last answer each case was told, by watch: under its number, procedure and organisation.

    Args:
        watches: any.
        borne: for a code that another replaced, the code now: an answer names that one.
    """
    listed, now = list(watches), borne or {}
    asked = Q(pk__in=[])
    for each in listed:
        asked |= Q(
            recipient=each.recipient,
            case_number=each.case_number,
            procedure=each.procedure,
            organisation__in={each.organisation, now.get(each.organisation, each.organisation)},
        )
    key = ("recipient", "case_number", "procedure", "organisation")
    last = Receipt.objects.filter(asked).order_by(*key, "-at", "-id").distinct(*key)
    found = {tuple(getattr(each, name) for name in key): each for each in last}
    return {each.id: _latest(each, now, found) for each in listed}


def _latest(watch: Watch, now: dict[str, str], found: dict[tuple[str, ...], Receipt]) -> Receipt:
    codes = {watch.organisation, now.get(watch.organisation, watch.organisation)}
    mine = (watch.recipient, watch.case_number, watch.procedure)
    told = [found[(*mine, code)] for code in codes if (*mine, code) in found]
    return max(told, key=lambda each: (each.at, each.id))


def begin(watch: Watch, *, stage: str) -> None:
    """Keep a new watch and the stage its case is at."""
    watch.save(force_insert=True)
    step(watch=watch.id, stage=stage, by=watch.opened_by, at=watch.at)


def step(*, watch: str, stage: str, by: str, at: datetime) -> None:
    """A case goes on to a stage, or its watch is closed."""
    WatchStep.objects.create(watch_id=watch, stage=stage, by=by, at=at)


def begin_all(watches: Sequence[Watch], *, stage: str) -> None:
    """Keep new watches, all at one stage."""
    Watch.objects.bulk_create(watches)
    for each in watches[:1]:
        step_all([one.id for one in watches], stage=stage, by=each.opened_by, at=each.at)


def step_all(watches: Iterable[str], *, stage: str, by: str, at: datetime) -> None:
    """Several cases go on to a stage, or their watches are closed."""
    steps = [WatchStep(watch_id=each, stage=stage, by=by, at=at) for each in watches]
    WatchStep.objects.bulk_create(steps)


def steps(*, watch: str) -> list[WatchStep]:
    """Every step of a watch, in order."""
    return list(WatchStep.objects.filter(watch_id=watch).order_by("id"))


def _standing(rows: Iterable[Watch], on: date) -> list[Watched]:
    listed = list(rows)
    taken: dict[str, list[WatchStep]] = {}
    for each in WatchStep.objects.filter(watch_id__in=[w.id for w in listed]).order_by("id"):
        taken.setdefault(each.watch_id, []).append(each)
    return [_watched(each, taken.get(each.id, []), on) for each in listed]


def _watched(row: Watch, taken: list[WatchStep], on: date) -> Watched:
    closed = next((local_day(each.at) for each in taken if each.stage == CLOSED), None)
    lapsed = row.last_day if row.last_day < on else None
    stages = [each.stage for each in taken if each.stage != CLOSED]
    return Watched(row=row, stage=stages[-1], ended_on=closed or lapsed)
