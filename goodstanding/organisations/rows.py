"""The rows an organisation's state gives."""

from datetime import date, timedelta

import msgspec

from goodstanding.rules.distinct import Distinction
from goodstanding.rules.legal_person import DatedName, Organisation
from goodstanding.rules.names.keys import keys_of
from goodstanding.rules.names.parts import parts_of
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
    core: str
    keys: tuple[str, ...]
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


class StruckRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Struck`."""

    code: str
    ordinal: int
    other: str


class DistinctionRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Distinction`."""

    id: str
    code: str
    other: str
    department: str
    stated_by: str
    stated_on: date
    stated_at: int
    confirmed_on: date | None
    withdrawn_on: date | None


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
    after = [*state.names[1:], None]
    return tuple(
        _name(state.id, ordinal, each, following)
        for ordinal, (each, following) in enumerate(zip(state.names, after, strict=True), start=1)
    )


def _name(code: str, ordinal: int, named: DatedName, following: DatedName | None) -> NameRow:
    parts = parts_of(named.name)
    return NameRow(
        code=code,
        ordinal=ordinal,
        name=named.name,
        folded=parts.whole,
        core=parts.core,
        keys=keys_of(parts),
        since=named.since,
        until=_day_before(following.since) if following else None,
        current=following is None,
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


def _struck(state: Organisation) -> tuple[StruckRow, ...]:
    return tuple(
        StruckRow(code=state.id, ordinal=ordinal, other=each.other)
        for ordinal, each in enumerate(state.struck, start=1)
    )


def _distinction(state: Distinction) -> tuple[DistinctionRow, ...]:
    """One row for each side: each page asks for its own."""
    return tuple(
        DistinctionRow(
            id=state.id,
            code=code,
            other=other,
            department=state.department,
            stated_by=state.stated_by,
            stated_on=state.stated_on,
            stated_at=state.stated_at,
            confirmed_on=state.confirmed_on,
            withdrawn_on=state.withdrawn_on,
        )
        for code, other in (
            (state.organisation, state.other),
            (state.other, state.organisation),
        )
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
    Shelf(
        state=Organisation,
        table="organisations_struck",
        key=("code", "ordinal"),
        row=StruckRow,
        rows=_struck,
    ),
    Shelf(
        state=Distinction,
        table="organisations_distinction",
        key=("id", "code"),
        row=DistinctionRow,
        rows=_distinction,
    ),
)
