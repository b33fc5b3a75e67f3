"""Acts about an organisation itself."""

from datetime import date

import msgspec

from goodstanding.rules.legal_person import DatedName, DatedStatus, Link


class OrganisationEntered(msgspec.Struct, frozen=True, kw_only=True, tag="organisation-entered/1"):
    """The register learns that an organisation exists, by its unified social credit code."""

    code: str
    class_id: str
    name: str


class OrganisationRegistered(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation-registered/1"
):
    """The registering department states an organisation's base registration: name and founding.

    ``since``: the first day of the name; null where not stated. ``established_on``: the day the
    organisation came into being. It opens the organisation where no record had entered it before.
    """

    code: str
    class_id: str
    name: str
    since: date | None
    established_on: date | None


class OrganisationNamed(msgspec.Struct, frozen=True, kw_only=True, tag="organisation-named/1"):
    """An organisation bears another name from a day on."""

    name: str
    since: date


class OrganisationStatusChanged(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation-status-changed/1"
):
    """The status of an organisation in its register changes on a day.

    ``status``: ``active``, ``suspended``, ``licence-revoked`` or ``ended``; ``reason``: why it
    ended, for example ``dissolved`` or ``merged``, else empty.
    """

    status: str
    since: date
    reason: str = ""


class OrganisationMerged(msgspec.Struct, frozen=True, kw_only=True, tag="organisation-merged/1"):
    """An organisation merges into another from a day on.

    ``manner``: ``absorption`` where the other existed before, ``new`` where the merger made it.
    """

    into: str
    manner: str
    on: date


class OrganisationDivided(msgspec.Struct, frozen=True, kw_only=True, tag="organisation-divided/1"):
    """An organisation divides into others from a day on.

    ``manner``: ``continuing`` where it lives on beside them, ``dissolving`` where it does not.
    """

    into: tuple[str, ...]
    manner: str
    on: date


class OrganisationCodeChanged(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation-code-changed/1"
):
    """The same legal person bears another unified social credit code from a day on."""

    to: str
    on: date


class OrganisationSucceeded(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation-succeeded/1"
):
    """An organisation learns whom it succeeds: the other side of a merger, division or new code.

    ``by``: ``merger``, ``division`` or ``code-change``; ``manner`` as in the act of the other side.
    """

    predecessor: str
    by: str
    manner: str
    on: date


class OrganisationNameCorrected(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation-name-corrected/1"
):
    """A name of the base registration was wrong; ``right``: null where it was never borne."""

    wrong: DatedName
    right: DatedName | None


class OrganisationFoundingCorrected(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation-founding-corrected/1"
):
    """The day of the founding was wrong."""

    wrong: date
    right: date


class OrganisationStatusCorrected(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation-status-corrected/1"
):
    """A status was wrong; ``right``: null where the organisation never had it."""

    wrong: DatedStatus
    right: DatedStatus | None


class OrganisationLinkCorrected(
    msgspec.Struct, frozen=True, kw_only=True, tag="organisation-link-corrected/1"
):
    """A merger, division or new code was wrong; ``right``: null where there was none.

    ``side``: ``successor`` or ``predecessor``; the other organisation has an act of its own.
    """

    side: str
    wrong: Link
    right: Link | None
