"""The rows an organisation's state gives."""

import unicodedata
from datetime import date, timedelta

import msgspec

from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.shelf import Shelf


class OrganisationRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Organisation`."""

    code: str
    name: str
    class_id: str
    established_on: date | None
    status: str
    status_since: date | None
    end_reason: str


class NameRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Name`."""

    code: str
    ordinal: int
    name: str
    folded: str
    since: date | None
    until: date | None
    current: bool


class LinkRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Link`."""

    code: str
    direction: str
    ordinal: int
    other: str
    by: str
    manner: str
    on: date


def folded(text: str) -> str:
    """A name as searching compares it: full width as half width, one case, no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _organisation(state: Organisation) -> tuple[OrganisationRow, ...]:
    status = state.status
    return (
        OrganisationRow(
            code=state.id,
            name=state.name,
            class_id=state.class_id,
            established_on=state.established_on,
            status=status.status if status else "",
            status_since=status.since if status else None,
            end_reason=status.reason if status else "",
        ),
    )


def _names(state: Organisation) -> tuple[NameRow, ...]:
    last = len(state.names)
    return tuple(
        NameRow(
            code=state.id,
            ordinal=ordinal,
            name=each.name,
            folded=folded(each.name),
            since=each.since,
            until=_day_before(state.names[ordinal].since) if ordinal < last else None,
            current=ordinal == last,
        )
        for ordinal, each in enumerate(state.names, start=1)
    )


def _day_before(day: date | None) -> date | None:
    return day - timedelta(days=1) if day else None


def _links(state: Organisation) -> tuple[LinkRow, ...]:
    sides = (("successor", state.successors), ("predecessor", state.predecessors))
    return tuple(
        LinkRow(
            code=state.id,
            direction=direction,
            ordinal=ordinal,
            other=each.other,
            by=each.by,
            manner=each.manner,
            on=each.on,
        )
        for direction, links in sides
        for ordinal, each in enumerate(links, start=1)
    )


SHELVES = (
    Shelf(
        state=Organisation,
        table="organisations_organisation",
        key=("code",),
        row=OrganisationRow,
        rows=_organisation,
    ),
    Shelf(
        state=Organisation,
        table="organisations_name",
        key=("code", "ordinal"),
        row=NameRow,
        rows=_names,
    ),
    Shelf(
        state=Organisation,
        table="organisations_link",
        key=("code", "direction", "ordinal"),
        row=LinkRow,
        rows=_links,
    ),
)
