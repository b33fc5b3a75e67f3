"""The records that rows mean, with what judging asks of them; read for many rows at once."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from goodstanding.designations.queries import counts_on
from goodstanding.flow.correct import as_it_stands, holder_of
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.register.reading import content, stored
from goodstanding.rules.changing.columns import RECORD
from goodstanding.rules.changing.judge import Held
from goodstanding.rules.changing.sorting import Asked
from goodstanding.rules.states import Organisation, Record


class Register:
    """What the register has of the records that some rows name."""

    def __init__(self, rows: Sequence[Asked], *, on: date) -> None:
        ids = {row.own[RECORD] for row in rows if RECORD in row.own}
        keys = {key for row in rows for key in (*row.keys(), *row.keys_after())}
        by_key = publication.latest_by_natural_keys(keys=keys)
        entries = {**publication.entries(records=ids), **{e.record: e for e in by_key.values()}}
        self._by_key = {key: each.record for key, each in by_key.items()}
        self._standing = {key: "" if e.withdrawn else e.record for key, e in by_key.items()}
        self._held = _held(entries, on=on)

    def by_id(self, record: str) -> Held | None:
        """The record of that id."""
        return self._held.get(record)

    def by_keys(self, keys: list[str]) -> list[Held]:
        """The records with one of these natural keys."""
        found = dict.fromkeys(self._by_key[key] for key in keys if key in self._by_key)
        return [self._held[record] for record in found if record in self._held]

    def holder_of(self, key: str) -> str | None:
        """The id of the standing record with a natural key."""
        return (self._standing[key] or None) if key in self._standing else holder_of(key)


def _held(entries: dict[str, Entry], *, on: date) -> dict[str, Held]:
    states = stored(entries)
    records = [each for each in states.values() if isinstance(each, Record)]
    bodies = stored(each.organisation for each in records)
    told = content(version.position for each in records for version in each.versions)
    cases: Counter[str] = counts_on(records=entries)
    found = {}
    for each in records:
        body = bodies.get(each.organisation)
        named = body if isinstance(body, Organisation) else None
        found[each.id] = Held(
            before=as_it_stands(each, named, told),
            cases=cases[each.id],
            public=_public(entries[each.id], on),
        )
    return found


def _public(entry: Entry, on: date) -> bool:
    first, last = entry.public_from, entry.public_until
    return bool(first and last and first <= on <= last) and not entry.withdrawn
