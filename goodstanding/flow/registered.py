"""What the base registration tells of an organisation, for every reader alike."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from goodstanding.organisations import queries as organisations
from goodstanding.organisations.models import Link, Name, Organisation
from goodstanding.rules.legal_person import CODE_CHANGE


class BorneName(msgspec.Struct, frozen=True, kw_only=True):
    """A name with its first and last day; null where not known, or not over."""

    name: str
    since: date | None
    until: date | None


class FormerCode(msgspec.Struct, frozen=True, kw_only=True):
    """A code of the same legal person, and the first day of the code that replaced it."""

    code: str
    replaced_on: date


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Another organisation before or after this one; ``by``: merger or division."""

    code: str
    name: str
    by: str
    manner: str
    on: date


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """Names oldest first, status as last stated (empty: nobody stated any), what came before and after.

    ``code``: the one borne now.
    """

    code: str
    names: tuple[BorneName, ...]
    former_codes: tuple[FormerCode, ...]
    established_on: date | None
    status: str
    status_since: date | None
    end_reason: str
    predecessors: tuple[Linked, ...]
    successors: tuple[Linked, ...]

    @property
    def stated(self) -> bool:
        """Whether there is more to tell than the present name and code."""
        told = (self.status, self.established_on, self.former_codes, *self.links)
        return len(self.names) > 1 or any(told)

    @property
    def links(self) -> tuple[Linked, ...]:
        """Predecessors, then successors."""
        return (*self.predecessors, *self.successors)


def registered(codes: Sequence[str]) -> Registered:
    """What is registered of the legal person that bears or bore these codes; the last one now.

    Args:
        codes: as `organisations.queries.codes_of` gives them, at least one that is known.
    """
    rows = organisations.by_codes(codes)
    own = rows[codes[-1]]
    links = organisations.links(codes)
    stated = next((each for code in reversed(codes) if (each := rows[code]).status), own)
    names = organisations.named(link.other for link in links)
    return Registered(
        code=own.code,
        names=_names(organisations.names_of(codes)),
        former_codes=tuple(
            FormerCode(code=each.code, replaced_on=each.on)
            for each in links
            if each.by == CODE_CHANGE and each.direction == "successor"
        ),
        established_on=_founded(rows[code] for code in codes),
        status=stated.status,
        status_since=stated.status_since,
        end_reason=stated.end_reason,
        predecessors=_linked(links, "predecessor", names),
        successors=_linked(links, "successor", names),
    )


def _founded(rows: Iterable[Organisation]) -> date | None:
    return next((each.established_on for each in rows if each.established_on), None)


def _names(rows: Sequence[Name]) -> tuple[BorneName, ...]:
    """Each name once: what was borne under one code and goes on under the next is one name."""
    found: list[BorneName] = []
    for row in sorted(rows, key=lambda each: each.since or date.min):
        name = BorneName(name=row.name, since=row.since, until=row.until)
        if found and found[-1].name == name.name:
            first = found.pop()
            name = BorneName(name=name.name, since=first.since or name.since, until=name.until)
        found.append(name)
    return tuple(found)


def _linked(links: Sequence[Link], direction: str, names: dict[str, str]) -> tuple[Linked, ...]:
    return tuple(
        Linked(
            code=each.other,
            name=names.get(each.other, ""),
            by=each.by,
            manner=each.manner,
            on=each.on,
        )
        for each in links
        if each.direction == direction and each.by != CODE_CHANGE
    )
