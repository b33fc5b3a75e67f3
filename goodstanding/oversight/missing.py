"""What ought to be there and is not, as far as the register can know it.

Two things it can know: a row that came, was sent back and is not there by now; and a department
that sent rows of a kind in each of the three months before and none in this one. A decision nobody
ever sent is not known here: comparing samples with the site of the authority finds it.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Window
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, RowNumber, TruncMonth

from goodstanding.database.folding import FoldedDocument
from goodstanding.intake.models import RowOutcome
from goodstanding.oversight import arriving
from goodstanding.oversight.period import Period, before, month_of
from goodstanding.publication.models import Entry
from goodstanding.rules.cell_values import read_date
from goodstanding.rules.official_columns import COLUMNS
from goodstanding.rules.periods import SHANGHAI

Owner = tuple[str, str]
#: Which columns hold the number of the decision, and which its day.
_DOCUMENT = {"penalty": ("CF_WSH",), "licence": ("XK_WSH", "XK_XKBH")}
_DECIDED = {"penalty": "CF_JDRQ", "licence": "XK_JDRQ"}
#: So many months with rows before make a month without any strange.
EXPECTED_AFTER = 3


def _sent_back(period: Period, department: str | None, kind: str) -> QuerySet[RowOutcome]:
    """The rows of files of a period that came back and are not in the register by now.

    A row whose number could not be read is not among them: nobody could tell whether it came again.
    """
    files = arriving.files(period, department=department).order_by()
    files = files.filter(kind=kind) if kind else files
    found = RowOutcome.objects.filter(batch__in=files.values("id"), state="rejected").annotate(
        document=Coalesce(*(KeyTextTransform(name, "echo") for name in _headers()))
    )
    there = Entry.objects.annotate(folded=FoldedDocument("document")).filter(
        folded=FoldedDocument(OuterRef("document")),
        record_kind=OuterRef("batch__kind"),
        department=OuterRef("batch__department"),
    )
    return found.filter(~Exists(there), document__isnull=False).annotate(
        folded=FoldedDocument("document")
    )


def rows(period: Period, *, department: str | None = None, kind: str = "") -> QuerySet[RowOutcome]:
    """The same, each document once: as it came last."""
    latest = Window(
        RowNumber(),
        partition_by=[F("batch__department"), F("batch__kind"), F("folded")],
        order_by=[F("batch__finished_at").desc(), F("row").asc()],
    )
    found = _sent_back(period, department, kind).annotate(nth=latest).filter(nth=1)
    return found.order_by("batch__department", "batch__kind", "folded")


def counted(period: Period, *, department: str | None = None) -> dict[Owner, int]:
    """How many there are, by department and kind."""
    owner = ("batch__department", "batch__kind")
    sums = _sent_back(period, department, "").values(*owner)
    found = sums.annotate(many=Count("folded", distinct=True)).order_by(*owner)
    return {(row["batch__department"], row["batch__kind"]): row["many"] for row in found}


def silent(period: Period, *, department: str | None = None) -> frozenset[Owner]:
    """Who sent rows of a kind in each of the three months before a month, and none in it."""
    if period != month_of(period.first):
        return frozenset()
    first = period
    for _ in range(EXPECTED_AFTER):
        first = before(first)
    whole = Period(first=first.first, last=period.last)
    found = arriving.files(whole, department=department).order_by().filter(read__gt=0)
    months = found.annotate(month=TruncMonth("finished_at", tzinfo=SHANGHAI))
    seen: dict[Owner, set[date]] = {}
    for owner, kind, month in months.values_list("department", "kind", "month").distinct():
        seen.setdefault((owner, kind), set()).add(month.date())
    return frozenset(
        owner
        for owner, held in seen.items()
        if len(held) == EXPECTED_AFTER and period.first not in held
    )


def decided_on(row: RowOutcome) -> date | None:
    """The day of the decision as the row states it, if it can be read."""
    kind = row.batch.kind
    texts = ((row.echo or {}).get(name) for name in _names(kind, (_DECIDED[kind],)))
    read = read_date(next((text for text in texts if text), ""))
    return read if isinstance(read, date) else None


def _headers() -> list[str]:
    return [name for kind, codes in _DOCUMENT.items() for name in _names(kind, codes)]


def _names(kind: str, codes: Iterable[str]) -> list[str]:
    """Every way the header of these columns is written."""
    columns = {column.code: column for column in COLUMNS[kind]}
    found = (columns[code] for code in codes)
    return [name for each in found for name in (each.code, each.title, *each.aliases)]
