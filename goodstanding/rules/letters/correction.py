"""A record was corrected: the public reason, every value before and after, and who was told."""

from datetime import date

import msgspec

from goodstanding.rules.correction.history import Changed, corrections
from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.states import Record
from goodstanding.rules.text_reading import public_texts


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """``changed``: values by name; ``told``: the recipients of the earlier values."""

    kind: str
    document: str
    decided_on: date
    reasons: str
    changed: tuple[Changed, ...]
    told: tuple[str, ...]


def correction(papers: Papers, record: Record) -> Letter:
    """The letter of the last correction. A text that waits to be read for names is left out."""
    on = papers.act.header.effective_on
    positions = {version.position for version in record.versions}
    made = corrections([act for act in papers.acts if act.header.position in positions])[-1]
    shown = public_texts({each.name: "" for each in made.changed}, held=bool(record.texts_held))
    said = Correction(
        kind=papers.words.kind(record.record_kind),
        document=record.document,
        decided_on=record.decided_on,
        reasons=made.reasons,
        changed=tuple(each for each in made.changed if each.name in shown),
        told=tuple(map(papers.words.department, papers.told)),
    )
    return papers.letter("correction", department=record.department, number="", said=said, on=on)
