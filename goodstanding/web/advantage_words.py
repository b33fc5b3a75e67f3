"""What the steps are called where they are about an advantage: nobody is restricted by it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Record
from goodstanding.web.step_pages import StepPage
from goodstanding.web.subjects import Subject

_WORDS: Mapping[str, Mapping[str, Promise]] = {
    "proposal": {"title": _("Propose a recognition")},
    "notice": {"title": _("Enter the service of the announcement")},
    "statement": {
        "title": _("Take in what the organisation says"),
        "own_title": _("Say what we think of it"),
        "done": _("It is taken in; the decision must answer it."),
    },
    "waiver": {
        "title": _("Take in the organisation's agreement"),
        "own_title": _("Agree, without waiting for the time to answer"),
        "button": _("Enter the agreement"),
        "done": _("The agreement is entered."),
    },
    "decision": {
        "title": _("Decide on the recognition"),
        "warning": _(
            "A recognition has effect at once: the departments below get their tasks. It is public"
            " only once the organisation consents."
        ),
    },
}


def worded(page: StepPage, subject: Subject) -> StepPage:
    """The step as it is called for its subject."""
    words = _WORDS.get(page.name)
    return replace(page, **words) if words and is_good(subject) else page


def is_good(subject: Subject) -> bool:
    """Whether a subject is an advantage, or a record that speaks for its organisation."""
    state = subject.state
    if isinstance(state, Record):
        return not state.adverse
    return isinstance(state, Designation) and state.sense == ADVANTAGE
