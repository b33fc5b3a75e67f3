"""The checks of a span of days asked again under a version of the law; nothing is written."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial

from django.db import connections

from goodstanding.catalogue.bodies import rulebook_of
from goodstanding.enquiries.asked import answered_under, asked_about
from goodstanding.flow.check_histories import check_histories
from goodstanding.register.replaying import Source, replay
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.periods import SHANGHAI, corresponding_day
from goodstanding.rules.replay.flips import Flips
from goodstanding.rules.replay.laws import Laws
from goodstanding.rules.replay.part import flips_of
from goodstanding.rules.replay.summary import Replayed, summary

EXAMPLES = 5
Progress = Callable[[int, int], None]


def ask_again(
    new: Rulebook,
    *,
    since: date,
    on: date | None = None,
    examples: int = EXAMPLES,
    progress: Progress = lambda done, total: None,
) -> Replayed:
    """Ask every check since a day again, of the facts known then, as if a version had been the law.

    Args:
        new: the version, whether the register knows it or not.
        since: the first day whose checks are asked again.
        on: the day whose rules of the version are taken; its first if None or before that.
        examples: of each answer that becomes another, at most.
        progress: told how many organisations are done, of how many.
    """
    moment = datetime.combine(since, time(), SHANGHAI)
    day = max(on or new.in_force_from, new.in_force_from)
    laws = Laws(_used(moment), new, on=day)
    source = Source(partial(asked_about, since=moment), partial(check_histories, since=moment))
    replayed = replay(partial(flips_of, laws, examples), source=source, progress=progress)
    found = Flips(examples=examples)
    for part in replayed.parts:
        found.merge(part)
    return summary(found, since=since, on=day, position=replayed.position)


def a_year_before(today: date) -> date:
    """From which day on checks are asked again where nobody says another one."""
    return corresponding_day(today, -12)


def _used(since: datetime) -> dict[str, Rulebook]:
    with connections["default"].cursor() as cursor:
        return {digest: rulebook_of(digest) for digest in answered_under(cursor, since)}
