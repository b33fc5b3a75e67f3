"""Forms as the look draws them: texts are guarded, days are texts, refusals find their field."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.errors import Refused
from goodstanding.rules.persons import IDENTITY_KINDS, findings
from goodstanding.web.refusals import IdentityNumberInText
from goodstanding.web.said import said
from goodstanding.web.titles import Titles

LONGEST = 5_000


class Text(forms.CharField):
    """A text that is kept: no identity number of a person may be in it."""

    def __init__(self, *, long: bool = False, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 5}) if long else forms.TextInput()
        widget.attrs["autocomplete"] = "off"
        options = {"max_length": LONGEST if long else 300, "widget": widget, **options}
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No ``maxlength``: a browser cuts what is pasted and says nothing; we say it and keep all."""
        attrs: dict[str, Any] = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def clean(self, value: Any) -> str:
        """The text; refused where an identity number stands in it."""
        text = str(super().clean(value))
        if any(found.kind in IDENTITY_KINDS for found in findings(text)):
            raise forms.ValidationError(said(IdentityNumberInText()), code="IdentityNumberInText")
        return text


class Day(forms.DateField):
    """A date typed as 2026-06-20."""

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off"}
        options = {
            "widget": forms.DateInput(format="%Y-%m-%d", attrs=attrs),
            "input_formats": ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"],
            "help_text": _("For example 2026-06-20"),
            "error_messages": {"invalid": _("Write the date like this: 2026-06-20")},
            **options,
        }
        super().__init__(**options)


class Pick(forms.ChoiceField):
    """One of a few, each with its own button."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.RadioSelect, **options)


class PickMany(forms.MultipleChoiceField):
    """Any of a few."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple, **options)


class PageForm(forms.Form):
    """A form of a page. ``places`` says at which field the refusal of a code stands."""

    use_required_attribute = False
    places: Mapping[str, str] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.error_messages["required"] = _("Fill this in")
            field.error_messages["invalid_choice"] = _("Choose one of these")
            field.error_messages["max_length"] = _(
                "Shorten this to %(limit_value)s characters; it has %(show_value)s now."
            )
        self.status = 422

    def place(self, refused: Refused, titles: Titles | None = None) -> None:
        """Put every refusal at its field, or above the form where it has none."""
        self.status = refused.status
        for refusal in refused.refusals:
            name = self.places.get(refusal.code)
            where = name if name in self.fields else None
            self.add_error(where, forms.ValidationError(said(refusal, titles), code=refusal.code))

    @property
    def problems(self) -> list[dict[str, str]]:
        """Every error in order: the sentence, its stable code, the field it links to."""
        by_field = {name: self._anchor(name) for name in self.fields}
        return [
            {"sentence": str(sentence), "code": error.code or "", "field": by_field.get(name, "")}
            for name, errors in self.errors.as_data().items()
            for error in errors
            for sentence in error.messages
        ]

    def _anchor(self, name: str) -> str:
        """The id an error links to: the input, or the first of several buttons."""
        return str(self[name].id_for_label or f"{self[name].auto_id}_0")

    def forget_identity_numbers(self) -> None:
        """What holds an identity number is not shown again."""
        self.data = self.data.copy()
        for name, errors in self.errors.as_data().items():
            if any(error.code == "IdentityNumberInText" for error in errors):
                self.data[self.add_prefix(name)] = ""
