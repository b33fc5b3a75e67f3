"""The values of a record as fields of a form: labels, hints, choices, and where a problem stands."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.errors import Refused
from goodstanding.rules.official_columns import Column, Form
from goodstanding.rules.receiving import RowProblem
from goodstanding.rules.record_cells import NARRATIVE
from goodstanding.web.fields import PageForm, Pick, PickMany, Text
from goodstanding.web.said import said
from goodstanding.web.titles import Titles
from goodstanding.web.wording import VALUES

DAY = _("For example 2026-06-20")
HINTS = {
    "categories": _("Several are separated by ;"),
    "valid_until": _("For example 2026-06-20; 2099/12/31 means without end"),
}
LABELS = {
    **VALUES,
    "organisation_name": _("Name of the organisation"),
    "organisation_code": _("Unified social credit code"),
}


def text_field(column: Column, name: str, *, initial: str = "") -> Text:
    """A value as a text; the rules say what is missing or wrong, together with everything else."""
    field = Text(
        label=LABELS[name],
        long=name in NARRATIVE,
        required=False,
        help_text=HINTS.get(name, DAY if column.form is Form.DATE else ""),
        initial=initial,
    )
    field.needed = column.required  # type: ignore[attr-defined]
    return field


def entry_field(column: Column, name: str) -> forms.Field:
    """A value to be entered: one or several of a list where the column has one, else a text."""
    if not column.choices:
        return text_field(column, name)
    made = PickMany if name == "categories" else Pick
    field = made(
        label=LABELS[name], required=False, choices=[(each, each) for each in column.choices]
    )
    field.needed = column.required
    return field


class RowForm(PageForm):
    """A form whose fields are columns: a problem of a row stands at its field."""

    def place(self, refused: Refused, titles: Titles | None = None) -> None:
        """Every problem of a value at its field, other refusals as the form says."""
        own = [each for each in refused.refusals if isinstance(each, RowProblem)]
        for each in own:
            column = each.fields["column"]
            where = column if column in self.fields else None
            self.add_error(where, forms.ValidationError(said(each, titles), code=each.code))
        super().place(Refused(each for each in refused.refusals if each not in own), titles)
        self.status = refused.status
