"""How often one caller of the API may ask in a minute."""

from datetime import datetime

from goodstanding.api.refusals import TooManyRequests
from goodstanding.database import windows
from goodstanding.database.windows import SECONDS, Allowance
from goodstanding.departments.clients import REQUESTS_A_MINUTE
from goodstanding.rules.errors import refuse

__all__ = ["LIMIT", "SECONDS", "Allowance", "count", "require_room"]

LIMIT = REQUESTS_A_MINUTE


def count(client: str, *, at: datetime) -> Allowance:
    """Count one request of a caller known by name; strangers are the business of the proxy.

    Nothing is kept of a stranger, not even an address for a minute.
    """
    return windows.count(client, at=at, limit=LIMIT)


def require_room(allowance: Allowance) -> None:
    """Go on only within the window."""
    if allowance.spent:
        refuse(TooManyRequests(limit=allowance.limit, seconds=SECONDS, wait=allowance.reset))
