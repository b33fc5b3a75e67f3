"""Base registration in words: statuses, ends, what came before and after."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATUSES: dict[str, Promise] = {
    "active": _("In existence"),
    "suspended": _("Business suspended"),
    "licence-revoked": _("Business licence revoked"),
    "ended": _("No longer in existence"),
}
ENDS: dict[str, Promise] = {
    "dissolved": _("Dissolved and deregistered"),
    "bankrupt": _("Bankrupt"),
    "cancelled": _("Registration cancelled by law"),
    "merger-absorption": _("Absorbed by another organisation"),
    "merger-new": _("Merged into a new organisation"),
    "division-dissolving": _("Dissolved by a division"),
}
PREDECESSORS: dict[str, Promise] = {
    "merger": _("merged into this organisation"),
    "division": _("this organisation came out of its division"),
}
SUCCESSORS: dict[str, Promise] = {
    "merger": _("this organisation merged into it"),
    "division": _("it came out of a division of this organisation"),
}
DOUBTS: dict[str, Promise] = {
    "merger": _("which merged into this organisation"),
    "division": _("from whose division this organisation came"),
}
