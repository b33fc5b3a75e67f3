"""What a draw is made from, as lines anybody can write down again: the pool, and all that is not it."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.rules.catalogue.sampling import Rate
from goodstanding.rules.inspection.hashing import hashed, of_lines
from goodstanding.rules.inspection.rates import RATES

LABELS = ("A", "B", "C")


class Ticket(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One organisation of the pool under a name that tells nobody which it is.

    ``stratum``: the label of those drawn at the same share; ``left``: how many visits it may still
    have this year.
    """

    ticket: str
    stratum: str
    left: int

    @property
    def line(self) -> str:
        """As the digest of the pool is made of."""
        return f"{self.ticket} {self.stratum} {self.left}"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something to inspect: may it be done with others in one visit, and does the law fix how often.

    ``fixed``: of a thousand organisations so many, whatever the stratum; 0: by the strata.
    """

    id: str
    department: str
    joint: bool
    fixed: int = 0


class Inspector(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who inspects for a department, by an opaque id."""

    id: str
    department: str


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """An inspector who declared a conflict with the organisation of a ticket."""

    ticket: str
    inspector: str


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Everything but the pool: days, inspectors, conflicts, items, shares by stratum, size.

    ``size``: at most so many organisations for what is drawn by strata; ``per_day``: at most so many
    visits of one inspector on a day.
    """

    days: tuple[date, ...]
    inspectors: tuple[Inspector, ...]
    conflicts: tuple[Conflict, ...]
    items: tuple[Item, ...]
    shares: dict[str, int]
    size: int
    per_day: int

    def lines(self) -> Iterable[str]:
        """As the digest of the frame is made of."""
        yield f"size {self.size}"
        yield f"per-day {self.per_day}"
        yield from (f"day {each.isoformat()}" for each in self.days)
        yield from (f"share {label} {share}" for label, share in self.shares.items())
        yield from (f"inspector {each.id} {each.department}" for each in self.inspectors)
        yield from (f"conflict {each.ticket} {each.inspector}" for each in self.conflicts)
        for each in self.items:
            yield f"item {each.id} {each.department} {'joint' if each.joint else 'apart'} {each.fixed}"


def pool_digest(pool: Iterable[Ticket]) -> str:
    """The digest of a pool, whatever order it is given in."""
    return of_lines(each.line for each in pool)


def frame_digest(frame: Frame) -> str:
    """The digest of all but the pool."""
    return of_lines(frame.lines())


def salt_of(key: str, code: str) -> str:
    """What an organisation is given to find its own ticket; without it nobody finds it."""
    return hashed("salt", key, code)


def ticket_of(salt: str, code: str) -> str:
    """The ticket of an organisation in one plan."""
    return hashed("ticket", salt, code)


def labels(key: str) -> dict[Rate, str]:
    """Which label stands for which rate in one plan; the key of the plan shuffles them."""
    shuffled = sorted(RATES, key=lambda rate: hashed("label", key, rate))
    return dict(zip(shuffled, LABELS, strict=True))


def commitment(*, seed: str, plan: str, pool: str, table: str, frame: str) -> str:
    """What is published before the draw: it fixes the seed without telling it.

    Args:
        seed: 64 hexadecimal digits.
        plan: id of the plan.
        pool: digest of the pool.
        table: digest of the table of sampling.
        frame: digest of all else.
    """
    return hashed("commitment", seed, plan, pool, table, frame)
