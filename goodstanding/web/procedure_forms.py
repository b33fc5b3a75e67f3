"""The forms of a procedure case: opened, its bidders listed, a third party's report attached."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.evidence.looking import LONGEST_LABEL
from goodstanding.rules.procuring.rule import Opening, bonuses_of
from goodstanding.web.fields import PageForm, Text
from goodstanding.web.procedure_lists import staged
from goodstanding.web.visit import Visit

POINTS = "points-"


class OpeningForm(PageForm):
    """Procedure, number, and what the case's own document promises."""

    procedure = forms.ChoiceField(label=_("Procedure"))
    number = Text(
        label=_("Number of the tender or case"),
        help_text=_("Every check of the case stands under it"),
    )
    document = Text(
        label=_("Tender document or programme, and the place in it"),
        required=False,
        help_text=_("Needed where it promises points, for example: tender document, chapter 3, 5"),
    )
    places = {
        "CaseNumberMissing": "number",
        "CaseNumberTaken": "number",
        "RuleDocumentMissing": "document",
        "ProcedureWithoutStages": "procedure",
        "ProcedureUnknown": "procedure",
    }

    def __init__(self, *args: Any, visit: Visit, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["procedure"].choices = staged(visit)  # type: ignore[attr-defined]
        for procedure, title in staged(visit):
            self._promise(visit, procedure, title)

    def _promise(self, visit: Visit, procedure: str, title: str) -> None:
        """A field for each bonus that a case of the procedure may promise."""
        assert visit.law is not None
        for bonus in bonuses_of(visit.law.rulebook, procedure, visit.today):
            assert bonus.cap is not None
            told = {"procedure": title, "cap": bonus.cap.points}
            self.fields[f"{POINTS}{bonus.id}"] = Text(
                label=gettext("Bonus points that the document promises: %(procedure)s") % told,
                required=False,
                max_length=20,
                help_text=gettext("At most %(cap)s, for example 1.5") % told,
            )

    @property
    def opening(self) -> Opening:
        """The case as it is to be opened; points of another procedure are left out."""
        data = self.cleaned_data
        typed = {name.removeprefix(POINTS): text for name, text in data.items() if POINTS in name}
        return Opening(
            procedure=data["procedure"],
            number=data["number"],
            document=data["document"],
            points={id: text for id, text in typed.items() if text},
        )


class ThirdPartyForm(PageForm):
    """A report somebody else made."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, PNG or JPEG; at most 10 MB and 100 pages. One at a time."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        allow_empty_file=True,
    )
    source = Text(
        label=_("Who made it"),
        max_length=LONGEST_LABEL,
        help_text=_("Name of the body and day of the report; the report is shown with it"),
    )
    stated = forms.BooleanField(
        label=_("I looked through the report: it carries no grade, no score and no rank."),
        required=False,
        help_text=_("Needed where its text cannot be read here, for example a scan"),
    )
    places = {
        "ThirdPartySourceMissing": "source",
        "EvidenceLabelTooLong": "source",
        "ThirdPartyReportGraded": "file",
        "ThirdPartyReportUnread": "stated",
        **dict.fromkeys(
            ("EvidenceEmpty", "EvidenceTooLarge", "EvidenceTypeUnknown", "EvidenceUnreadable"),
            "file",
        ),
        **dict.fromkeys(
            ("EvidenceEncrypted", "EvidenceTooManyPages", "EvidenceNamesPerson"), "file"
        ),
    }
