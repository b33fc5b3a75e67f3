"""The source department puts a record right: a new version of it, with a reason that is public."""

from collections.abc import Mapping
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of
from goodstanding.publication.queries import by_natural_keys
from goodstanding.register.reading import content
from goodstanding.rules.acts.envelope import Content
from goodstanding.rules.correction.correct import Before, Correction, correct
from goodstanding.rules.correction.own_entry import own_entry_refusals, right_of
from goodstanding.rules.correction.restate import correctable, held_cells
from goodstanding.rules.proceeding.followed import PUT_RIGHT, followed
from goodstanding.rules.states import Organisation, Record
from goodstanding.rules.working_set import WorkingSet


def correct_record(
    call: Call,
    *,
    record: str,
    values: Mapping[str, str],
    reasons: str,
    version: int | None = None,
    learned_on: date | None = None,
) -> None:
    """Replace wrong values of a record; what rested on it keeps what was pinned.

    ``values``: the right ones by field code or printed header, those left out stay. By a reviewer
    other than who entered it, or by that officer alone on the day of entry. ``version``: the one
    that was read, if a correction in the meantime is to hinder this one. ``learned_on``: the day the
    department learned of the error, where it was not noted before. Raises `Refused`.
    """
    wanted = Correction(values=values, reasons=reasons, version=version, learned_on=learned_on)
    with bench_of(call, record) as held:
        put_right(call, held, record, wanted)


def put_right(call: Call, held: Bench, record: str, wanted: Correction) -> None:
    """The same for a record whose organisation is held already. Raises `Refused`."""
    work = held.set(record)
    found = work.one(Record, record)
    policy.require(
        call.actor,
        right_of(call.actor, found),
        department=found.department,
        organisation=found.organisation,
        first=found.entered_by,
        matter=record,
    )
    acts = correct(
        before(work, found),
        wanted,
        holder_of=holder_of,
        hindering=own_entry_refusals(call.actor, found, work=work, on=call.on),
        law=held.law,
        on=call.on,
    )
    held.append([*acts, *followed([found.id], how=PUT_RIGHT, work=work, on=call.on)])


def before(work: WorkingSet, record: Record) -> Before:
    """The record as it stands, with the last content of it that is held."""
    told = content(version.position for version in record.versions)
    return as_it_stands(record, work.find(Organisation, record.organisation), told)


def as_it_stands(
    record: Record, organisation: Organisation | None, told: Mapping[int, Content]
) -> Before:
    """The same from what was read already; ``told``: the contents by position."""
    texts = [told.get(version.position, {}) for version in record.versions]
    last = next((each for each in reversed(texts) if set(each) - {"reasons"}), {})
    return Before(
        record=record,
        content={name: text for name, text in last.items() if name != "reasons"},
        name=organisation.name if organisation else "",
    )


def holder_of(key: str) -> str | None:
    """The id of the standing record with a natural key."""
    found = by_natural_keys(keys=[key]).get(key)
    return found.record if found else None


def correctable_values(work: WorkingSet, record: Record) -> dict[str, str]:
    """The values a correction may change as they are now, by field code; empty where not held."""
    held = before(work, record)
    cells = held_cells(record, held.content, name=held.name)
    kind = record.record_kind
    return {column.code: cells.get(column.code, "") for column in correctable(kind)}
