"""A listing decided elsewhere: a second officer confirms it, and only then has it effect here."""

from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench_of, new_id
from goodstanding.rules.designation.transcribe import Confirmation, confirm
from goodstanding.rules.proceeding.shielding import follow
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record


def confirm_transcription(
    call: Call, *, record: str, ground: str, last_day: date | None = None
) -> str:
    """Confirm a transcribed listing against its source; returns the id of the designation."""
    with bench_of(call, record) as held:
        work = held.set(record)
        found = work.one(Record, record)
        policy.require(
            call.actor,
            Action.CONFIRM_TRANSCRIPTION,
            department=found.department,
            organisation=found.organisation,
            first=found.entered_by,
            matter=record,
        )
        confirmation = Confirmation(
            id=new_id("d"), ground=ground, department=found.department, last_day=last_day
        )
        held.append(confirm(found, confirmation, work=work, law=held.law, on=call.on))
        held.append(follow(work=held.set(record), law=held.law, on=call.on))
    return confirmation.id
