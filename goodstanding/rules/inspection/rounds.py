"""Who is drawn: rounds, how many of each stratum, and which. Whole numbers and SHA-256 only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

import msgspec

from goodstanding.rules.inspection.frame import Frame, Item, Ticket
from goodstanding.rules.inspection.hashing import hashed, number

JOINT, EVERYBODY, THOUSAND = "joint", "all", 1000
Drawn = dict[str, dict[str, set[str]]]
"""By ticket, then by visit (`joint` or the id of an item that stands apart), the ids of the items."""


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One draw: its name, the visit it leads to, its items; ``fixed``: the share the law fixes."""

    name: str
    visit: str
    items: tuple[str, ...]
    fixed: int = 0


def rounds(items: Sequence[Item]) -> Iterator[Round]:
    """First what the law fixes, item by item; then all joint items at once; then what stands apart."""
    known = sorted(items, key=lambda each: each.id)
    for each in (item for item in known if item.fixed):
        visit = JOINT if each.joint else each.id
        yield Round(name=each.id, visit=visit, items=(each.id,), fixed=each.fixed)
    together = tuple(each.id for each in known if each.joint and not each.fixed)
    if together:
        yield Round(name=JOINT, visit=JOINT, items=together)
    for each in (item for item in known if not item.joint and not item.fixed):
        yield Round(name=each.id, visit=each.id, items=(each.id,))


def drawn(seed: str, pool: Sequence[Ticket], frame: Frame) -> Drawn:
    """Who is drawn for what, the rounds one after the other."""
    found: Drawn = {}
    ranks: dict[str, dict[str, str]] = {}
    for each in rounds(frame.items):
        rank = ranks.setdefault(each.visit, _ranks(seed, each.visit, pool))
        for ticket in _round(seed, each, _strata(each, pool, found), frame, rank):
            found.setdefault(ticket, {}).setdefault(each.visit, set()).update(each.items)
    return found


def _ranks(seed: str, visit: str, pool: Sequence[Ticket]) -> dict[str, str]:
    """Joint rounds share one order, so that whoever is drawn for one is likely drawn for the other."""
    return {each.ticket: hashed("rank", seed, visit, each.ticket) for each in pool}


def _strata(each: Round, pool: Sequence[Ticket], found: Drawn) -> Mapping[str, list[str]]:
    """The tickets by stratum: all in one where the law fixes the share, else those not at the cap."""
    if each.fixed:
        return {EVERYBODY: [ticket.ticket for ticket in pool]}
    strata: dict[str, list[str]] = defaultdict(list)
    for ticket in pool:
        visits = found.get(ticket.ticket, {})
        if len(visits) < ticket.left or each.visit in visits:
            strata[ticket.stratum].append(ticket.ticket)
    return strata


def _round(
    seed: str, each: Round, strata: Mapping[str, list[str]], frame: Frame, rank: Mapping[str, str]
) -> Iterator[str]:
    shares = {EVERYBODY: each.fixed} if each.fixed else frame.shares
    wanted = quotas(
        {label: len(tickets) for label, tickets in strata.items()},
        shares,
        size=0 if each.fixed else frame.size,
        start=number("start", seed, each.name),
    )
    for label, count in wanted.items():
        yield from nsmallest(count, strata[label], key=rank.__getitem__)


def quotas(
    many: Mapping[str, int], shares: Mapping[str, int], *, size: int, start: int
) -> dict[str, int]:
    """How many of each stratum are drawn, so that every organisation's chance is its share exactly.

    The strata lie end to end on a line, each as long as its number times its share; points at equal
    distances fall on it, the first by chance. Where more than ``size`` would be drawn, the distance
    grows until there are just so many.
    """
    lengths = {label: many[label] * shares[label] for label in sorted(many)}
    total = sum(lengths.values())
    step = THOUSAND
    if size and total > THOUSAND * size:
        lengths, step = {label: length * size for label, length in lengths.items()}, total
    first, end, found = start % step, 0, {}
    for label, length in lengths.items():
        begin, end = end, end + length
        found[label] = _points(end, first, step) - _points(begin, first, step)
    return found


def _points(until: int, first: int, step: int) -> int:
    """How many points lie before a place on the line."""
    return (until - first + step - 1) // step
