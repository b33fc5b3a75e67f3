"""Words of promises: what they are about, how they are verified, what was found, what is claimed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.changes.labels import FIXED
from goodstanding.web.titles import in_language

AREAS = (
    *("all-round", "quality", "safe-work", "labour", "ecology", "public-trading"),
    *("own-standard", "certificate", "later-papers", "mending", "association"),
)
OUTCOMES: dict[str, Promise] = {
    "kept": _("Kept"),
    "partly": _("Kept in part"),
    "broken": _("Not kept"),
}
CLAIMS: dict[str, Promise] = {
    "not-as-promised": _("What I got is not what was promised"),
    "stopped": _("It was kept for a time and no more"),
    "untrue": _("What was declared is not true"),
    "other-standard": _("Another standard is followed than the one declared"),
}
NOTICED: dict[str, Promise] = {
    "this-week": _("This week"),
    "this-month": _("This month"),
    "earlier": _("Earlier"),
}


def fixed(id: str) -> str:
    """A fixed word of the rulebook in the reader's language: an area, a type, a way to verify."""
    return in_language(FIXED[id]) if id in FIXED else id


def areas() -> list[tuple[str, str]]:
    """The areas a promise may be about, to choose from."""
    return [(each, fixed(each)) for each in AREAS]
