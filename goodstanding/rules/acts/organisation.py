"""Acts about an organisation itself."""

from datetime import date

import msgspec


class OrganisationEntered(msgspec.Struct, frozen=True, kw_only=True, tag="organisation-entered/1"):
    """The register learns that an organisation exists, by its unified social credit code."""

    code: str
    class_id: str
    name: str


class OrganisationNamed(msgspec.Struct, frozen=True, kw_only=True, tag="organisation-named/1"):
    """An organisation bears another name from a day on."""

    name: str
    since: date
