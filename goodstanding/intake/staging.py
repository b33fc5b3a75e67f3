"""Judged rows wait for the word of who sent them; at most half an hour, and never the file itself.

Those that change records wait for a second person, for a week.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

import msgspec
from django.db import transaction

from goodstanding.intake.batches import Outcome, as_row
from goodstanding.intake.models import Batch, EntryDraft, RowOutcome, Staged, StagedPart
from goodstanding.rules.record_types import Accepted

WAITS = timedelta(minutes=30)
#: A file that changes records waits for a colleague, who is not always there the same day.
WAITS_FOR_COLLEAGUE = timedelta(days=7)
#: How long the address of what was cancelled or expired still says so.
REMEMBERED = timedelta(days=1)
Numbered = tuple[Accepted, str]
_ACCEPTED = msgspec.json.Decoder(list[Numbered])
_OUTCOMES = msgspec.json.Decoder(list[Outcome])


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Some rows in the order of the file: the good ones with their digests, and the others.

    ``remarks``: of the good rows, for whoever looks before they are entered.
    """

    accepted: Sequence[Numbered]
    outcomes: Sequence[Outcome]
    remarks: Sequence[Outcome] = ()

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.accepted) + len(self.outcomes)

    @property
    def last_row(self) -> int:
        """The number of the last row in the file."""
        numbers = [row.row for row, _ in self.accepted] + [each.row for each in self.outcomes]
        return max(numbers, default=0)


class Kept(Protocol):
    """Some rows in the order of the file, whatever they become."""

    @property
    def accepted(self) -> Sequence[object]:
        """The good ones."""

    @property
    def outcomes(self) -> Sequence[Outcome]:
        """The others."""

    @property
    def remarks(self) -> Sequence[Outcome]:
        """What to look at twice in the good ones."""

    @property
    def rows(self) -> int:
        """How many rows."""

    @property
    def last_row(self) -> int:
        """The number of the last row in the file."""


def keep(staged: Staged, parts: Sequence[Kept]) -> None:
    """Keep a judged file in place of an earlier preview of the same one."""
    with transaction.atomic(using="default"):
        Staged.objects.filter(id=staged.id).delete()
        staged.save(force_insert=True)
        StagedPart.objects.bulk_create(
            _stored(staged, number, part) for number, part in enumerate(parts, start=1)
        )


def _stored(staged: Staged, number: int, part: Kept) -> StagedPart:
    return StagedPart(
        staged=staged,
        number=number,
        rows=part.rows,
        last_row=part.last_row,
        accepted=msgspec.json.encode(part.accepted).decode(),
        outcomes=msgspec.json.encode(part.outcomes).decode(),
        remarks=msgspec.json.encode(part.remarks).decode(),
    )


def staged(*, id: str) -> Staged | None:
    """What is staged under that id, or what is still known of it."""
    return Staged.objects.filter(id=id).first()


def waiting_for_colleague(
    *, department: str, other_than: str, kinds: Sequence[str], at: datetime
) -> list[Staged]:
    """What another person of a department sent and nobody committed yet, oldest first."""
    there = Staged.objects.filter(department=department, kind__in=kinds, state="waiting")
    return list(there.filter(expires_at__gt=at).exclude(by=other_than).order_by("staged_at", "id"))


def of_department(*, department: str) -> list[Staged]:
    """What waits for a department's word or is being entered, latest first."""
    there = Staged.objects.filter(department=department, state__in=["waiting", "entering"])
    return list(there.order_by("-staged_at", "id"))


def of_file(*, department: str, kind: str, file_digest: str) -> Staged | None:
    """The same file, waiting or being entered."""
    return Staged.objects.filter(
        department=department, kind=kind, file_digest=file_digest, state__in=["waiting", "entering"]
    ).first()


def outcomes(*, id: str) -> list[RowOutcome]:
    """The rows of a preview that will not become records, as their batch would keep them."""
    parts = StagedPart.objects.filter(staged=id).order_by("number").values_list("outcomes")
    found = [each for (text,) in parts for each in _OUTCOMES.decode(text)]
    return [as_row(id, each) for each in found]


def remarks(*, id: str) -> list[RowOutcome]:
    """The rows of a preview that will become records and have a remark, with it, in order."""
    parts = StagedPart.objects.filter(staged=id).exclude(remarks="[]").order_by("number")
    found = [each for (text,) in parts.values_list("remarks") for each in _OUTCOMES.decode(text)]
    return [as_row(id, each) for each in found]


def first_accepted(*, id: str, rows: int) -> list[Accepted]:
    """The first good rows of a preview."""
    parts = StagedPart.objects.filter(staged=id).exclude(accepted="[]").order_by("number")
    text = parts.values_list("accepted", flat=True).first()
    return [row for row, _ in _ACCEPTED.decode(text)[:rows]] if text else []


def hold(*, id: str, state: str, wait: bool = True) -> Staged | None:
    """The staged file in that state, held for this transaction; None if it is not (or is held)."""
    waiting = Staged.objects.select_for_update(skip_locked=not wait)
    return waiting.filter(id=id, state=state).first()


def next_part(held: Staged) -> tuple[StagedPart, Part] | None:
    """The part to be entered next."""
    stored = StagedPart.objects.filter(staged=held).order_by("number").first()
    if stored is None:
        return None
    accepted, others = _ACCEPTED.decode(stored.accepted), _OUTCOMES.decode(stored.outcomes)
    return stored, Part(accepted=accepted, outcomes=others)


def order(held: Staged, *, by: str, at: datetime) -> None:
    """Its sender said: enter it."""
    Staged.objects.filter(id=held.id).update(
        state="entering", ordered_by=by, ordered_at=at, moved_at=at
    )


def entered(held: Staged, part: StagedPart, *, at: datetime) -> None:
    """A part has become records: it goes, in the transaction that wrote them."""
    part.delete()
    Staged.objects.filter(id=held.id).update(done=held.done + part.rows, moved_at=at)
    Batch.objects.filter(id=held.id).update(last_row=part.last_row)


def close(held: Staged) -> None:
    """Nothing of it is left to enter."""
    Staged.objects.filter(id=held.id).delete()


def drop(held: Staged, *, state: str) -> None:
    """Forget every row; only that it was there is remembered."""
    StagedPart.objects.filter(staged=held).delete()
    Staged.objects.filter(id=held.id).update(state=state)


def sweep(*, at: datetime) -> None:
    """Forget the rows of every preview whose half hour is over, and of work stopped as long ago."""
    with transaction.atomic(using="default"):
        EntryDraft.objects.filter(expires_at__lte=at).delete()
        free = Staged.objects.select_for_update(skip_locked=True)
        for held in free.filter(state="waiting", expires_at__lte=at):
            drop(held, state="expired")
        # Its batch says that it stopped half-way; the same file sent again goes on from there.
        free.filter(state="entering", moved_at__lte=at - WAITS).delete()
        gone = Staged.objects.filter(state__in=["cancelled", "expired"])
        gone.filter(staged_at__lte=at - REMEMBERED).delete()
