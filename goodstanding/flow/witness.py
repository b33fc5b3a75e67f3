"""Whoever reads what is not public leaves a row: who, when, what, about whom, for which case."""

from datetime import date
from typing import Any

from django.db.models import QuerySet, Value

from goodstanding.audit.models import Read
from goodstanding.designations.models import Case
from goodstanding.disclosure.ledger import count_download, note_range
from goodstanding.enquiries.models import Receipt
from goodstanding.flow.bench import Call
from goodstanding.measures.models import Task
from goodstanding.register.reading import stream_of
from goodstanding.rules.acts.envelope import SYSTEM

About = tuple[str, str]
NOBODY: About = ("", "")
_LONGEST = 200


def note_read(call: Call, *, kind: str, target: str) -> None:
    """Enter that the caller was given something that is not public.

    Args:
        kind: what it was: case, record, receipt, organisation, task, a list …
        target: its id, or the name of the list; never what somebody typed to find it.
    """
    actor = call.actor
    organisation, case_number = _about(kind, target)
    Read.objects.create(
        at=call.at,
        actor=actor.id,
        roles=" ".join(sorted(role.value for role in actor.roles)),
        department=actor.department,
        kind=kind,
        target=target[:_LONGEST],
        organisation=organisation,
        case_number=case_number,
    )


def note_download(call: Call, *, dataset: str, format: str, position: int, on: date) -> None:
    """Enter that a dataset was taken: a recipient by name, a visitor only as one more that day.

    Args:
        format: of the file.
        position: of the register, from which the file was made.
        on: the legal day whose public pages it shows.
    """
    recipient = call.actor.recipient
    if recipient:
        note_range(
            recipient=recipient,
            dataset=dataset,
            filter={"format": format, "on": on.isoformat()},
            position=position,
            at=call.at,
        )
    else:
        count_download(dataset=dataset, day=call.on)


def _about(kind: str, target: str) -> About:
    """The organisation and the case number of what was read, as far as it has them."""
    if kind in ("list", "file", "batch"):
        return NOBODY
    if kind == "receipt":
        return _row(Receipt.objects.values_list("organisation", "case_number"), target)
    if kind == "case":
        return _row(Case.objects.values_list("organisation", "case_number"), target)
    if kind == "task":
        return _row(Task.objects.values_list("organisation", Value("")), target)
    stream = stream_of(target)
    return (stream, "") if stream and stream != SYSTEM else NOBODY


def _row(found: QuerySet[Any, About], id: str) -> About:
    return found.filter(pk=id).first() or NOBODY
