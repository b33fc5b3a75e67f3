"""What the public may say of a promise that was not kept: one of a few things, and nothing else.

A claim is no fact about an organisation and starts nothing. It is counted, and the department that
verifies the promise sees how many there are; there is no field in which anybody could be named.
"""

from goodstanding.rules.errors import Conflict, Refusal

KINDS = ("not-as-promised", "stopped", "untrue", "other-standard")
NOTICED = ("this-week", "this-month", "earlier")
#: So many about one promise on one day; more would tell the department nothing new.
MOST_A_DAY = 20


class ClaimKindUnknown(Refusal):
    """Choose one of the things that can be said; there is no other."""


class ClaimTimeUnknown(Refusal):
    """Choose when it was noticed."""


class ClaimsEnough(Conflict):
    """So many said so today that the department knows: {most}. Nothing more is counted today."""


def refusals(kind: str, noticed: str, *, today: int) -> list[Refusal]:
    """What stands against a claim; ``today``: how many were counted about the promise today."""
    found: list[Refusal] = []
    if kind not in KINDS:
        found.append(ClaimKindUnknown())
    if noticed not in NOTICED:
        found.append(ClaimTimeUnknown())
    if today >= MOST_A_DAY:
        found.append(ClaimsEnough(most=MOST_A_DAY))
    return found
