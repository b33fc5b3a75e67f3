"""Keeping a pull, in the transaction of what it told; nothing here is ever changed or deleted."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from goodstanding.consents.models import Pull


class NewPull(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Pull`; ``records``: pairs of a record's id and the number of its version."""

    id: str
    consent: str
    organisation: str
    grantee: str
    recipient: str
    by: str
    client: str
    purpose: str
    classes: Sequence[str]
    on_day: date
    position: int
    rulebook: str
    calendar: str
    records: Sequence[tuple[str, int]]
    digest: str
    not_after: date
    at: datetime


def keep(new: NewPull) -> None:
    """Keep a pull; an id that is kept already is an error of the database."""
    values = {name: getattr(new, name) for name in new.__struct_fields__}
    values["classes"] = list(new.classes)
    values["records"] = [record for record, _ in new.records]
    values["versions"] = [version for _, version in new.records]
    Pull.objects.create(**values)
