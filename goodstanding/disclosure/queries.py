"""Who was told what must no longer be used, and who has not said yet that it is not?"""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from django.db import connections

from goodstanding.disclosure.kinds import WAS_WRONG
from goodstanding.disclosure.models import FallenVersion, Point, ReopeningOutcome


class Recall(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a record that somebody was told of, and that fell afterwards.

    ``kind``: was-wrong, stop-using or corrected. ``position``: the act whose content says why.
    ``case_numbers`` and ``receipts``: what it was told for; ``times``: how often.
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

    @property
    def id(self) -> str:
        """The recall's id among those of its recipient."""
        return f"{self.record}.{self.version}.{self.kind}"


_RECALLS = """
    SELECT recipient, record, version, fallen.kind, fallen.position, fallen.organisation,
           fallen.department, fallen.document,
           min(point.at), max(point.at), sum(point.times)::int,
           array_remove(array_agg(DISTINCT point.case_number), ''),
           array_remove(array_agg(DISTINCT point.receipt), ''),
           done.at AS done_at, coalesce(done.by, '')
      FROM disclosure_fallenversion AS fallen
      JOIN disclosure_point AS point USING (record, version)
      LEFT JOIN disclosure_acknowledgement AS done USING (recipient, record, version, kind)
     WHERE point.position < fallen.position
       AND (%(recipient)s::text IS NULL OR recipient = %(recipient)s)
       AND (%(record)s::text IS NULL OR record = %(record)s)
       AND (NOT %(open)s OR done.at IS NULL)
     GROUP BY recipient, record, version, fallen.kind, fallen.position, fallen.organisation,
              fallen.department, fallen.document, done.at, done.by
     ORDER BY fallen.position, record, version, recipient
"""


def open_recalls(*, recipient: str | None = None, record: str | None = None) -> list[Recall]:
    """The recalls not yet acknowledged, oldest first: the ledger, joined with what has fallen.

    Args:
        recipient: of one (`Actor.recipient`), or of all.
        record: about one, or about all.
    """
    return _recalls(recipient=recipient, record=record, open=True)


def recalls(*, recipient: str | None = None, record: str | None = None) -> list[Recall]:
    """Every recall, acknowledged or not."""
    return _recalls(recipient=recipient, record=record, open=False)


def recall_counts(*, recipient: str | None = None) -> tuple[int, int]:
    """How many recalls there are, of one recipient or of all, and how many are acknowledged."""
    found = recall_counts_by_recipient(recipient=recipient).values()
    return sum(told for told, _ in found), sum(done for _, done in found)


def recall_counts_by_recipient(*, recipient: str | None = None) -> dict[str, tuple[int, int]]:
    """How many recalls each recipient was sent, and how many it acknowledged."""
    with connections["default"].cursor() as cursor:
        asked = {"recipient": recipient, "record": None, "open": False}
        cursor.execute(
            "SELECT recipient, count(*), count(done_at)"
            f" FROM ({_RECALLS}) AS recall GROUP BY recipient",
            asked,
        )
        return {name: (told, done) for name, told, done in cursor.fetchall()}


def recall(*, recipient: str, id: str) -> Recall | None:
    """The recall of that id told to a recipient, or None; ``id`` as in `Recall.id`."""
    record = id.rsplit(".", 2)[0]
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


def fallen(*, after: int = 0, limit: int = 100) -> list[FallenVersion]:
    """The public recall feed: versions that fell by an act after a position, in order."""
    found = FallenVersion.objects.filter(position__gt=after)
    return list(found.order_by("position", "record", "version")[:limit])


def withdrawn_as_wrong() -> list[str]:
    """The records that fell as wrong from the start, in the order they fell."""
    found = FallenVersion.objects.filter(kind=WAS_WRONG).order_by("position")
    return list(dict.fromkeys(found.values_list("record", flat=True)))


def reopening_outcomes(*, receipts: Iterable[str]) -> dict[str, ReopeningOutcome]:
    """What came of asking again, for those of the receipts that are closed."""
    found = ReopeningOutcome.objects.filter(receipt__in=set(receipts))
    return {each.receipt: each for each in found}


def _recalls(*, recipient: str | None, record: str | None, open: bool) -> list[Recall]:
    with connections["default"].cursor() as cursor:
        cursor.execute(_RECALLS, {"recipient": recipient, "record": record, "open": open})
        return [_recall(row) for row in cursor.fetchall()]


def _recall(row: tuple[object, ...]) -> Recall:
    return msgspec.convert(
        dict(zip(Recall.__struct_fields__, row, strict=True)), Recall, strict=True
    )
