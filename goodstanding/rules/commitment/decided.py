"""A finding that an authority decided on, as a row about a commitment: one rule reads both.

What a department's file may say of a broken promise, its desk may say, and nothing else: the row is
judged like any other, and the record it becomes is the finding.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from goodstanding.rules import official_columns as official
from goodstanding.rules.commitment.find import Result
from goodstanding.rules.commitment.state import BROKEN, KEPT, PARTLY, Commitment

KIND = "commitment"
_TYPES = (
    "proactive",
    "instead-of-approval",
    "documents-to-follow",
    "instead-of-certificate",
    "self-discipline",
    "repair",
)
#: The words of the official template by those of the catalogue.
KINDS: Mapping[str, str] = dict(zip(_TYPES, official.COMMITMENT_KINDS, strict=True))
FULFILMENT: Mapping[str, str] = {
    KEPT: official.KEPT,
    PARTLY: official.KEPT_IN_PART,
    BROKEN: official.BROKEN,
}


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """The authority's decision: whose, under which number, when, on which law."""

    authority: str = ""
    authority_code: str = ""
    document: str = ""
    decided_on: date | None = None
    basis: str = ""

    @property
    def given(self) -> bool:
        """Whether anything of it was said; half a decision is a slip, and is refused as a row is."""
        return bool(self.document.strip() or self.basis.strip() or self.decided_on)


def cells(
    promise: Commitment, result: Result, decision: Decision, *, name: str, matter: str
) -> dict[str, str]:
    """The row, by field code; ``name``: of the organisation, ``matter``: what was promised."""
    decided_on = decision.decided_on
    return {
        "CM_NAME": name,
        "CM_CODE": promise.organisation,
        "CM_KIND": KINDS[promise.commitment_type],
        "CM_MATTER": matter,
        "CM_REFERENCE": promise.id,
        "CM_MADE_ON": promise.made_on.isoformat(),
        "CM_DUE_ON": promise.due_on.isoformat(),
        "CM_FULFILMENT": FULFILMENT[result.outcome],
        "CM_AUTHORITY": decision.authority,
        "CM_AUTHORITY_CODE": decision.authority_code,
        "CM_HAPPENED_ON": result.found_on.isoformat(),
        "CM_DOCUMENT": decision.document,
        "CM_DECIDED_ON": decided_on.isoformat() if decided_on else "",
        "CM_BASIS": decision.basis,
        "CM_FACTS": result.reasons,
    }
