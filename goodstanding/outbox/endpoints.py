"""Webhook endpoints: entered, given a new secret, switched off and on; how sending to them goes."""

import base64
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from goodstanding.departments.secrets_kept import sealed
from goodstanding.outbox.models import Endpoint

#: A secret that was replaced signs as well for a day, so that its receiver can change over.
OVERLAP = timedelta(days=1)
#: An endpoint that took nothing for so long is switched off.
OFF_AFTER = timedelta(days=5)
_PREFIX, _BYTES = "whsec_", 32


def new_secret() -> str:
    """A secret that nobody can guess, as Standard Webhooks writes it; shown once."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def add(
    *, addressee: str, client: str, url: str, kinds: Iterable[str], by: str, at: datetime
) -> tuple[Endpoint, str]:
    """A new endpoint and its secret, which is kept encrypted and not shown again."""
    secret = new_secret()
    endpoint = Endpoint.objects.create(
        addressee=addressee,
        client=client,
        url=url,
        kinds=sorted(set(kinds)),
        secret=sealed(secret),
        created_at=at,
        created_by=by,
    )
    return endpoint, secret


def renew(endpoint: Endpoint, *, at: datetime) -> str:
    """A new secret; the one before signs as well for a day."""
    secret = new_secret()
    endpoint.old_secret, endpoint.old_until = endpoint.secret, at + OVERLAP
    endpoint.secret = sealed(secret)
    endpoint.save(update_fields=["secret", "old_secret", "old_until"])
    return secret


def switch_off(endpoint: Endpoint, *, at: datetime, why: str = "by-hand") -> None:
    """Nothing is sent to it from now on."""
    endpoint.off_at, endpoint.off_why = at, why
    endpoint.save(update_fields=["off_at", "off_why"])


def switch_on(endpoint: Endpoint) -> None:
    """It is sent what comes from now on; failures of before do not count any more."""
    endpoint.off_at, endpoint.off_why, endpoint.failing_since = None, "", None
    endpoint.save(update_fields=["off_at", "off_why", "failing_since"])


def remove(endpoint: Endpoint, *, at: datetime) -> None:
    """It is gone, and its secrets with it; what was sent to it stays listed."""
    endpoint.removed_at, endpoint.secret = at, ""
    endpoint.old_secret, endpoint.old_until = "", None
    endpoint.save(update_fields=["removed_at", "secret", "old_secret", "old_until"])


def worked(endpoint: Endpoint, *, at: datetime) -> None:
    """It took something."""
    endpoint.last_sent_at, endpoint.failing_since, endpoint.last_error = at, None, ""
    endpoint.save(update_fields=["last_sent_at", "failing_since", "last_error"])


def did_not(endpoint: Endpoint, *, at: datetime, error: str) -> None:
    """It did not take something; after five days of nothing else it is switched off."""
    endpoint.failing_since = endpoint.failing_since or at
    endpoint.last_error = error
    endpoint.save(update_fields=["failing_since", "last_error"])
    if at - endpoint.failing_since >= OFF_AFTER and not endpoint.off_at:
        switch_off(endpoint, at=at, why=Endpoint.Off.FAILING.value)
