"""Words about messages: what they are about, by which channel, and why one was not sent."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.jobs.words import WORDS

KINDS: dict[str, Promise] = {kind: words.title for kind, words in WORDS.items()}
CHANNELS: dict[str, Promise] = {
    "email": _("Mail"),
    "sms": _("Text message"),
    "webhook": _("Webhook"),
    "page": _("Our pages only"),
}
CLOSED: dict[str, Promise] = {
    "too-late": _("It was too late for it"),
    "settled": _("It was dealt with before"),
    "nowhere": _("There was no address any more"),
}
