"""What is told about messages and endpoints; never a secret that was told before."""

from datetime import date, datetime

from ninja import Schema


class MessageOut(Schema):
    """One message to one addressee by one channel, and how it went; ids only."""

    id: int
    addressee: str
    kind: str
    subject: str
    organisation: str
    position: int
    channel: str
    target: str
    not_after: date | None
    created_at: datetime
    due_at: datetime
    tries: int
    state: str
    closed: str
    last_error: str
    sent_at: datetime | None
    given_up_at: datetime | None


class MessagesOut(Schema):
    """A page of messages."""

    items: list[MessageOut]
    next: str | None


class EndpointOut(Schema):
    """A webhook endpoint; ``kinds``: what it takes."""

    id: str
    addressee: str
    client: str
    url: str
    kinds: list[str]
    state: str
    off_why: str
    last_error: str
    created_at: datetime
    last_sent_at: datetime | None
    failing_since: datetime | None
    off_at: datetime | None
    old_until: datetime | None


class EndpointsOut(Schema):
    """A page of endpoints."""

    items: list[EndpointOut]
    next: str | None


class EndpointSecretOut(Schema):
    """A new endpoint with its secret."""

    endpoint: EndpointOut
    secret: str


class SecretOut(Schema):
    """A new secret."""

    secret: str
