"""Forms about where somebody is told things: an address and choices, or a webhook endpoint."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.departments.models import ApiClient
from goodstanding.outbox.models import Address
from goodstanding.rules.telling.kinds import Sort, kinds_for
from goodstanding.web.fields import PageForm, PickMany, Text
from goodstanding.web.message_words import KINDS


class ContactForm(PageForm):
    """A mail address, a phone, which courtesies by mail, and what also by text message."""

    email = Text(
        label=_("Mail address"),
        required=False,
        max_length=200,
        help_text=_("One that several people read. Left empty: nothing is sent by mail"),
        widget=forms.TextInput(
            attrs={"inputmode": "email", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    wanted = PickMany(
        label=_("Courtesies by mail"),
        required=False,
        help_text=_("Recalls and whatever else has to be told come in any case"),
    )
    phone = Text(
        label=_("Phone number for text messages"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    by_sms = PickMany(label=_("By text message as well"), required=False)
    places = {
        "MailAddressUnreadable": "email",
        "PhoneNumberUnreadable": "phone",
        "MessageKindUnknown": "wanted",
    }

    def __init__(self, data: Any, *, sort: Sort, address: Address | None, sms: bool) -> None:
        offered = [each for each in kinds_for(sort) if each.id not in ("test", "changes")]
        self.courtesies = [each.id for each in offered if each.courtesy]
        super().__init__(data, initial=self._initial(address))
        self.fields["wanted"].choices = [(each, KINDS[each]) for each in self.courtesies]  # type: ignore[attr-defined]
        self.fields["by_sms"].choices = [(each.id, KINDS[each.id]) for each in offered]  # type: ignore[attr-defined]
        if not sms:
            del self.fields["phone"], self.fields["by_sms"]

    def _initial(self, address: Address | None) -> dict[str, Any]:
        declined = address.declined if address else []
        return {
            "email": address.email if address else "",
            "phone": address.phone if address else "",
            "wanted": [each for each in self.courtesies if each not in declined],
            "by_sms": address.by_sms if address else [],
        }

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen, as the step takes it; what is not offered here stays as it was."""
        data = self.cleaned_data
        wanted = data["wanted"]
        return {
            "email": data["email"].strip(),
            "phone": data.get("phone", self.initial["phone"]).strip(),
            "declined": [each for each in self.courtesies if each not in wanted],
            "by_sms": data.get("by_sms", self.initial["by_sms"]),
        }


class EndpointForm(PageForm):
    """Which program, at which address, takes what."""

    client = forms.ChoiceField(label=_("Client of the API"))
    url = Text(
        label=_("Address"),
        max_length=500,
        help_text=_("It begins with https:// and lies outside this network"),
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    kinds = PickMany(label=_("Messages it takes"))
    places = {
        "ClientOfNobodyHere": "client",
        "EndpointAddressRefused": "url",
        "EndpointEnteredBefore": "url",
        "TooManyEndpoints": "client",
        "EndpointTakesNothing": "kinds",
        "EndpointKindUnknown": "kinds",
    }

    def __init__(self, data: Any, *, clients: list[ApiClient]) -> None:
        super().__init__(data)
        named = [(each.id, each.name) for each in clients]
        kinds = kinds_for(_sort(clients))
        offered = [(each.id, KINDS[each.id]) for each in kinds if each.id != "test"]
        self.fields["client"].choices = named  # type: ignore[attr-defined]
        self.fields["kinds"].choices = offered  # type: ignore[attr-defined]


def _sort(clients: list[ApiClient]) -> Sort:
    """What the addressees are that the clients belong to."""
    if any(each.institution for each in clients):
        return Sort.INSTITUTION
    return Sort.DEPARTMENT if any(each.department for each in clients) else Sort.CLIENT
