"""Who may be meant by a name that came without a code: candidates with reasons, for a person."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.organisations import queries as organisations
from goodstanding.organisations.distinguishing import not_same
from goodstanding.organisations.searching import Found, by_name, in_order
from goodstanding.rules.names.likeness import Likeness

#: More are no help to whoever has to choose.
MOST = 5


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation that may be meant, by which of its names, borne when, and why.

    ``since`` and ``until``: first and last day of that name; null where not known or not over.
    ``not_same``: candidates beside it that it was confirmed not to be the same as, by code.
    """

    code: str
    name: str
    matched: str
    former: bool
    since: date | None
    until: date | None
    why: Likeness
    not_same: tuple[str, ...] = ()


def candidates(name: str) -> list[Candidate]:
    """The organisations a name may mean, the likeliest first; never a choice among them.

    ``name``: as its sender wrote it. Nothing is attached to any of them by this.
    """
    found: dict[str, Found] = {}
    for each in in_order(by_name(name)):
        found.setdefault(each.code, each)
    return _told(list(found.values())[:MOST])


def _told(found: Iterable[Found]) -> list[Candidate]:
    listed = list(found)
    borne = organisations.borne((each.code, each.matched) for each in listed)
    apart = not_same(each.code for each in listed)
    return [
        Candidate(
            code=each.code,
            name=each.name,
            matched=each.matched,
            former=each.is_former,
            since=borne[each.code, each.matched].since,
            until=borne[each.code, each.matched].until,
            why=each.why,
            not_same=tuple(sorted(other for code, other in apart if code == each.code)),
        )
        for each in listed
        if each.why is not None
    ]
