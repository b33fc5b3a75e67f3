"""Why a line of a standing condition stands against it, leaves it open, or does not count."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHY: dict[str, Promise] = {
    "decided-within": _("It counts: it was decided within the time and is public."),
    "counts": _("It counts: it is public."),
    "in-force": _("It counts: the restriction is in force."),
    "too-young": _("The organisation has not existed long enough."),
    "organisation-ended": _("The organisation has ended."),
    "registration-unknown": _("The day of its establishment is not known to the register."),
    "merged": _("Another organisation came into this one within the time: it cannot be told."),
    "old-enough": _("The organisation has existed long enough."),
    "wrong": _("It does not count: it was wrong from the start."),
    "withdrawn": _("It does not count: it was withdrawn or ended early."),
    "repaired": _("It does not count: it is repaired."),
    "disputed": _(
        "It does not count while an objection to it is verified; dismissed, it counts again."
    ),
    "stayed": _("It does not count while it is paused."),
    "not-yet": _("It does not count yet: its day is still to come."),
    "decided-before": _("It does not count: it was decided before the time that is looked at."),
    "over": _("It does not count: its last day is over."),
    "not-public": _("It does not count: it is not public."),
    "by-its-listing": _("It counts only through the designation that confirms it."),
    "not-of-its-kinds": _("It does not count: the condition does not ask about such records."),
    "doubtful": _("It does not count: an officer has still to look at its basis."),
}
