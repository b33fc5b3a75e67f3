"""What a ground rests on: a decision already made, and sometimes the consent of a higher authority."""

from typing import Literal

from goodstanding.rules.catalogue.entry import Entry
from goodstanding.rules.catalogue.sources import Citation, InForce, Title

DecisionKind = Literal[
    "penalty-decision",
    "court-judgment",
    "court-enforcement-decision",
    "arbitral-award",
    "designation-elsewhere",
    "recognition-decision",
    "contract-finding",
    "inspection-decision",
    "commitment-finding",
    "commendation-decision",
    "no-adverse-record",
]
"""The kinds of decision that carry a ground. The last two carry advantages: a commendation, and a
stretch of years in which nothing adverse was decided."""


class SuperiorConsent(Entry, frozen=True, kw_only=True):
    """The authority that must agree before the decision, by which article, on which days."""

    authority: Title
    citation: Citation
    in_force: InForce | None = None
