"""The forms of consents: what an organisation opens, what an institution asks, who is registered."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.departments.models import Institution
from goodstanding.rules.consent.give import (
    LONGEST_PRODUCT,
    Wish,
    data_classes,
    latest,
    purposes,
)
from goodstanding.rules.law import Law
from goodstanding.web.fields import Day, PageForm, Pick, PickMany, Text
from goodstanding.web.titles import in_language

ONCE, CONTINUOUS = "once", "continuous"


class WishForm(PageForm):
    """To whom, for what, which data, on which days, once or again and again."""

    grantee = forms.ChoiceField(label=_("Institution"))
    purpose = Pick(label=_("What for"))
    product = Text(
        label=_("Product"),
        max_length=LONGEST_PRODUCT,
        help_text=_("Its name or number, as the institution gave it to you"),
    )
    classes = PickMany(label=_("What it may see"))
    manner = Pick(
        label=_("How often"),
        choices=[
            (ONCE, _("Once: the first time it asks uses the consent up")),
            (CONTINUOUS, _("Again and again until the last day; you are reminded once a year")),
        ],
    )
    first = Day(
        label=_("First day"), required=False, help_text=_("Left empty: today. Like 2026-06-20")
    )
    last = Day(label=_("Last day"))
    places = {
        "GranteeUnknown": "grantee",
        "ConsentToItself": "grantee",
        "ConsentStands": "grantee",
        "PurposeUnknown": "purpose",
        "GranteeNotOfPurpose": "purpose",
        "ProductMissing": "product",
        "ProductTooLong": "product",
        "NoDataClass": "classes",
        "DataClassUnknown": "classes",
        "ConsentInThePast": "first",
        "ConsentDaysReversed": "last",
        "ConsentTooLong": "last",
    }

    def __init__(
        self, data: Any, *, institutions: Iterable[Institution], law: Law, today: date
    ) -> None:
        super().__init__(data)
        book = law.rulebook
        named = [(each.code, each.name) for each in institutions]
        asked = [(id, in_language(each.title)) for id, each in purposes(book, today).items()]
        opened = [(id, in_language(each.title)) for id, each in data_classes(book, today).items()]
        until = max(
            (latest(each, law, today) for each in purposes(book, today).values()), default=today
        )
        self.fields["last"].help_text = _("Until {day} at the latest, like 2026-06-20").format(
            day=until
        )
        self.fields["grantee"].choices = [("", "—"), *named]  # type: ignore[attr-defined]
        self.fields["purpose"].choices = asked  # type: ignore[attr-defined]
        self.fields["classes"].choices = opened  # type: ignore[attr-defined]

    def wish(self, today: date) -> Wish:
        """What was chosen, as the step takes it."""
        data = self.cleaned_data
        return Wish(
            grantee=data["grantee"],
            purpose=data["purpose"],
            product=data["product"],
            classes=tuple(data["classes"]),
            first_day=data["first"] or today,
            last_day=data["last"],
            continuous=data["manner"] == CONTINUOUS,
        )


class PullForm(PageForm):
    """About whom, by which consent."""

    code = Text(label=_("Unified social credit code"), max_length=40)
    consent = Text(
        label=_("Reference of the consent"),
        max_length=60,
        help_text=_("The organisation gave it to you; it also stands in the list"),
    )
    places = {
        "ConsentUnknown": "consent",
        "ConsentTakenBack": "consent",
        "ConsentUsedUp": "consent",
        "ConsentOver": "consent",
        "ConsentNotBegun": "consent",
    }


class InstitutionForm(PageForm):
    """A lender, insurer or agency to register."""

    code = Text(label=_("Unified social credit code"), max_length=40)
    name = Text(label=_("Name"), max_length=100)
    kind = Pick(label=_("Kind of institution"))
    places = {"InstitutionNameMissing": "name", "InstitutionTaken": "code"}

    def __init__(self, data: Any, *, law: Law) -> None:
        super().__init__(data)
        kinds = law.rulebook.grantee_kinds.items()
        offered = [(id, in_language(each.title)) for id, each in kinds]
        self.fields["kind"].choices = offered  # type: ignore[attr-defined]


class AccessForm(PageForm):
    """Who or what asks for a registered institution."""

    institution = forms.ChoiceField(label=_("Institution"))
    what = Pick(
        label=_("Who asks for it"),
        choices=[
            ("person", _("A person who has an account here")),
            ("program", _("A program; its token is shown once")),
        ],
    )
    named = Text(
        label=_("Name"),
        max_length=100,
        help_text=_("What the person signs in with, or the program's"),
    )
    places = {
        "AgentUnknown": "named",
        "ClientNameTaken": "named",
        "GrantOverlaps": "named",
        "ServesAnInstitution": "named",
    }

    def __init__(self, data: Any, *, institutions: Iterable[Institution]) -> None:
        super().__init__(data)
        offered = [(each.code, each.name) for each in institutions]
        self.fields["institution"].choices = offered  # type: ignore[attr-defined]
