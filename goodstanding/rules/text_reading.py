"""Texts that may name persons wait for an officer; the record itself is public meanwhile.

D8 of the product: detected, and never published unreviewed. The wait and its end are acts of their own,
so that who looked, when, and at which version stays on record.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.acts.record import RecordTextHeld, RecordTextRead, RecordTextWithheld
from goodstanding.rules.correction.refusals import CorrectedMeanwhile
from goodstanding.rules.errors import Conflict, Refusal, require_none
from goodstanding.rules.masking import TOLD
from goodstanding.rules.record_types import Accepted
from goodstanding.rules.states import Record


class NoTextWaits(Conflict):
    """No text of this record waits to be read: it was read already, corrected, or taken back."""


def held(row: Accepted, *, record: str, on: date) -> list[Decided]:
    """The wait of a new record whose texts may name somebody; nothing for any other."""
    return _held(row.organisation_code, record, row.to_be_read, on)


def held_after(record: Record, row: Accepted, before: Content, *, on: date) -> list[Decided]:
    """The wait of a corrected record: doubtful texts nobody has read, as they are now.

    A text an officer found fit and that stays as it was is not read again.
    """
    unread = tuple(
        name
        for name in row.to_be_read
        if record.texts_held or row.content.get(name) != before.get(name)
    )
    return _held(record.organisation, record.id, unread, on)


def still_held(record: Record, *, on: date) -> list[Decided]:
    """The wait of a record of which document or day was put right and no text was looked at."""
    return _held(record.organisation, record.id, record.texts_held or (), on)


def _held(stream: str, record: str, texts: Sequence[str], on: date) -> list[Decided]:
    if not texts:
        return []
    effect = RecordTextHeld(texts=tuple(texts))
    return [Decided(stream=stream, aggregate=record, effective_on=on, effect=effect)]


def refusals(record: Record, *, version: int | None = None) -> list[Refusal]:
    """Why there is nothing to find fit; ``version``: the one that was read, if it is compared."""
    if not record.texts_held or record.withdrawn:
        return [NoTextWaits()]
    holds = record.version.number
    return [] if version in (None, holds) else [CorrectedMeanwhile(version=holds)]


def found_fit(record: Record, *, version: int | None, on: date) -> list[Decided]:
    """An officer read the texts and found them fit to publish. Raises `Refused` with `refusals`."""
    require_none(refusals(record, version=version))
    effect = RecordTextRead(version=record.version.number)
    return [
        Decided(stream=record.organisation, aggregate=record.id, effective_on=on, effect=effect)
    ]


def withheld_refusals(record: Record, *, version: int | None = None) -> list[Refusal]:
    """Why there is nothing to withhold: nothing waits, or they are withheld already."""
    found = refusals(record, version=version)
    return found or ([NoTextWaits()] if record.texts_withheld else [])


def withheld(record: Record, *, version: int | None, on: date) -> list[Decided]:
    """An officer read the texts: somebody is named, so they stay from the public as they are.

    They wait for nobody any more, and may still be found fit or corrected. Raises `Refused`.
    """
    require_none(withheld_refusals(record, version=version))
    effect = RecordTextWithheld(version=record.version.number)
    return [
        Decided(stream=record.organisation, aggregate=record.id, effective_on=on, effect=effect)
    ]


def public_texts(texts: Mapping[str, str], *, held: bool) -> dict[str, str]:
    """The texts of a record as strangers see them: none that is free while one waits to be read."""
    return {name: text for name, text in texts.items() if not (held and name in TOLD)}
