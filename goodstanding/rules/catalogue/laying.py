"""The entries of an amendment laid one after another over those of its base."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from goodstanding.rules.catalogue.amending import Change, Ending
from goodstanding.rules.catalogue.amendment_problems import (
    AlreadyEnded,
    ChangesThePast,
    EndedAndReplaced,
)
from goodstanding.rules.catalogue.draft import Placed
from goodstanding.rules.catalogue.model import Measure, PackHead, Pairing, Parameter
from goodstanding.rules.catalogue.problems import PackProblem, UnknownId
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.refusals import did_you_mean
from goodstanding.rules.catalogue.replacing import begun_too_early, replaced, replacement_problems
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import InForce, overlap
from goodstanding.rules.catalogue.tables import entries_of
from goodstanding.rules.catalogue.transitions import transition_of

DAY = timedelta(days=1)
Key = tuple[str, str]


def placed_base(base: Rulebook) -> list[Placed]:
    """The entries of a rulebook as a draft has them: under its id, without lines."""
    return [
        Placed(
            raw=RawEntry(section=section, file=base.id, line=0, name=entry.id, value={}),
            entry=entry,
        )
        for section, entry in entries_of(base)
    ]


class Laying:
    """The amendment's entries one after another; `left` is what remains of the base."""

    def __init__(self, base: Rulebook, head: PackHead) -> None:
        self.base, self.first = base, head.in_force_from
        self.left: dict[Key, list[Placed]] = {}
        for item in placed_base(base):
            self.left.setdefault((item.raw.section, item.raw.name), []).append(item)
        self.ended: set[Key] = set()
        self.measures: dict[str, Measure] = dict(base.measures)
        self.display = _display(base)
        self.composed: list[Placed] = []
        self.written: list[Placed] = []
        self.changes: list[Change] = []
        self.problems: list[PackProblem] = []

    def end(self, raw: RawEntry, ending: Ending) -> None:
        """Give an entry of the base its last day."""
        key = (ending.section, ending.id)
        rows = self.left.get(key, [])
        open_rows = [item for item in rows if goes_beyond(item.entry, ending.last_day)]
        self.problems += self._ending_problems(raw, ending, bool(rows), bool(open_rows))
        for item in open_rows:
            rows[rows.index(item)] = _until(item, ending.last_day)
        if open_rows:
            self.ended.add(key)
            written = replace(open_rows[0].entry, transition=ending.transition)
            self._change(ending.section, written, "ended", ending.last_day + DAY)

    def _ending_problems(
        self, raw: RawEntry, ending: Ending, known: bool, is_open: bool
    ) -> Iterator[PackProblem]:
        if not known:
            ids = {id for section, id in self.left if section == ending.section}
            suggestion = did_you_mean(ending.id, ids)
            yield UnknownId(
                **raw.at("id"), id=ending.id, section=ending.section, suggestion=suggestion
            )
        elif not is_open:
            yield AlreadyEnded(**raw.at(), id=ending.id, day=ending.last_day)
        if ending.last_day < self.first - DAY:
            day = ending.last_day + DAY
            yield ChangesThePast(**raw.at("last_day"), day=day, first=self.first)

    def amend(self, item: Placed) -> None:
        """Add an entry, or let it take the place of the base's of the same id."""
        entry: Any = item.entry
        if isinstance(entry, Measure):
            self.measures[entry.id] = entry
        key = (item.raw.section, entry.id)
        pairing = isinstance(entry, Pairing)
        before = self._overlapped(key, entry) if pairing else self.left.pop(key, [])
        if before:
            self._replace(item, before[0].entry, key)
        else:
            self._add(item)

    def _overlapped(self, key: Key, pairing: Pairing) -> list[Placed]:
        """The base's pairings that would hold beside it: they end the day before, or never begin."""
        rows = self.left.get(key, [])
        found = [item for item in rows if overlap(_force(item), pairing.in_force)]
        kept = [item for item in rows if item not in found]
        kept += [
            _until(item, pairing.in_force.since - DAY)
            for item in found
            if _force(item).since < pairing.in_force.since
        ]
        self.left[key] = kept
        return found

    def _replace(self, item: Placed, old: Any, key: Key) -> None:
        entry: Any = item.entry
        self.problems += replacement_problems(item.raw, old, entry, self.base, self.first)
        if key in self.ended and not isinstance(entry, Pairing):
            self.problems.append(EndedAndReplaced(**item.raw.at(), id=entry.id))
        self._keep(item, replaced(old, entry))
        day = entry.in_force.since if isinstance(entry, Pairing) else self.first
        self._change(item.raw.section, entry, "replaced", day)

    def _add(self, item: Placed) -> None:
        entry: Any = item.entry
        self.problems += begun_too_early(item.raw, entry, self.first)
        self._keep(item, replace(entry, transition=None))
        force = getattr(entry, "in_force", None)
        day = max(force.since, self.first) if force else self.first
        self._change(item.raw.section, entry, "added", day)

    def _keep(self, item: Placed, composed: Any) -> None:
        """A number is checked with its old values, all else as it begins with the amendment."""
        over_time = Placed(raw=item.raw, entry=composed)
        self.composed.append(over_time)
        self.written.append(over_time if isinstance(composed, Parameter) else item)

    def _change(self, section: str, entry: Any, how: Any, day: date) -> None:
        transition = transition_of(section, entry, measures=self.measures, display=self.display)
        self.changes.append(
            Change(section=section, id=entry.id, how=how, day=day, transition=transition)
        )


def _display(base: Rulebook) -> frozenset[str]:
    """The parameters that bound how long a record is public."""
    terms = {kind.publication_term for kind in base.kinds.values()}
    bounds = {bound for rule in base.publication_classes.values() for bound in (rule.min, rule.max)}
    return frozenset(id for id in terms | bounds if id)


def _force(item: Placed) -> InForce:
    entry: Any = item.entry
    force: InForce = entry.in_force
    return force


def goes_beyond(entry: Any, day: date) -> bool:
    """True if the entry is still in force after a day."""
    return entry.in_force.until is None or bool(entry.in_force.until > day)


def _until(item: Placed, last_day: date) -> Placed:
    entry: Any = item.entry
    return replace(item, entry=replace(entry, in_force=replace(entry.in_force, until=last_day)))
