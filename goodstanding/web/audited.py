"""What the auditor's pages share: filters, people by name, addresses of what was read or done."""

from collections.abc import Iterable

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.departments.models import Account, ApiClient
from goodstanding.departments.queries import names_of
from goodstanding.web.fields import Day, PageForm

#: A file of more rows opens in no spreadsheet in reasonable time.
MOST_EXPORTED = 50_000
NOBODY = "-"

KINDS: dict[str, Promise] = {
    "list": _("List"),
    "organisation": _("Organisation"),
    "record": _("Record"),
    "case": _("Case"),
    "objection": _("Objection"),
    "task": _("Task"),
    "receipt": _("Receipt"),
    "batch": _("File sent"),
    "recall": _("Recall"),
    "check": _("Check"),
    "draft": _("Draft of the rulebook"),
    "outcome": _("Outcome without a decision"),
    "offered-list": _("List offered by others"),
    "distinction": _("Not the same organisation"),
    "repair": _("Repair"),
    "watch": _("Watched case"),
    "promise": _("Promise"),
    "removal": _("Destruction of contents"),
    "evidence-list": _("Files of a matter"),
    "evidence": _("File of evidence"),
    "inspection": _("Inspection plan"),
}
_PLACES = {
    "organisation": "web:organisation",
    "record": "web:record",
    "case": "web:case",
    "objection": "web:objection",
    "task": "web:task",
    "receipt": "web:receipt",
    "outcome": "web:kept-outcome",
    "offered-list": "web:offer",
    "distinction": "web:distinction",
    "repair": "web:repair",
    "watch": "web:watch",
    "promise": "web:promise",
    "removal": "web:removal",
    "inspection": "web:inspection",
}
_PREFIXES = {
    "r": "web:record",
    "d": "web:case",
    "o": "web:objection",
    "c": "web:receipt",
    "s": "web:repair",
    "w": "web:watch",
    "x": "web:removal",
    "y": "web:promise",
}


class _Filter(PageForm):
    """Whom and when: what every filter of the audit begins with."""

    organisation = forms.CharField(label=_("Credit code"), max_length=18, required=False)
    person = forms.CharField(label=_("Person (sign-in name or id)"), max_length=100, required=False)
    since = Day(label=_("From"), required=False, help_text="")
    until = Day(label=_("Until"), required=False, help_text="")


class ReadsFilter(_Filter):
    """Which reads."""

    case = forms.CharField(label=_("Case number or id"), max_length=300, required=False)
    kind = forms.ChoiceField(label=_("What"), required=False)
    field_order = ("organisation", "person", "case", "kind", "since", "until")


class ActsFilter(_Filter):
    """Which acts."""

    case = forms.CharField(label=_("Id of a case or record"), max_length=100, required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    field_order = ("organisation", "person", "case", "department", "since", "until")


def id_of(person: str) -> str:
    """The id behind a sign-in name, a client's name or an id; nobody's where there is none."""
    if not person:
        return ""
    account = Account.objects.filter(Q(login=person) | Q(id=person)).first()
    client = ApiClient.objects.filter(Q(name=person) | Q(id=person)).first()
    found = account or client
    # Whoever works at the command line has an id and no account.
    return found.id if found else person if person.startswith("o-") else NOBODY


def people(ids: Iterable[str]) -> dict[str, str]:
    """Accounts and clients by name; an id that is neither stays itself."""
    wanted = set(ids)
    clients = ApiClient.objects.filter(id__in=wanted).values_list("id", "name")
    return {id: id for id in wanted} | dict(clients) | names_of(wanted)


def place_of(kind: str, target: str) -> str:
    """The address of something read; empty where an auditor has none."""
    return reverse(_PLACES[kind], args=[target]) if kind in _PLACES and target else ""


def place_of_id(id: str) -> str:
    """The address of a record, case, objection or receipt, told by its id; empty for others."""
    name = _PREFIXES.get(id.partition("-")[0])
    # A measure's id begins with that of its case.
    return reverse(name, args=[id.partition(".")[0]]) if name and "-" in id else ""
