"""The source department puts a record right: a new version of it, with a reason that is public."""

from collections.abc import Mapping

from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench_of
from goodstanding.publication.queries import by_natural_keys
from goodstanding.register.reading import content
from goodstanding.rules.correction.correct import Before, Correction, correct
from goodstanding.rules.correction.own_entry import own_entry_refusals, right_of
from goodstanding.rules.correction.restate import correctable, held_cells
from goodstanding.rules.states import Organisation, Record
from goodstanding.rules.working_set import WorkingSet


def correct_record(
    call: Call,
    *,
    record: str,
    values: Mapping[str, str],
    reasons: str,
    version: int | None = None,
) -> None:
    """Replace wrong values of a record; what rested on it keeps what was pinned.

    ``values``: the right ones by field code or printed header, those left out stay. By a reviewer
    other than who entered it, or by that officer alone on the day of entry. ``version``: the one
    that was read, if a correction in the meantime is to hinder this one. Raises `Refused`.
    """
    with bench_of(call, record) as held:
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
            Correction(values=values, reasons=reasons, version=version),
            holder_of=holder_of,
            hindering=own_entry_refusals(call.actor, found, work=work, on=call.on),
            law=held.law,
            on=call.on,
        )
        held.append(acts)


def before(work: WorkingSet, record: Record) -> Before:
    """The record as it stands, with the last content of it that is held."""
    told = content(version.position for version in record.versions)
    texts = [told.get(version.position, {}) for version in record.versions]
    last = next((each for each in reversed(texts) if set(each) - {"reasons"}), {})
    organisation = work.find(Organisation, record.organisation)
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
