"""Words of the rulebook's pages: ranks of instruments, units of periods, how a measure is taken."""

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.catalogue.model import Pairing, Unit
from goodstanding.rules.check import Answer

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
SENSES: dict[str, Promise] = {"burden": _("Restriction"), "advantage": _("Advantage")}
CONFIDENCE: dict[str, Promise] = {
    "certain": _("Confirmed"),
    "likely": _("Likely, not checked against the text"),
    "to_confirm": _("To be confirmed"),
}
#: What is in a class of data besides records.
FACTS: dict[str, Promise] = {
    "registration": _("base registration"),
    "advantages": _("designations that bring advantages"),
    "promises": _("promises kept or not due yet"),
    "restrictions": _("designations that bring restrictions"),
    "answer": _("the answer of the check: advantage or no restriction"),
}
SEVERITIES: dict[str, Promise] = {
    "minor": _("minor"),
    "general": _("general"),
    "serious": _("serious"),
}
COUNTED_FROM: dict[str, Promise] = {
    "decision": _("counted from the decision"),
    "listing": _("counted from the designation"),
    "publication": _("counted from publication"),
    "performance": _("counted from the day everything was performed"),
}
DECISIONS: dict[str, Promise] = {
    "penalty-decision": _("penalty decision"),
    "court-judgment": _("judgment of a court"),
    "court-enforcement-decision": _("enforcement decision of a court"),
    "arbitral-award": _("arbitral award"),
    "designation-elsewhere": _("designation by another authority"),
    "recognition-decision": _("decision that recognises the conduct"),
    "contract-finding": _("finding on a contract"),
    "inspection-decision": _("decision after an inspection"),
    "commitment-finding": _("finding on a commitment"),
    "commendation-decision": _("commendation"),
    "no-adverse-record": _("years without an adverse record"),
}
ANSWERS: dict[Answer, Promise] = {
    Answer.CLEAR: _("Nothing in force touches the procedure, or the register has never met it."),
    Answer.ADVANTAGE: _("An advantage that touches the procedure is in force."),
    Answer.STAYED: _(
        "What touches it is paused while an objection is verified; meanwhile the organisation is "
        "treated as if it were not there."
    ),
    Answer.RESTRICTED: _("A restriction that touches the procedure is in force."),
    Answer.REVIEW: _("Something is in doubt: an officer must look before anybody acts on it."),
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


def longest(pairing: Pairing) -> str:
    """For how long a pairing carries its measure at most, in words."""
    if pairing.counted_from == "designation":
        return months(pairing.max_months)
    return gettext("{months} from the decision on record").format(months=months(pairing.max_months))
