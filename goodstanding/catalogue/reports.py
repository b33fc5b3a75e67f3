"""Signed dry run reports: kept beside the law, found by their digest or by the version they are of."""

from datetime import date

from goodstanding.catalogue.models import Activation, Report


def keep(
    *, digest: str, version: str, position: int, made_on: date, made_by: str, body: bytes
) -> None:
    """Have a report; one that is kept already stays as it is."""
    row = Report(
        digest=digest,
        version=version,
        position=position,
        made_on=made_on,
        made_by=made_by,
        body=body,
    )
    Report.objects.bulk_create([row], ignore_conflicts=True)


def report(*, digest: str) -> Report | None:
    """The report of a digest, or None."""
    return Report.objects.filter(digest=digest).first()


def latest(*, version: str) -> Report | None:
    """The latest report of a version, or None."""
    return Report.objects.filter(version=version).order_by("-id").first()


def law_since(position: int) -> bool:
    """True if a version or a calendar was activated after a position."""
    return Activation.objects.filter(position__gt=position).exists()
