"""The laws that checks were answered under, each as on the day of a check, beside the other one."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

import msgspec

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.replay.as_on import as_on, changing_days
from goodstanding.rules.replay.differing import grounds_differing


class Pair(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A law as it was used, the rules of its day and of the other law, and where they differ.

    ``same``: it is the very version that is tried out: nothing can differ.
    """

    used: Rulebook
    before: Rulebook
    after: Rulebook
    grounds: frozenset[str]
    same: bool


class Laws:
    """Every law of some checks beside one version.

    Args:
        used: the rulebooks by digest.
        new: the version.
        on: the day whose rules of it are taken; its first, or a later one.
    """

    def __init__(self, used: Mapping[str, Rulebook], new: Rulebook, *, on: date) -> None:
        self._used, self._new = used, new
        self._after = as_on(new, max(on, new.in_force_from))
        self._days = {digest: changing_days(book) for digest, book in used.items()}
        self._pairs: dict[tuple[str, int], Pair] = {}

    def pair(self, digest: str, day: date) -> Pair:
        """The law of a digest as on a day, and the version."""
        key = digest, bisect_right(self._days[digest], day)
        if key not in self._pairs:
            self._pairs[key] = self._made(self._used[digest], day)
        return self._pairs[key]

    def _made(self, used: Rulebook, day: date) -> Pair:
        same = used == self._new
        before = as_on(used, day)
        grounds = frozenset() if same else grounds_differing(before, self._after)
        after = used if same else self._after
        return Pair(used=used, before=before, after=after, grounds=grounds, same=same)
