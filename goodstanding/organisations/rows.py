"""The rows an organisation's state gives."""

import unicodedata
from datetime import date

import msgspec

from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Organisation


class OrganisationRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Organisation`."""

    code: str
    name: str
    class_id: str


class NameRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Name`."""

    code: str
    ordinal: int
    name: str
    folded: str
    since: date | None
    current: bool


def folded(text: str) -> str:
    """A name as searching compares it: full width as half width, one case, no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _organisation(state: Organisation) -> tuple[OrganisationRow, ...]:
    return (OrganisationRow(code=state.id, name=state.name, class_id=state.class_id),)


def _names(state: Organisation) -> tuple[NameRow, ...]:
    last = len(state.names)
    return tuple(
        NameRow(
            code=state.id,
            ordinal=ordinal,
            name=each.name,
            folded=folded(each.name),
            since=each.since,
            current=ordinal == last,
        )
        for ordinal, each in enumerate(state.names, start=1)
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
)
