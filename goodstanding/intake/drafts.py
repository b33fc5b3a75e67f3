"""What was typed into the form of one record waits on the server; at most half an hour."""

from collections.abc import Mapping
from datetime import datetime

from goodstanding.intake.models import EntryDraft
from goodstanding.intake.staging import WAITS


def save(
    *, id: str, kind: str, department: str, by: str, cells: Mapping[str, str], at: datetime
) -> None:
    """Keep what was typed, in place of what the same draft held; the half hour begins anew.

    Args:
        cells: by field code; the caller left out what may not be kept.
    """
    kept = {"kind": kind, "department": department, "by": by, "cells": dict(cells)}
    times = {"saved_at": at, "expires_at": at + WAITS}
    EntryDraft.objects.update_or_create(id=id, defaults={**kept, **times})


def draft(*, id: str, department: str, kind: str, at: datetime) -> EntryDraft | None:
    """The department's draft of a kind with that id, if its half hour is not over."""
    return EntryDraft.objects.filter(
        id=id, department=department, kind=kind, expires_at__gt=at
    ).first()


def of_department(*, department: str, at: datetime) -> list[EntryDraft]:
    """The drafts of a department whose half hour is not over, latest first."""
    found = EntryDraft.objects.filter(department=department, expires_at__gt=at)
    return list(found.order_by("-saved_at", "id"))


def shown(*, id: str, batch: str) -> None:
    """A draft was shown before entering, under the id of the batch to be."""
    EntryDraft.objects.filter(id=id).update(batch=batch)


def shown_as(*, batch: str) -> EntryDraft | None:
    """The draft that was shown under that id."""
    return EntryDraft.objects.filter(batch=batch).first()


def forget(*, batch: str) -> None:
    """It was entered or cancelled."""
    EntryDraft.objects.filter(batch=batch).delete()
