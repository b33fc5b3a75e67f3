"""What asking again comes to: how many answers flip, which way, by which rules, with examples."""

from collections import Counter
from collections.abc import Iterable

from goodstanding.rules.check import Answer
from goodstanding.rules.replay.asking import Twice
from goodstanding.rules.replay.differing import Because
from goodstanding.rules.replay.flip import Flip

Way = tuple[Answer, Answer]
#: Was, is, procedure, department, rule, and how that differs.
Group = tuple[Answer, Answer, str, str, str, Because]


class Flips:
    """Counts that can be added up part by part, in the order of the register.

    ``unlike``: checks whose receipt says otherwise than the law it used; ``refused``: by code.

    Args:
        examples: at most so many of each answer that becomes another are kept.
    """

    def __init__(self, *, examples: int) -> None:
        self._most = examples
        self.organisations = self.checks = self.unlike = 0
        self.counts: Counter[Group] = Counter()
        self.refused: Counter[str] = Counter()
        self.examples: dict[Way, list[Flip]] = {}

    def add(self, twice: Twice) -> None:
        """One check more."""
        self.checks += 1
        self.unlike += twice.was != twice.asked.answer
        if twice.refused:
            self.refused[twice.refused] += 1
        if (flip := twice.flip) is not None:
            by = flip.differing
            group = flip.was, flip.now, flip.procedure, flip.department, by.rule, by.because
            self.counts[group] += 1
            self._show([flip])

    def merge(self, other: "Flips") -> None:
        """Another part of the register, that comes after this one."""
        self.organisations += other.organisations
        self.checks += other.checks
        self.unlike += other.unlike
        self.counts.update(other.counts)
        self.refused.update(other.refused)
        self._show(each for shown in other.examples.values() for each in shown)

    def _show(self, flips: Iterable[Flip]) -> None:
        for each in flips:
            shown = self.examples.setdefault((each.was, each.now), [])
            if len(shown) < self._most:
                shown.append(each)
