"""How often one client may ask: a window of a minute, counted in the database for all workers."""

from datetime import datetime
from typing import NamedTuple

from django.db import connections

SECONDS = 60


class Allowance(NamedTuple):
    """What a client has used of its window, and the seconds until the next one."""

    limit: int
    used: int
    reset: int

    @property
    def spent(self) -> bool:
        """Whether there is no room left."""
        return self.used > self.limit

    @property
    def headers(self) -> dict[str, str]:
        """As the client is told."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(self.limit - self.used, 0)),
            "RateLimit-Reset": str(self.reset),
        }


def window_of(at: datetime) -> int:
    """The number of the window a moment lies in."""
    return int(at.timestamp()) // SECONDS


def count(client: str, *, at: datetime, limit: int) -> Allowance:
    """Count one request of a client.

    Args:
        client: who it is, in words that may be kept for as long as the client is one.
        at: the moment (aware).
        limit: requests in a window.
    """
    with connections["default"].cursor() as cursor:
        cursor.execute(_COUNT, [client, window_of(at)])
        (used,) = cursor.fetchone()
    return Allowance(limit=limit, used=used, reset=SECONDS - int(at.timestamp()) % SECONDS)


def forget(*, prefix: str, at: datetime) -> None:
    """Drop the windows before this one of all clients whose names begin alike."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_FORGET, [prefix, window_of(at)])


# The table is unlogged: counting costs no write to the log, and after a crash it begins anew.
_COUNT = """
    INSERT INTO api_window AS known (client, number, used) VALUES (%s, %s, 1)
    ON CONFLICT (client) DO UPDATE
       SET used = CASE WHEN known.number = excluded.number THEN known.used + 1 ELSE 1 END,
           number = excluded.number
    RETURNING used
"""

# Two who clear up at once do not wait for each other.
_FORGET = """
    DELETE FROM api_window WHERE client IN (
        SELECT client FROM api_window WHERE starts_with(client, %s) AND number < %s
           FOR UPDATE SKIP LOCKED)
"""
