"""An officer read the texts of a record that may name persons, and found them fit to publish."""

from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench_of
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record
from goodstanding.rules.text_reading import found_fit


def find_text_fit(call: Call, *, record: str, version: int | None = None) -> None:
    """The texts of a record are public from now on, as far as the record is.

    By an officer or reviewer of its department. ``version``: the one that was read, if a correction in
    the meantime is to hinder it. Raises `Refused`.
    """
    with bench_of(call, record) as held:
        found = held.one(Record, record)
        policy.require(
            call.actor,
            Action.FIND_TEXT_FIT,
            department=found.department,
            organisation=found.organisation,
            matter=record,
        )
        held.append(found_fit(found, version=version, on=call.on))
