"""Organisations are searched: by code, name, former name, or the number of a document one may see."""

from collections.abc import Iterable

import msgspec

from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.flow.bench import Call
from goodstanding.organisations.searching import Found, find
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.rules.visible import insider


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """The organisations that may be meant by what was typed, best first."""

    found: tuple[Found, ...]

    def count(self) -> int:
        """How many organisations are meant."""
        return len(self.found)

    def find(self, *, limit: int, offset: int = 0) -> tuple[Found, ...]:
        """Some of them, in an order that does not change with the page."""
        return self.found[offset : offset + limit]


def question(call: Call, *, q: str) -> Question:
    """A question: a document leads to its organisation only where the caller may see it today.

    Strangers by what is public today; who is inside (source department, organisation, credit
    office, auditor) by what is held. A designation's document counts while it is in force or stayed.

    Args:
        q: as typed; see `rules.names` for what does not matter.
    """
    if not q.strip():
        return Question(found=())
    records = publication.with_document(document=q, on=call.on)
    cases = designations.with_document(document=q, on=call.on)
    also = sorted(_seen(call, records) | _seen(call, cases))
    return Question(found=tuple(find(q=q, also=also)))


def _seen(call: Call, found: Iterable[tuple[Entry | Case, bool]]) -> set[str]:
    return {
        row.organisation
        for row, public in found
        if public or insider(call.actor, department=row.department, organisation=row.organisation)
    }
