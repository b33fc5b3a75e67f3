"""Somebody's old copy held against the register: which lines are stale, and why; nothing is kept."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import msgspec

from goodstanding.designations import queries as designations
from goodstanding.disclosure.queries import fallen_of
from goodstanding.files.copied import copied
from goodstanding.flow.open_records import pieces
from goodstanding.publication import queries as publication
from goodstanding.register.reading import acts_at
from goodstanding.rules.opendata.copies import CopyLine, Fell, Judged, Known, State, judge

#: Ids looked up at a time.
PIECE = 2_000


class CopyChecked(msgspec.Struct, frozen=True, kw_only=True):
    """The lines that are stale, how many lines stand in which state, and how old the copy is.

    ``position``, ``at``: the latest act any line names, and when it was recorded; none where no line
    names one.
    """

    on: date
    counts: dict[str, int]
    stale: tuple[Judged, ...]
    position: int | None
    at: datetime | None

    @property
    def lines(self) -> int:
        """How many lines were read."""
        return sum(self.counts.values())


def check_copy(data: bytes, *, on: date) -> CopyChecked:
    """Judge each line of a file or list as of a day; raises `Refused` for what cannot be read."""
    lines = copied(data)
    counts: Counter[str] = Counter()
    stale: list[Judged] = []
    for part in pieces(lines, PIECE):
        known = _known({each.record for each in part}, on)
        judged = [judge(each, known.get(each.record, Known()), on=on) for each in part]
        counts.update(each.state.value for each in judged)
        stale += [each for each in judged if each.state is not State.CURRENT]
    position, at = _age(lines)
    return CopyChecked(on=on, counts=dict(counts), stale=tuple(stale), position=position, at=at)


def _known(ids: set[str], on: date) -> dict[str, Known]:
    """What strangers may know today, by id; what they may not is missing."""
    shown: dict[str, tuple[int, date | None]] = {}
    for row in publication.all_public(on=on).filter(record__in=ids):
        shown[row.record] = (row.version, row.public_until)
    for case in designations.seen_by_strangers(on=on).filter(id__in=ids, doubtful=False):
        shown[case.id] = (1, case.last_day)
    fell = _falls(ids, on)
    return {
        id: Known(
            version=shown.get(id, (None, None))[0],
            last_day=shown.get(id, (None, None))[1],
            fell=fell.get(id, {}),
        )
        for id in {*shown, *fell}
    }


def _falls(ids: Iterable[str], on: date) -> dict[str, dict[int, Fell]]:
    found = fallen_of(records=ids, on=on)
    acts = acts_at({each.position for each in found})
    told: dict[str, dict[int, Fell]] = {}
    for each in found:
        day = acts[each.position].header.effective_on
        told.setdefault(each.record, {})[each.version] = Fell(kind=each.kind, on=day)
    return told


def _age(lines: Sequence[CopyLine]) -> tuple[int | None, datetime | None]:
    position = max((each.position for each in lines if each.position), default=None)
    act = acts_at([position]).get(position) if position else None
    return (position, act.header.recorded_at) if act else (None, None)
