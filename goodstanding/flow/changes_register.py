"""The records that rows mean, with what judging asks of them; read for many rows at once."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from datetime import date

from goodstanding.designations.queries import counts_on
from goodstanding.flow.correct import as_it_stands, holder_of
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.register.reading import content, named_states, states, stored
from goodstanding.rules.cell_values import comparable
from goodstanding.rules.changing.columns import RECORD
from goodstanding.rules.changing.judge import Held
from goodstanding.rules.changing.sorting import Asked
from goodstanding.rules.states import Organisation, Record
from goodstanding.rules.working_set import WorkingSet


class Register:
    """What the register has of the records that some rows name."""

    def __init__(self, rows: Sequence[Asked], *, on: date) -> None:
        ids = {row.own[RECORD] for row in rows if RECORD in row.own}
        keys = {key for row in rows for key in (*row.keys(), *row.keys_after())}
        by_key = publication.latest_by_natural_keys(keys=keys)
        alone = [named for row in rows if (named := row.by_document)]
        among = publication.about(organisations={code for code, _ in alone}) if alone else []
        self._by_document = _documents(among, set(alone))
        entries = {
            **{e.record: e for each in self._by_document.values() for e in each},
            **publication.entries(records=ids),
            **{e.record: e for e in by_key.values()},
        }
        self._by_key = {key: each.record for key, each in by_key.items()}
        self._standing = {key: "" if e.withdrawn else e.record for key, e in by_key.items()}
        self._held = _held(entries, on=on)
        self._around: dict[str, WorkingSet] = {}

    def by_id(self, record: str) -> Held | None:
        """The record of that id."""
        return self._held.get(record)

    def by_keys(self, keys: list[str]) -> list[Held]:
        """The records with one of these natural keys."""
        found = dict.fromkeys(self._by_key[key] for key in keys if key in self._by_key)
        return [self._held[record] for record in found if record in self._held]

    def by_document(self, code: str, document: str) -> list[Held]:
        """The records about an organisation with a document number, whoever decided."""
        found = self._by_document.get((code, document), [])
        standing = [each for each in found if not each.withdrawn] or found[-1:]
        return [self._held[each.record] for each in standing]

    def organisations(self, codes: Iterable[str]) -> dict[str, Organisation]:
        """The organisations of these codes that the register has met."""
        found = named_states(codes)
        return {code: e for code, e in found.items() if isinstance(e, Organisation)}

    def around(self, record: Record) -> WorkingSet:
        """Everything held about the organisation of a record."""
        if record.organisation not in self._around:
            self._around[record.organisation] = WorkingSet(states(record.organisation))
        return self._around[record.organisation]

    def holder_of(self, key: str) -> str | None:
        """The id of the standing record with a natural key."""
        return (self._standing[key] or None) if key in self._standing else holder_of(key)


def _documents(
    entries: Iterable[Entry], wanted: Container[tuple[str, str]]
) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for each in entries:
        key = (each.organisation, comparable(each.document))
        if key in wanted:
            found.setdefault(key, []).append(each)
    return found


def _held(entries: dict[str, Entry], *, on: date) -> dict[str, Held]:
    kept = stored(entries)
    records = [each for each in kept.values() if isinstance(each, Record)]
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
