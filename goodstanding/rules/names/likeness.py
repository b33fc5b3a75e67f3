"""How alike two names are, as reasons that a person can weigh; never as a number."""

from enum import IntEnum, StrEnum

import msgspec

from goodstanding.rules.names.keys import pairs
from goodstanding.rules.names.parts import NameParts

#: Of the pairs of both names, so many hundredths are shared by names that are alike at all.
SHARED = 50
#: Two characters stand in order in too many names.
FEWEST_IN_ORDER = 2


class Core(IntEnum):
    """What both are called by, the nearest first."""

    WRITTEN = 0
    SAME = 1
    PART = 2
    SHORTENED = 3
    ONE_CHARACTER = 4
    ORDER = 5
    ALIKE = 6


class Beside(StrEnum):
    """Place or legal form of both: the same, one name without it, or another."""

    SAME = "same"
    MISSING = "missing"
    OTHER = "other"


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """Why one name may mean the organisation that bears the other."""

    core: Core
    place: Beside
    form: Beside
    shared: int

    @property
    def order(self) -> tuple[int, int, int, int, int]:
        """The likeliest first. Where they are called otherwise, place and form tell more than how."""
        beside = list(Beside)
        nearness = min(self.core, Core.PART) if self.core != Core.ALIKE else self.core
        place, form = beside.index(self.place), beside.index(self.form)
        return (nearness, place, form, self.core, -self.shared)


def likeness(asked: NameParts, held: NameParts) -> Likeness | None:
    """How a name that was given is like one that is held; None where they are not alike.

    ``asked`` may be the shorter one: a part of a name, or a name with words left out.
    """
    core = called_alike(asked, held.whole, held.core)
    if core is None:
        return None
    return Likeness(
        core=core,
        place=_beside(asked.place, held.place),
        form=_beside(asked.form, held.form),
        shared=_shared(asked.core, held.core),
    )


def one_character_apart(one: str, other: str) -> bool:
    """True if one character was changed, added, left out, or changed places with the next."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def called_alike(asked: NameParts, whole: str, core: str) -> Core | None:
    """The first half of `likeness`: from the whole and the core of the name that is held."""
    given = asked.core
    if asked.whole == whole:
        return Core.WRITTEN
    if given == core:
        return Core.SAME
    if asked.whole in whole or given in core:
        return Core.PART
    return _nearly(given, core)


def _nearly(given: str, core: str) -> Core | None:
    if min(len(given), len(core)) > 1 and one_character_apart(given, core):
        return Core.ONE_CHARACTER
    if len(given) == len(core) and sorted(given) == sorted(core):
        return Core.ORDER
    if len(given) > FEWEST_IN_ORDER and _in_order(given, core):
        return Core.SHORTENED
    return Core.ALIKE if _shared(given, core) >= SHARED else None


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def _shared(one: str, other: str) -> int:
    """Of the pairs of both together, how many hundredths are shared (Dice)."""
    a, b = set(pairs(one)), set(pairs(other))
    return 200 * len(a & b) // (len(a) + len(b)) if a or b else 0


def _beside(asked: str, held: str) -> Beside:
    if asked == held:
        return Beside.SAME
    if not asked or not held or asked in held or held in asked:
        return Beside.MISSING
    return Beside.OTHER
