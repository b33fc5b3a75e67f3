"""Organisations are searched: by code, name, former name, or the number of a document one may see."""

from collections.abc import Iterable

import msgspec

from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.flow.bench import Call
from goodstanding.organisations import queries as organisations
from goodstanding.organisations.queries import Found
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.rules.visible import insider


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed, and the organisations that documents of this number lead the caller to."""

    q: str
    also: tuple[str, ...]

    def count(self) -> int:
        """How many organisations are meant."""
        return organisations.count(q=self.q, also=self.also)

    def find(self, *, limit: int, offset: int = 0) -> list[Found]:
        """The organisations meant, best first, in an order that does not change with the page."""
        return organisations.find(q=self.q, limit=limit, offset=offset, also=self.also)


def question(call: Call, *, q: str) -> Question:
    """A question: a document leads to its organisation only where the caller may see it today.

    Strangers by what is public today; who is inside (source department, organisation, credit
    office, auditor) by what is held. A designation's document counts while it is in force or stayed.

    Args:
        q: as typed; width, case, spaces and brackets do not matter.
    """
    if not q.strip():
        return Question(q=q, also=())
    records = publication.with_document(document=q, on=call.on)
    cases = designations.with_document(document=q, on=call.on)
    return Question(q=q, also=tuple(sorted(_seen(call, records) | _seen(call, cases))))


def _seen(call: Call, found: Iterable[tuple[Entry | Case, bool]]) -> set[str]:
    return {
        row.organisation
        for row, public in found
        if public or insider(call.actor, department=row.department, organisation=row.organisation)
    }
