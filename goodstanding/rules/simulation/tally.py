"""What a dry run comes to: how many of what, by which rule, and a few examples of each."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from goodstanding.rules.simulation.change import Change, Kind, Why

Group = tuple[Kind, str, Why]


class Tally:
    """Counts that can be added up part by part, in the order of the register.

    Args:
        examples: at most so many of each kind are kept.
        keep_values: keep every value that is re-resolved, to compare it with what comes.
    """

    def __init__(self, *, examples: int, keep_values: bool = False) -> None:
        self._most, self._keep = examples, keep_values
        self.organisations = self.affected = self.acts = 0
        self.counts: Counter[Group] = Counter()
        self.examples: dict[Kind, list[Change]] = {}
        self.values: list[Change] = []

    def add(self, changes: Iterable[Change]) -> None:
        """One organisation more, and what would change about it."""
        self.organisations += 1
        found = list(changes)
        self.affected += bool(found)
        self.acts += len({each.aggregate for each in found if each.kind == Kind.VALUE})
        self.counts.update((each.kind, each.rule, each.why) for each in found)
        self._show(found)
        if self._keep:
            self.values += [each for each in found if each.kind == Kind.VALUE]

    def merge(self, other: "Tally") -> None:
        """Another part of the register, that comes after this one."""
        self.organisations += other.organisations
        self.affected += other.affected
        self.acts += other.acts
        self.counts.update(other.counts)
        self._show(each for shown in other.examples.values() for each in shown)
        self.values += other.values

    def groups(self) -> tuple["Counted", ...]:
        """Every kind of change that there is, with its rules, most first, and its examples."""
        return tuple(self._group(kind) for kind in Kind if kind in self.examples)

    def _group(self, kind: Kind) -> "Counted":
        own = [(count, rule, why) for (is_, rule, why), count in self.counts.items() if is_ == kind]
        return Counted(
            kind=kind,
            count=sum(count for count, _, _ in own),
            rules=tuple(
                ByRule(rule=rule, why=why, count=count)
                for count, rule, why in sorted(own, key=lambda each: (-each[0], *each[1:]))
            ),
            examples=tuple(self.examples[kind]),
        )

    def _show(self, changes: Iterable[Change]) -> None:
        for each in changes:
            shown = self.examples.setdefault(each.kind, [])
            if len(shown) < self._most:
                shown.append(each)


class ByRule(msgspec.Struct, frozen=True, kw_only=True):
    """How many changes one rule brings, in one way."""

    rule: str
    why: Why
    count: int


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """How many changes of a kind there are, by which rules, with a few of them."""

    kind: Kind
    count: int
    rules: tuple[ByRule, ...]
    examples: tuple[Change, ...]
