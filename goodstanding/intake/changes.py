"""Staged rows that change records: read, sent back, taken one part after another."""

from collections.abc import Callable, Sequence

import msgspec

from goodstanding.intake.batches import Outcome
from goodstanding.intake.models import Staged, StagedPart
from goodstanding.rules.changing.row import ChangeRow

#: Rows per transaction: each may end designations, so that a part takes its time under the head.
CHUNK = 200
_ROWS = msgspec.json.Decoder(list[ChangeRow])
_OUTCOMES = msgspec.json.Decoder(list[Outcome])


class ChangePart(msgspec.Struct, frozen=True, kw_only=True):
    """Some rows in the order of the file: those that change a record, and the others.

    ``remarks``: none; they are made on rows that bring records.
    """

    accepted: Sequence[ChangeRow]
    outcomes: Sequence[Outcome]
    remarks: Sequence[Outcome] = ()

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.accepted) + len(self.outcomes)

    @property
    def last_row(self) -> int:
        """The number of the last row in the file."""
        return max((each.row for each in (*self.accepted, *self.outcomes)), default=0)


def parts_of(rows: Sequence[ChangeRow | Outcome]) -> list[ChangePart]:
    """The rows of a file in its order, as many together as one transaction takes."""
    ordered = sorted(rows, key=lambda each: each.row)
    return [_part(ordered[n : n + CHUNK]) for n in range(0, len(ordered), CHUNK)]


def _part(rows: Sequence[ChangeRow | Outcome]) -> ChangePart:
    return ChangePart(
        accepted=[each for each in rows if isinstance(each, ChangeRow)],
        outcomes=[each for each in rows if isinstance(each, Outcome)],
    )


def decoded(stored: StagedPart) -> ChangePart:
    """A part as it was kept."""
    accepted, outcomes = _ROWS.decode(stored.accepted), _OUTCOMES.decode(stored.outcomes)
    return ChangePart(accepted=accepted, outcomes=outcomes)


def changes(*, id: str) -> list[ChangeRow]:
    """The rows of a staged file that would change a record, in order."""
    parts = StagedPart.objects.filter(staged=id).order_by("number")
    return [row for stored in parts for row in decoded(stored).accepted]


def next_part(held: Staged) -> tuple[StagedPart, ChangePart] | None:
    """The part to be taken next."""
    stored = StagedPart.objects.filter(staged=held).order_by("number").first()
    return (stored, decoded(stored)) if stored else None


def send_back(held: Staged, why: Callable[[ChangeRow], Outcome | None]) -> int:
    """Turn rows into outcomes, those of which ``why`` tells one; returns how many."""
    back = 0
    for stored in StagedPart.objects.filter(staged=held):
        part = decoded(stored)
        told = {row.row: found for row in part.accepted if (found := why(row))}
        back += len(told)
        kept = [row for row in part.accepted if row.row not in told]
        stored.accepted = msgspec.json.encode(kept).decode()
        stored.outcomes = msgspec.json.encode([*part.outcomes, *told.values()]).decode()
        stored.save()
    return back
