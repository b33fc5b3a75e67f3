"""Words of the rulebook's pages: ranks of instruments, units of periods, how a measure is taken."""

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.catalogue.model import Unit

LEVELS: dict[str, Promise] = {
    "law": _("law"),
    "administrative-regulation": _("administrative regulation"),
    "ministry-rule": _("rule of a ministry"),
    "local-regulation": _("local regulation"),
    "judicial-interpretation": _("judicial interpretation"),
    "central-policy": _("central policy document"),
    "memorandum": _("memorandum of departments"),
    "city-document": _("document of the city"),
}
TAKEN: dict[str, Promise] = {
    "act-now": _("The department acts as soon as it is told."),
    "at-procedure": _("The department acts when the organisation comes to it."),
}


def period(value: int, unit: Unit) -> str:
    """A number of the law with its unit."""
    if unit == "working_days":
        return ngettext("{n} working day", "{n} working days", value).format(n=value)
    if unit == "calendar_days":
        return ngettext("{n} calendar day", "{n} calendar days", value).format(n=value)
    if unit == "months":
        return months(value)
    return gettext("day {n} of the month").format(n=value)


def months(value: int) -> str:
    """A number of months in words."""
    return ngettext("{n} month", "{n} months", value).format(n=value)
