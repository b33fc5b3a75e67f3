"""The public recall feed: what strangers may have copied and must use no more, latest first."""

from datetime import date, datetime

import msgspec

from goodstanding.disclosure.models import FallenVersion
from goodstanding.disclosure.queries import fallen_in_public
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.register.reading import acts_at, content


class PublicFall(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a record, or a designation, that was public and fell.

    ``from_day``: since when, or the day it was found wrong from the start. ``authority``,
    ``document`` only of what strangers still see whole; ``reasons`` only where a stub or the record
    shows them. Dropped from every copy after ``not_after`` in any case.
    """

    record: str
    version: int
    subject: str
    kind: str
    position: int
    at: datetime
    from_day: date
    not_after: date
    authority: str = ""
    document: str = ""
    reasons: str = ""

    @property
    def id(self) -> str:
        """The same as long as it is the same fall."""
        return f"{self.record}.{self.version}.{self.kind}.{self.position}"


class Falls(msgspec.Struct, frozen=True, kw_only=True):
    """Some falls, latest first; ``before`` continues the list, none at its end."""

    items: tuple[PublicFall, ...]
    before: int | None


def public_falls(*, on: date, before: int | None, limit: int) -> Falls:
    """What fell and was public, as long as its own publication would have lasted.

    Args:
        on: the legal day.
        before: only what fell by acts before this position.
        limit: at least so many, if there are; what fell by one act is never parted.
    """
    found = fallen_in_public(on=on, before=before, limit=limit)
    positions = [each.position for each in found]
    acts, told = acts_at(positions), content(positions)
    shown = _shown({each.record for each in found}, on)
    items = tuple(
        PublicFall(
            record=each.record,
            version=each.version,
            subject=each.subject,
            kind=each.kind,
            position=each.position,
            at=acts[each.position].header.recorded_at,
            from_day=acts[each.position].header.effective_on,
            not_after=each.public_until or on,
            **_told(each, shown.get(each.record), told.get(each.position, {}).get("reasons", "")),
        )
        for each in found
    )
    return Falls(items=items, before=positions[-1] if len(found) >= limit else None)


def _shown(records: set[str], on: date) -> dict[str, Entry]:
    """What strangers still see of the records, whole or as a stub."""
    seen = (*publication.all_public(on=on).filter(record__in=records),)
    stubs = publication.all_stubs(on=on).filter(record__in=records)
    return {each.record: each for each in (*seen, *stubs)}


def _told(fell: FallenVersion, shown: Entry | None, reasons: str) -> dict[str, str]:
    if shown is None:
        return {}
    if shown.withdrawn:
        return {"reasons": reasons}
    return {"authority": shown.authority, "document": shown.document, "reasons": reasons}
