"""Words for accounts: how a sign-in went and by what, why a session ended, what was done."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.web.wording import State

OUTCOMES: dict[str, State] = {
    "done": State("is-good", "done", _("Signed in")),
    "asked": State("is-quiet", "clock", _("Password right, code asked for")),
    "failed": State("is-stay", "late", _("Wrong password")),
    "code": State("is-stay", "late", _("Wrong code")),
    "locked": State("is-force", "gate", _("Locked: too many wrong attempts")),
    "closed": State("is-force", "gate", _("The account is closed")),
}

MEANS: dict[str, Promise] = {
    "password": _("Password"),
    "code": _("Code of the phone"),
    "recovery": _("Recovery code"),
    "identity": _("The city's identity service"),
}

ENDINGS: dict[str, Promise] = {
    "idle": _("You were signed out because nothing was done for a while. Sign in to go on."),
    "long": _("You were signed out because a session ends after eight hours. Sign in to go on."),
    "elsewhere": _("You were signed out here because you signed out everywhere."),
    "password": _("You were signed out because the password was changed. Use the new one."),
    "factor": _("You were signed out because the second factor was changed or removed."),
}

EVENTS: dict[str, Promise] = {
    "password": _("Password changed"),
    "factor-on": _("Second factor set up"),
    "factor-off": _("Second factor removed"),
    "factor-reset": _("Second factor removed by the credit office"),
    "codes": _("New recovery codes made"),
    "linked": _("Linked with the identity service"),
    "unlinked": _("No longer linked with the identity service"),
    "everywhere": _("Signed out everywhere"),
    "leave": _("Leave entered"),
    "delegated": _("One matter handed to a deputy"),
    "back": _("Leave or delegation ended"),
    "handed-over": _("Matter handed over"),
    "recused": _("Conflict of interest declared"),
    "agent-added": _("Empowered as an organisation's agent"),
    "agent-ended": _("Power as an organisation's agent ended"),
}

RECUSALS: dict[str, Promise] = {
    "family": _("Family or close relation"),
    "interest": _("Own economic interest"),
    "earlier": _("Took part in the matter before, in another post"),
    "other": _("Another reason that could make one partial"),
}
