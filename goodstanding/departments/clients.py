"""Keys of API clients: 256 random bits, shown once, kept only as a digest."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date

from goodstanding.departments.enrol import told_as_refusals
from goodstanding.departments.models import ApiClient, ClientKind
from goodstanding.rules.actors import Scope

PREFIX = "gs_"
#: How often one client may ask; counted by the API, told on the page about the register.
REQUESTS_A_MINUTE = 1_200


def register_client(
    *,
    name: str,
    kind: ClientKind,
    scopes: Iterable[Scope],
    department: str = "",
    organisation: str = "",
    institution: str = "",
    first: date,
    last: date | None = None,
) -> tuple[ApiClient, str]:
    """A new client and its token, which is not kept and cannot be shown again.

    ``department`` is named for a department's client only, ``organisation`` (its code) for an
    organisation's only, ``institution`` (its code) for one of a registered institution outside the
    administration only; both days are in force. Raises `Refused` with `ClientNameTaken` or
    `GrantImpossible`.
    """
    token = new_token()
    with told_as_refusals():
        client = ApiClient.objects.create(
            name=name,
            kind=kind,
            department=department,
            organisation=organisation,
            institution=institution,
            scopes=sorted({scope.value for scope in scopes}),
            key_digest=digest_of(token),
            granted_from=first,
            granted_to=last,
        )
    return client, token


def renew_token(client: ApiClient) -> str:
    """A new token for the client; the old one opens nothing from now on."""
    token = new_token()
    client.key_digest = digest_of(token)
    client.save(update_fields=["key_digest"])
    return token


def close_client(client: ApiClient, *, on: date) -> None:
    """From ``on``, that day included, the client is unknown."""
    client.closed_on = on
    client.save(update_fields=["closed_on"])


def new_token() -> str:
    """A token that nobody can guess; the prefix lets scanners of leaked secrets find it."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is kept of a token. No salt is needed: 256 random bits have no dictionary."""
    return hashlib.sha256(token.encode()).hexdigest()
