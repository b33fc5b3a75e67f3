"""Who was told what must no longer be used, and who has not said yet that it is not?"""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec
from django.db import connections

from goodstanding.disclosure.kinds import DESIGNATION, RECORD, WAS_WRONG
from goodstanding.disclosure.models import (
    Acknowledgement,
    FallenVersion,
    Point,
    ReopeningOutcome,
)
from goodstanding.disclosure.outflows import RECALLS
from goodstanding.rules.telling.kinds import asked as is_asked


class Recall(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a record, or a designation, that somebody was told of and that fell afterwards.

    ``record`` is the id of either; ``subject`` says of which. ``kind``: was-wrong, stop-using or
    corrected. ``position``: the act whose content says why. ``case_numbers`` and ``receipts``: what
    it was told for; ``datasets``: in which files or feeds; ``times``: how often. ``occurrence``:
    what came back when a repair was revoked and fell again is recalled again.
    """

    recipient: str
    record: str
    version: int
    kind: str
    position: int
    organisation: str
    department: str
    document: str
    told_first: datetime
    told_last: datetime
    times: int
    case_numbers: tuple[str, ...]
    receipts: tuple[str, ...]
    acknowledged_at: datetime | None
    acknowledged_by: str
    subject: str
    datasets: tuple[str, ...]
    occurrence: int

    @property
    def id(self) -> str:
        """The recall's id among those of its recipient; of a later fall with its number."""
        return recall_id(self.record, self.version, self.kind, self.occurrence)


def recall_id(record: str, version: int, kind: str, occurrence: int) -> str:
    """The id of a recall: the first fall of a kind has no number, so that old ids stay."""
    first = f"{record}.{version}.{kind}"
    return first if occurrence == 1 else f"{first}.{occurrence}"


def open_recalls(
    *, recipient: str | None = None, record: str | None = None, after: int | None = None
) -> list[Recall]:
    """The recalls not yet acknowledged, oldest first: the ledger, joined with what has fallen.

    Args:
        recipient: of one (`Actor.recipient`), or of all.
        record: about one, or about all.
        after: only of what fell by acts after this position.
    """
    return _recalls(recipient=recipient, record=record, open=True, after=after)


def recalls(*, recipient: str | None = None, record: str | None = None) -> list[Recall]:
    """Every recall, acknowledged or not."""
    return _recalls(recipient=recipient, record=record, open=False)


def recall_counts(*, recipient: str | None = None) -> tuple[int, int]:
    """How many recalls there are, of one recipient or of all, and how many are acknowledged."""
    found = recall_counts_by_recipient(recipient=recipient).values()
    return sum(told for told, _ in found), sum(done for _, done in found)


def recall_counts_by_recipient(*, recipient: str | None = None) -> dict[str, tuple[int, int]]:
    """How many recalls each recipient was sent, and how many it acknowledged.

    Not of institutions outside the administration: nothing is asked of them.
    """
    with connections["default"].cursor() as cursor:
        asked = {"recipient": recipient, "record": None, "open": False, "after": None}
        cursor.execute(
            "SELECT recipient, count(*), count(done_at)"
            f" FROM ({RECALLS}) AS recall GROUP BY recipient",
            asked,
        )
        rows = cursor.fetchall()
    return {name: (told, done) for name, told, done in rows if is_asked(name)}


def recall(*, recipient: str, id: str) -> Recall | None:
    """The recall of that id told to a recipient, or None; ``id`` as in `Recall.id`."""
    numbered = id.rsplit(".", 1)[-1].isdecimal()
    record = id.rsplit(".", 3 if numbered else 2)[0]
    return next((r for r in recalls(recipient=recipient, record=record) if r.id == id), None)


def recipients(*, record: str) -> list[str]:
    """Everybody who was ever told of a record, in any version."""
    found = Point.objects.filter(record=record).order_by("recipient")
    return list(found.values_list("recipient", flat=True).distinct())


def recipients_of(*, records: Iterable[str]) -> dict[str, list[str]]:
    """The same for several records at once; a record that nobody was told of is missing."""
    found = Point.objects.filter(record__in=list(records)).order_by("record", "recipient")
    told: dict[str, list[str]] = {}
    for record, recipient in found.values_list("record", "recipient").distinct():
        told.setdefault(record, []).append(recipient)
    return told


def fallen_in_public(*, on: date, before: int | None = None, limit: int) -> list[FallenVersion]:
    """What fell and would still be public on a day, latest first.

    Args:
        before: only what fell by acts before this position.
        limit: so many, and what fell by the same act as the last of them.
    """
    found = FallenVersion.objects.filter(public_from__lte=on, public_until__gte=on)
    found = found.order_by("-position", "record", "version")
    if before is not None:
        found = found.filter(position__lt=before)
    page = list(found[:limit])
    if len(page) == limit:
        known = {(each.record, each.version) for each in page}
        rest = found.filter(position=page[-1].position)
        page += [each for each in rest if (each.record, each.version) not in known]
    return page


def fallen_of(*, records: Iterable[str], on: date) -> list[FallenVersion]:
    """What fell of some records and designations and would still be public on a day."""
    found = FallenVersion.objects.filter(record__in=list(records))
    return list(found.filter(public_from__lte=on, public_until__gte=on))


def withdrawn_as_wrong() -> list[str]:
    """The records that fell as wrong from the start, in the order they fell."""
    found = FallenVersion.objects.filter(kind=WAS_WRONG, subject=RECORD).order_by("position")
    return list(dict.fromkeys(found.values_list("record", flat=True)))


def fell_as_wrong(*, after: int) -> bool:
    """Whether anything fell as wrong from the start by an act after a position."""
    return FallenVersion.objects.filter(kind=WAS_WRONG, position__gt=after).exists()


def acknowledged(*, recipients: Iterable[str], records: Iterable[str]) -> set[tuple[str, str]]:
    """Recipient and id of the recalls of some records that some recipients have acknowledged."""
    found = Acknowledgement.objects.filter(
        recipient__in=set(recipients), record__in=set(records)
    ).values_list("recipient", "record", "version", "kind", "occurrence")
    return {(who, recall_id(*of)) for who, *of in found}


def annulled() -> dict[str, str]:
    """The designations that fell as wrong on their own account, each with its organisation."""
    wrong = FallenVersion.objects.filter(kind=WAS_WRONG, subject=DESIGNATION, records=[])
    return dict(wrong.order_by("position").values_list("record", "organisation"))


def reopening_outcomes(*, receipts: Iterable[str]) -> dict[str, ReopeningOutcome]:
    """What came of asking again, for those of the receipts that are closed."""
    found = ReopeningOutcome.objects.filter(receipt__in=set(receipts))
    return {each.receipt: each for each in found}


def _recalls(
    *, recipient: str | None, record: str | None, open: bool, after: int | None = None
) -> list[Recall]:
    asked = {"recipient": recipient, "record": record, "open": open, "after": after}
    with connections["default"].cursor() as cursor:
        cursor.execute(RECALLS, asked)
        return [_recall(row) for row in cursor.fetchall()]


def _recall(row: tuple[object, ...]) -> Recall:
    return msgspec.convert(
        dict(zip(Recall.__struct_fields__, row, strict=True)), Recall, strict=True
    )
