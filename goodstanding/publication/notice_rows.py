"""The rows of public notices: what may be announced of a letter that could not be served otherwise."""

from datetime import date

import msgspec

from goodstanding.rules.service.waiting import Matter, letters
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Designation, Objection, Repair


class NoticeRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """See `models.PublicNotice`."""

    aggregate: str
    letter: str
    organisation: str
    department: str
    document: str
    published_on: date
    due_on: date | None
    not_before: date | None


def _notices(state: Matter) -> tuple[NoticeRow, ...]:
    """Only of a letter that still waits to be served: once served, or pointless, it is gone."""
    waiting = letters(state)
    return tuple(
        NoticeRow(
            aggregate=state.id,
            letter=each.letter,
            organisation=state.organisation,
            department=state.department,
            document=each.public.document,
            published_on=each.public.on,
            due_on=each.public.ends.due,
            not_before=each.public.ends.not_before,
        )
        for each in state.services or ()
        if each.public and each.served is None and each.letter in waiting
    )


_TABLE, _KEY = "publication_publicnotice", ("aggregate", "letter")

#: One table, filled by the states of three types; none gives the key of another.
NOTICES = tuple(
    Shelf(state=kind, table=_TABLE, key=_KEY, row=NoticeRow, rows=_notices)
    for kind in (Designation, Objection, Repair)
)
