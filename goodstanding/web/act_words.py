"""Acts in words: one for each kind there is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, Promise] = {
    "rulebook-activated": _("Rulebook activated"),
    "calendar-loaded": _("Calendar loaded"),
    "rulebook-drafted": _("Rulebook drafted"),
    "rulebook-approved": _("Rulebook draft approved"),
    "calendar-drafted": _("Calendar drafted"),
    "calendar-approved": _("Calendar draft approved"),
    "draft-withdrawn": _("Draft taken back"),
    "values-re-resolved": _("Last days shortened by a new rulebook"),
    "return-filed": _("Monthly return confirmed"),
    "organisation-entered": _("Organisation entered"),
    "organisation-named": _("Organisation renamed"),
    "organisation-registered": _("Base registration entered"),
    "organisation-status-changed": _("Status of the organisation changed"),
    "organisation-merged": _("Organisation merged into another"),
    "organisation-divided": _("Organisation divided"),
    "organisation-code-changed": _("Code of the organisation changed"),
    "organisation-succeeded": _("Organisation succeeded another"),
    "record-entered": _("Record entered"),
    "record-marked": _("Record marked as disputed"),
    "record-unmarked": _("Mark of dispute removed"),
    "record-corrected": _("Correction entered"),
    "record-withdrawn": _("Record withdrawn"),
    "designation-proposed": _("Designation proposed"),
    "notice-served": _("Notice was served"),
    "statement-received": _("Statement received"),
    "statement-waived": _("Statement waived"),
    "hearing-requested": _("Hearing requested"),
    "hearing-held": _("Hearing held"),
    "designation-listed": _("Designation decided"),
    "designation-dropped": _("Designation not decided for"),
    "designation-transcribed": _("Designation taken over from elsewhere"),
    "designation-ended": _("Designation ended"),
    "stay-begun": _("Pause begun"),
    "stay-ended": _("Pause ended"),
    "measure-tasked": _("Measure handed to a department"),
    "measure-answered": _("Measure answered"),
    "measure-stayed": _("Measure paused"),
    "measure-resumed": _("Measure resumed"),
    "measure-released": _("Measure no longer rests on it"),
    "measure-fed-back": _("Task reported as done"),
    "objection-filed": _("Objection filed"),
    "objection-accepted": _("Objection accepted"),
    "objection-decided": _("Objection decided"),
    "outcome-kept": _("Outcome without a decision kept"),
    "outcome-decided": _("Decision on an outcome added"),
    "outcome-dropped": _("Outcome kept no longer"),
    "list-entry-received": _("Entry of an offered list received"),
    "list-entry-withdrawn": _("Entry of an offered list taken back"),
    "distinction-stated": _("Stated: not the same organisation"),
    "distinction-confirmed": _("Confirmed: not the same organisation"),
    "distinction-withdrawn": _("Taken back: not the same organisation"),
}


def act_word(kind: str) -> str:
    """The word for a kind of act, whatever its version; the kind itself where there is none."""
    name = kind.partition("/")[0]
    return str(ACTS.get(name, name))
