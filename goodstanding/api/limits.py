"""How often one caller may ask: a window of a minute, counted in the database for all workers."""

from datetime import datetime
from typing import NamedTuple

from django.db import connections

from goodstanding.api.refusals import TooManyRequests
from goodstanding.rules.errors import refuse

LIMIT = 1_200
SECONDS = 60


class Allowance(NamedTuple):
    """What a caller has used of the window, and the seconds until the next one."""

    used: int
    reset: int

    @property
    def headers(self) -> dict[str, str]:
        """As the caller is told."""
        return {
            "RateLimit-Limit": str(LIMIT),
            "RateLimit-Remaining": str(max(LIMIT - self.used, 0)),
            "RateLimit-Reset": str(self.reset),
        }


def count(client: str, *, at: datetime) -> Allowance:
    """Count one request of a caller known by name; strangers are the business of the proxy.

    Nothing is kept of a stranger, not even an address for a minute.
    """
    second = int(at.timestamp())
    with connections["default"].cursor() as cursor:
        cursor.execute(_COUNT, [client, second // SECONDS])
        (used,) = cursor.fetchone()
    return Allowance(used=used, reset=SECONDS - second % SECONDS)


def require_room(allowance: Allowance) -> None:
    """Go on only within the window."""
    if allowance.used > LIMIT:
        refuse(TooManyRequests(limit=LIMIT, seconds=SECONDS, wait=allowance.reset))


# The table is unlogged: counting costs no write to the log, and after a crash it begins anew.
_COUNT = """
    INSERT INTO api_window AS known (client, number, used) VALUES (%s, %s, 1)
    ON CONFLICT (client) DO UPDATE
       SET used = CASE WHEN known.number = excluded.number THEN known.used + 1 ELSE 1 END,
           number = excluded.number
    RETURNING used
"""
