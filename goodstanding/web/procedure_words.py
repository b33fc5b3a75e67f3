"""What stages, effects and results of procedure cases are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STAGES: dict[str, Promise] = {
    "accept": _("Acceptance"),
    "award": _("Award"),
    "decide": _("Decision on the application"),
    "pay": _("Payment"),
    "closed": _("Closed"),
}

DOES: dict[str, Promise] = {
    "bonus": _("Bonus points"),
    "priority": _("Priority under equal conditions"),
    "simplified-steps": _("Steps simplified"),
    "exclusion": _("Not admitted"),
    "closer-look": _("Examined more closely"),
    "": _("The rulebook does not say what it does here"),
}

RESULTS: dict[str, Promise] = {
    "awarded": _("Awarded"),
    "not-awarded": _("Not awarded"),
}

NEEDS: dict[str, Promise] = {
    "unpaid": _("At payment, without a payment basis"),
}
