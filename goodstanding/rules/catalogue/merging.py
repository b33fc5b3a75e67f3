"""An amendment laid over the rulebook it amends: what is added, replaced, ended, and what is left."""

from datetime import date

import msgspec

from goodstanding.rules.catalogue.amending import Change, Ending
from goodstanding.rules.catalogue.draft import Draft, Placed
from goodstanding.rules.catalogue.laying import DAY, Laying, goes_beyond
from goodstanding.rules.catalogue.model import PackHead
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.rulebook import Rulebook


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome: `written`, every entry as its author wrote it, to be checked; `composed`, every
    entry as it holds over time, to be sealed; what changed; and what is wrong with the changes."""

    written: Draft
    composed: Draft
    changes: tuple[Change, ...]
    problems: tuple[PackProblem, ...]


def merge(base: Rulebook, read: Draft, head: PackHead) -> Merged:
    """Lay the amendment over its base; from the amendment's first day its entries hold."""
    work = Laying(base, head)
    for raw, ending in read.of(Ending):
        work.end(raw, ending)
    for item in read.placed:
        if not isinstance(item.entry, Ending | PackHead):
            work.amend(item)
    left = [item for rows in work.left.values() for item in rows]
    heads = [item for item in read.placed if isinstance(item.entry, Ending | PackHead)]
    named = [item.raw for item in left]
    return Merged(
        written=_draft([*_running(left, work.first), *heads, *work.written], [*named, *read.raws]),
        composed=_draft([*left, *heads, *work.composed], [*named, *read.raws]),
        changes=tuple(sorted(work.changes, key=lambda each: (each.day, each.section, each.id))),
        problems=tuple(work.problems),
    )


def _running(left: list[Placed], first: date) -> list[Placed]:
    """Without what had ended before the amendment: it is not judged by the new rules."""
    return [
        item
        for item in left
        if not hasattr(item.entry, "in_force") or goes_beyond(item.entry, first - DAY)
    ]


def _draft(placed: list[Placed], named: list[RawEntry]) -> Draft:
    """With what is written badly, and what has ended, among the ids: others name them."""
    known = {id(item.raw) for item in placed}
    raws = [item.raw for item in placed] + [raw for raw in named if id(raw) not in known]
    return Draft(raws=tuple(raws), placed=tuple(placed), problems=())
