"""Files of evidence as the API tells them."""

from datetime import date, datetime

from ninja import Schema


class EvidenceOut(Schema):
    """A file: what it shows in its sender's words, its size and digest (SHA-256), its days."""

    id: str
    matter: str
    media: str
    size: int
    digest: str
    label: str
    sent_at: datetime
    handed_in_on: date | None
    deleted_on: date | None


class HandedInOut(Schema):
    """How many files became part of the matter just now."""

    files: int
