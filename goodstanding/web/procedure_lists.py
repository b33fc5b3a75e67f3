"""Lists of a department's cases of procedures: what may be asked, and each as one line."""

from collections.abc import Iterable

import msgspec
from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.procedures.models import ProcedureCase
from goodstanding.rules.periods import local_day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.procedure_words import NEEDS, STAGES
from goodstanding.web.visit import Visit

COLUMNS = {
    "number": _("Case number"),
    "procedure": _("Procedure"),
    "department": _("Department"),
    "stage": _("Stage"),
    "bidders": _("Organisations"),
    "document": _("Document of the case"),
    "opened_on": _("Opened"),
    "closed_on": _("Closed"),
}


class ProcedureFilter(ListFilter):
    """Which cases."""

    page, file = "web:procedures", "web:procedures-file"
    q = forms.CharField(label=_("Part of the number"), required=False, max_length=100)
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    stage = forms.ChoiceField(label=_("Stage"), required=False)

    def offer(self, visit: Visit) -> None:
        """Procedures with stages, and where a case can be."""
        self.choose("procedure", staged(visit), every=_("All"))
        self.choose("stage", [*STAGES.items(), *NEEDS.items()], every=_("All"))


class ProcedureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One case as a line of a list."""

    case: ProcedureCase
    procedure: str
    department: str
    stage: str
    count: int


def staged(visit: Visit) -> list[tuple[str, str]]:
    """The procedures of which cases are kept, to choose from."""
    book = visit.law.rulebook if visit.law else None
    with_stages = {id for id, each in book.procedures.items() if each.stages} if book else set()
    return [pair for pair in visit.titles.choices("procedures") if pair[0] in with_stages]


def lines(visit: Visit, cases: Iterable[ProcedureCase]) -> list[ProcedureLine]:
    """Cases as lines."""
    return [
        ProcedureLine(
            case=each,
            procedure=visit.titles.procedure(each.procedure),
            department=visit.titles.department(each.department),
            stage=stage_of(each),
            count=each.count,  # type: ignore[attr-defined]
        )
        for each in cases
    ]


def stage_of(case: ProcedureCase) -> str:
    """Where a case is, in words."""
    return str(STAGES["closed" if case.closed_on else case.stage])


def cells(line: ProcedureLine) -> dict[str, str]:
    """The line as cells of a file."""
    shown = {
        "number": line.case.number,
        "procedure": line.procedure,
        "department": line.department,
        "stage": line.stage,
        "bidders": line.count,
        "document": line.case.document,
        "opened_on": local_day(line.case.at),
        "closed_on": line.case.closed_on or "",
    }
    return {name: str(value) for name, value in shown.items()}
