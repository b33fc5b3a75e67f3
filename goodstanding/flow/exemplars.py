"""The public list of exemplars: those in force today whose organisations consent, and no others."""

from datetime import date

from django.db.models import QuerySet

from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.disclosure.kinds import EXEMPLARS
from goodstanding.flow.bench import Call
from goodstanding.flow.witness import note_download
from goodstanding.organisations.queries import meant
from goodstanding.register.reading import head


def find_exemplars(
    *, on: date, q: str = "", field: str = "", department: str = ""
) -> QuerySet[Case]:
    """Those that fit, in order of organisation.

    Args:
        q: of a name or code of the organisation; empty for all, as the others are.
    """
    found = designations.exemplars(on=on)
    if q:
        found = found.filter(organisation__in=meant(q=q))
    if field:
        found = found.filter(field=field)
    return found.filter(department=department) if department else found


def note_taken(call: Call, *, format: str) -> int:
    """Enter who takes the list, before it is read; the position of the register it is read at.

    A consent that is taken back later is then told to them; strangers are counted only.
    """
    position = head().position
    note_download(call, dataset=EXEMPLARS, format=format, position=position, on=call.on)
    return position
