"""The forms by which the law changes: the files of a draft, and what an approver acknowledges."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.governing.files import MOST_FILES, MOST_KILOBYTES
from goodstanding.web.fields import PageForm, Pick, PickMany

RULEBOOK, CALENDAR = "rulebook", "calendar"


class _Several(forms.FileInput):
    """A field in which several files are chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once."""

    widget = _Several

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """All that were chosen; none is for the rules to refuse."""
        return [each for each in (data if isinstance(data, list) else [data]) if each]


class DraftForm(PageForm):
    """What is put forward, and its files."""

    what = Pick(
        label=_("What is put forward"),
        choices=[
            (RULEBOOK, _("A version of the rulebook")),
            (CALENDAR, _("Official calendars of one or more years")),
        ],
        initial=RULEBOOK,
    )
    files = FilesField(
        label=_("Files of the version"),
        help_text=_(
            "All YAML files of the pack, or one file for each year. At most %(files)s files and"
            " %(size)s KB together."
        )
        % {"files": MOST_FILES, "size": MOST_KILOBYTES},
    )
    places = {
        "PackFilesMissing": "files",
        "PackFileNameUnusable": "files",
        "PackTooLarge": "files",
    }


class ApprovalForm(PageForm):
    """A tick for each value that burdens and is still to be confirmed."""

    acknowledged = PickMany(label=_("Still to be confirmed, and a burden"), required=False)
    places = {"UnsureNotAcknowledged": "acknowledged", "NotUnsure": "acknowledged"}

    def __init__(self, *args: Any, unsure: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if not unsure:
            del self.fields["acknowledged"]
            return
        field = self.fields["acknowledged"]
        field.choices = list(unsure)  # type: ignore[attr-defined]
        field.needed = True  # type: ignore[attr-defined]
        field.help_text = _("Tick each after looking at it: you answer for applying it meanwhile.")
