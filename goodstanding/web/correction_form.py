"""The form of a correction: the values on record, to be changed where they are wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.flow.correct import correctable_values
from goodstanding.rules.correction.restate import correctable
from goodstanding.rules.errors import Refused
from goodstanding.rules.official_columns import Form
from goodstanding.rules.receiving import RowProblem
from goodstanding.rules.record_cells import NARRATIVE, SOURCES
from goodstanding.rules.states import Record
from goodstanding.web.fields import Text
from goodstanding.web.said import said
from goodstanding.web.step_forms import PUBLIC, Needed, StepForm
from goodstanding.web.subjects import Subject
from goodstanding.web.titles import Titles
from goodstanding.web.visit import Visit
from goodstanding.web.wording import VALUES

DAY = _("For example 2026-06-20")
HINTS = {
    "categories": _("Several are separated by ;"),
    "valid_until": _("For example 2026-06-20; 2099/12/31 means without end"),
}


class CorrectionForm(StepForm):
    """What is wrong in a record is changed; what is left as it is stays."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reasons = Needed(label=_("Why it is corrected"), long=True, help_text=PUBLIC)
    checked = forms.BooleanField(label=_("I have compared the values with the decision"))
    places = {"CorrectionReasonMissing": "reasons"}

    def offer(self, visit: Visit, subject: Subject) -> None:
        """A field for every value that a correction of this kind of record may change."""
        record = subject.state
        assert isinstance(record, Record)
        self._held = correctable_values(subject.work, record)
        names = SOURCES.get(record.record_kind, {})
        for column in correctable(record.record_kind):
            name = names[column.code]
            field = Text(
                label=VALUES[name],
                long=name in NARRATIVE,
                required=False,
                help_text=HINTS.get(name, DAY if column.form is Form.DATE else ""),
                initial=self._held[column.code],
            )
            field.needed = column.required  # type: ignore[attr-defined]
            self.fields[column.code] = field
        self.order_fields(["version", *self._held, "reasons", "checked"])
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
        }

    def place(self, refused: Refused, titles: Titles | None = None) -> None:
        """A problem of a value stands at its field."""
        own = [each for each in refused.refusals if isinstance(each, RowProblem)]
        for each in own:
            column = each.fields["column"]
            where = column if column in self.fields else None
            self.add_error(where, forms.ValidationError(said(each, titles), code=each.code))
        super().place(Refused(each for each in refused.refusals if each not in own), titles)
        self.status = refused.status
