"""What came in, and what became of it?"""

from datetime import date

from django.db.models import Q, QuerySet

from goodstanding.intake.models import Batch, RowOutcome


def batch(*, id: str) -> Batch | None:
    """The batch of that id, or None."""
    return Batch.objects.filter(id=id).first()


def of_department(
    *,
    department: str,
    kind: str = "",
    state: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[Batch]:
    """The batches of a department, latest first; all, or those the filters name.

    Args:
        state: ``needs-work``, ``whole`` (every row taken) or ``stopped`` (half-way).
        since, until: legal days, both included.
    """
    found = Batch.objects.filter(department=department, **_STATES.get(state, {}))
    if state == "needs-work":
        found = found.filter(Q(rejected__gt=0) | Q(quarantined__gt=0))
    if kind:
        found = found.filter(kind=kind)
    if since:
        found = found.filter(opened_at__date__gte=since)
    if until:
        found = found.filter(opened_at__date__lte=until)
    return found.order_by("-opened_at", "id")


_STATES: dict[str, dict[str, object]] = {
    "whole": {"rejected": 0, "quarantined": 0, "finished_at__isnull": False},
    "stopped": {"finished_at__isnull": True},
}


def first_imports() -> QuerySet[Batch]:
    """Every file of the first import, latest first."""
    return Batch.objects.filter(first_import=True).order_by("-opened_at", "id")


def same_file(*, department: str, kind: str, file_digest: str) -> Batch | None:
    """The last batch that the very same file made and finished."""
    return (
        Batch.objects.filter(
            department=department, kind=kind, file_digest=file_digest, finished_at__isnull=False
        )
        .order_by("-opened_at")
        .first()
    )


def unfinished(*, department: str, kind: str, file_digest: str) -> Batch | None:
    """The batch that the same file opened before and did not finish: it is continued.

    One that has rows and no last row came in one go: its rows are met again as duplicates.
    """
    return (
        Batch.objects.filter(
            Q(last_row__gt=0) | Q(read=0),
            department=department,
            kind=kind,
            file_digest=file_digest,
            finished_at__isnull=True,
        )
        .order_by("-opened_at")
        .first()
    )


def outcomes(*, batch: str, state: str | None = None) -> QuerySet[RowOutcome]:
    """What became of the rows of a batch, in order; of all or of those in one state."""
    found = RowOutcome.objects.filter(batch=batch).order_by("row")
    return found.filter(state=state) if state else found


def remarked(*, batch: str) -> QuerySet[RowOutcome]:
    """The rows that became records and have something to look at twice, in order."""
    return outcomes(batch=batch, state="accepted")


def needing_work(*, batch: str) -> QuerySet[RowOutcome]:
    """The rows that did not become records and are no duplicates, in order."""
    return RowOutcome.objects.filter(batch=batch, state__in=["rejected", "quarantined"]).order_by(
        "row"
    )
