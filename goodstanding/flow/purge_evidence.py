"""Evidence is deleted by date: every file whose time is over, and what was never handed in."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec
from django.db import transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.evidence import queries
from goodstanding.evidence.models import File
from goodstanding.procedures.queries import closed_on
from goodstanding.register.reading import named_states
from goodstanding.rules.evidence import steps
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.removal.ended import retention

#: Months for which evidence is kept after its matter is over.
RULE = "retention/evidence"
#: Where the rulebook names none: nothing sensitive stays for ever.
OTHERWISE = 12
#: A file nobody handed in is forgotten after so many days.
FORGOTTEN = timedelta(days=7)
_PART = 500
_LEGAL = ZoneInfo("Asia/Shanghai")


class Purged(msgspec.Struct, frozen=True, kw_only=True):
    """How many files were deleted: their time was over, or nobody handed them in; how many stay."""

    over: int
    forgotten: int
    kept: int


def purge_evidence(*, on: date) -> Purged:
    """Delete every file whose time was over before a day; done twice, it finds nothing more."""
    if not queries.kept().exists():
        return Purged(over=0, forgotten=0, kept=0)
    law = law_on(on=on, known_at=None)
    begun = datetime.combine(on, time(), _LEGAL)
    with transaction.atomic(using="default"):
        forgotten = queries.never_handed_in(before=begun - FORGOTTEN)
        gone = queries.delete(ids=list(forgotten.values_list("id", flat=True)), on=on)
        files = [each for each in queries.kept() if each.handed_in_on]
        over = queries.delete(ids=[each.id for each in _over(files, law, on)], on=on)
    return Purged(over=over, forgotten=gone, kept=queries.kept().count())


def deleted_after(matter: steps.Matter, *, law: Law, on: date) -> date | None:
    """The last day on which the files of a matter are kept; None while it is not over."""
    return _kept_until(steps.over_on(matter, on=on), law)


def _over(files: list[File], law: Law, on: date) -> Iterable[File]:
    for at in range(0, len(files), _PART):
        part = files[at : at + _PART]
        states = named_states({each.matter for each in part})
        cases = closed_on(ids=[each.matter for each in part])
        for each in part:
            if each.matter in cases:
                last = _kept_until(cases[each.matter], law)
            else:
                matter = steps.matter_of(states.get(each.matter), each.matter)
                last = deleted_after(matter, law=law, on=on)
            if last is not None and last < on:
                yield each


def _kept_until(over: date | None, law: Law) -> date | None:
    if over is None:
        return None
    return last_day_of(over, months=retention(law, on=over, rule=RULE) or OTHERWISE)
