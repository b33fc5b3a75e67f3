"""The source department learns that a record is wrong: its time to put it right runs from that day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of
from goodstanding.rules.correction import learned
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record


def note_error(call: Call, *, record: str, learned_on: date, through: str, text: str = "") -> None:
    """Note that a record is wrong, since when the department knows, and from whom.

    ``through``: one of `learned.THROUGH`. By an officer or reviewer of the department, who need not
    know yet whether it is corrected or taken back. Raises `Refused`.
    """
    with _held(call, record, Action.NOTE_ERROR) as (held, found):
        acts = learned.note(
            found, learned_on=learned_on, through=through, text=text, law=held.law, on=call.on
        )
        held.append(acts)


def dismiss_error(call: Call, *, record: str, reasons: str) -> None:
    """The record is right after all: another person than who noted the error says so, and why."""
    with _held(call, record, Action.DISMISS_ERROR) as (held, found):
        held.append(learned.dismiss(found, reasons=reasons, on=call.on))


@contextmanager
def _held(call: Call, record: str, action: Action) -> Iterator[tuple[Bench, Record]]:
    with bench_of(call, record) as held:
        found = held.one(Record, record)
        known = learned.open_error(found)
        policy.require(
            call.actor,
            action,
            department=found.department,
            organisation=found.organisation,
            first=known.noted_by if known else "",
            matter=record,
        )
        yield held, found
