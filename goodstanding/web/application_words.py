"""Applications in words: outcomes, what followed, and which of them a list shows."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OUTCOMES: dict[str, Promise] = {
    "granted": _("Granted"),
    "refused": _("Refused"),
    "not-accepted": _("Not accepted"),
    "withdrawn": _("Withdrawn by the organisation"),
}
CONSEQUENCES: dict[str, Promise] = {
    "none": _("Nothing followed"),
    "revoked": _("What was granted was revoked, after notice"),
}
#: What a list can be asked for, in the order it is offered.
SHOWN: dict[str, Promise] = {
    "to-accept": _("To be accepted"),
    "awaiting": _("Waiting for papers"),
    "promise-over": _("Promised day over, papers missing"),
    "in-hand": _("Accepted, being examined"),
    "overdue": _("Overdue"),
    "decided": _("Decided"),
    "fast": _("In the fast lane"),
    "counted": _("Granted or refused"),
    "following": _("Accepted with papers to follow"),
    "kept": _("Papers came in time"),
    "never": _("Papers never came"),
}
