"""The form of a correction: the values on record, to be changed where they are wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.flow.correct import correctable_values
from goodstanding.rules.correction.restate import correctable
from goodstanding.rules.record_cells import SOURCES
from goodstanding.rules.states import Record
from goodstanding.web.row_fields import RowForm, text_field
from goodstanding.web.step_forms import (
    LEARNED_PLACES,
    PUBLIC,
    Needed,
    StepForm,
    forget_noted,
    learned_on_field,
)
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit


class CorrectionForm(RowForm, StepForm):
    """What is wrong in a record is changed; what is left as it is stays."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reasons = Needed(label=_("Why it is corrected"), long=True, help_text=PUBLIC)
    learned_on = learned_on_field()
    checked = forms.BooleanField(label=_("I have compared the values with the decision"))
    places = {"CorrectionReasonMissing": "reasons", **LEARNED_PLACES}

    def offer(self, visit: Visit, subject: Subject) -> None:
        """A field for every value that a correction of this kind of record may change."""
        record = subject.state
        assert isinstance(record, Record)
        self._held = correctable_values(subject.work, record)
        names = SOURCES.get(record.record_kind, {})
        for column in correctable(record.record_kind):
            field = text_field(column, names[column.code], initial=self._held[column.code])
            self.fields[column.code] = field
        self.order_fields(["version", *self._held, "reasons", "learned_on", "checked"])
        forget_noted(self, subject)
        self.fields["version"].initial = record.version.number
        self._say_what_changes()

    def _say_what_changes(self) -> None:
        """Where something was typed, what is on record stands beside it."""
        if not self.is_bound:
            return
        for code, before in self._held.items():
            if self.data.get(code, before).strip() != before:
                on_record = gettext("On record: {value}").format(value=before or "—")
                self.fields[code].help_text = on_record

    def clean(self) -> dict[str, Any]:
        """What the step takes: the values that differ, the reason, the version that was read."""
        cleaned = super().clean() or {}
        changed = {
            code: cleaned[code]
            for code, before in self._held.items()
            if code in cleaned and cleaned[code] != before
        }
        return {
            "values": changed,
            "reasons": cleaned.get("reasons", ""),
            "version": cleaned.get("version"),
            "learned_on": cleaned.get("learned_on"),
        }
