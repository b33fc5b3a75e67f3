"""A trade association recommends, a department adopts: the offer alone starts nothing."""

from datetime import date

from goodstanding.rules.aside.ending import AsideOver
from goodstanding.rules.aside.sight import lives
from goodstanding.rules.aside.states import OfferedEntry
from goodstanding.rules.catalogue.model import Ground
from goodstanding.rules.errors import Refusal
from goodstanding.rules.exemplar.refusals import (
    AdoptionReasonsMissing,
    NotAnAssociation,
    OfferStartsNoRestriction,
)
from goodstanding.rules.stacking import ADVANTAGE

#: The first two characters of the code of a body that may recommend: mass organisations (federations
#: of industry and commerce) and social associations (trade associations, chambers).
ASSOCIATIONS = ("13", "51")


def adoption_refusals(
    offer: OfferedEntry, ground: Ground, *, facts: str, on: date
) -> list[Refusal]:
    """What stands against a proposal that adopts an entry of an offered list.

    ``facts``: the department's own reasons. Source: work plan 3.1.1 (recommended by trade
    associations); the decision stays the department's (boundary of the register, 2 and 6).
    """
    found = entry_refusals(offer, on=on)
    if ground.sense != ADVANTAGE:
        found.append(OfferStartsNoRestriction())
    if not facts.strip():
        found.append(AdoptionReasonsMissing())
    return found


def entry_refusals(offer: OfferedEntry, *, on: date) -> list[Refusal]:
    """What stands against adopting it whatever is written: taken back, over, or no association's."""
    found: list[Refusal] = [] if lives(offer, on=on) else [AsideOver()]
    if not recommends(offer.supplier_code):
        found.append(NotAnAssociation(supplier=offer.supplier))
    return found


def recommends(supplier_code: str) -> bool:
    """Whether the body with this code is an association that may recommend."""
    return supplier_code[:2] in ASSOCIATIONS
