"""A repair shall be revoked: on which ground and facts, and until when the organisation answers."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.targets import named
from goodstanding.rules.letters.terms import Window, window
from goodstanding.rules.repair.state import Repair


class RevocationNotice(msgspec.Struct, frozen=True, kw_only=True):
    """``granted_on``: the day of the repair."""

    repair: str
    target: str
    granted_on: date | None
    ground: str
    facts: str
    statement: Window | None


def revocation_notice(papers: Papers, repair: Repair) -> Letter:
    """The letter of a notice of revocation, once served."""
    told = repair.revocation
    assert told is not None
    said = RevocationNotice(
        repair=repair.id,
        target=named(papers, repair.target),
        granted_on=repair.decided_on,
        ground=told.ground,
        facts=papers.act.content.get("facts", ""),
        statement=window(papers, told.statement, None, told.served_on),
    )
    return papers.letter(
        "revocation-notice",
        department=repair.department,
        number="",
        said=said,
        on=told.served_on,
    )
