"""Signatures by Standard Webhooks: id, moment and body, under one secret or two while it changes."""

from collections.abc import Sequence
from datetime import datetime

from standardwebhooks.webhooks import Webhook


def signed(id: str, body: str, secrets: Sequence[str], *, at: datetime) -> dict[str, str]:
    """The headers of a signed call: one signature for each secret, newest first.

    Args:
        at: the moment by this machine, aware in UTC: a receiver refuses what is five minutes old.
    """
    signatures = [Webhook(each).sign(msg_id=id, timestamp=at, data=body) for each in secrets]
    return {
        "webhook-id": id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
