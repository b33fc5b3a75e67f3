"""The forms about colleagues: leave, recusal, hand-over."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.departments.models import Account
from goodstanding.rules.actors import Actor, Role
from goodstanding.web.account_words import RECUSALS
from goodstanding.web.fields import Day, PageForm, Pick, PickMany, Text


def _choices(people: Iterable[Account]) -> list[tuple[str, str]]:
    return [(each.id, each.display_name or each.login) for each in people]


class LeaveForm(PageForm):
    """Who is away from when to when, and who stands in."""

    account = forms.ChoiceField(label=_("Who is away"), required=False)
    deputy = forms.ChoiceField(label=_("Who stands in"))
    first = Day(label=_("First day"))
    last = Day(label=_("Last day"))
    matter = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    places = {
        "WrongDays": "last",
        "LeaveInThePast": "last",
        "LeaveOverlaps": "first",
        "NotAColleague": "deputy",
        "DeputyDiffers": "deputy",
    }

    def __init__(self, *args: Any, people: Iterable[Account], actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        everybody = _choices(people)
        self.fields["deputy"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *(each for each in everybody if Role.REVIEWER in actor.roles or each[0] != actor.id),
        ]
        if Role.REVIEWER in actor.roles:
            self.fields["account"].choices = everybody  # type: ignore[attr-defined]
            self.fields["account"].initial = actor.id
        else:
            del self.fields["account"]

    def clean(self) -> dict[str, Any]:
        """Without a choice it is the one who asks."""
        data = super().clean() or {}
        return {"account": "", **data}


class RecusalForm(PageForm):
    """About what, why, from when."""

    about = Text(
        label=_("Organisation or case"),
        max_length=200,
        help_text=_(
            "The unified social credit code of the organisation, or the number of the case"
        ),
    )
    reason = Pick(label=_("Why"), choices=list(RECUSALS.items()))
    first = Day(label=_("From day"))
    last = Day(label=_("Last day"), required=False)
    places = {"WrongDays": "last", "PageUnknown": "about"}

    def clean_about(self) -> str:
        """As a code or an id is written."""
        text = str(self.cleaned_data["about"]).strip()
        return text.upper() if len(text) == 18 else text


class HandOverForm(PageForm):
    """Which matters, to whom, why."""

    matters = PickMany(label=_("What is handed over"))
    to = forms.ChoiceField(label=_("To whom"))
    reason = Text(label=_("Reason"))
    places = {"NotAColleague": "to"}

    def __init__(
        self, *args: Any, people: Iterable[Account], rows: list[dict[str, Any]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["matters"].choices = [  # type: ignore[attr-defined]
            (row["matter"], f"{row['name']} {row['title']}") for row in rows
        ]
        self.fields["to"].choices = [("", _("Choose")), *_choices(people)]  # type: ignore[attr-defined]
