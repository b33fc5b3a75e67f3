"""The only place that asks what time it is; everything else is told."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

#: Legal days begin and end at midnight here.
LEGAL_ZONE = ZoneInfo("Asia/Shanghai")

#: How far ahead of the real moment; a sandbox says, elsewhere nothing does.
_ahead: Callable[[], timedelta] = timedelta


def now() -> datetime:
    """The present moment, aware, in UTC; in a sandbox the one it believes."""
    return datetime.now(UTC) + _ahead()


def machine() -> datetime:
    """The moment by this machine, whatever a sandbox believes: sessions and phones go by it."""
    return datetime.now(UTC)


def today() -> date:
    """The present legal day, in Asia/Shanghai."""
    return now().astimezone(LEGAL_ZONE).date()


def run_ahead(ahead: Callable[[], timedelta]) -> None:
    """From now on the clock runs as far ahead as ``ahead`` says, asked each time (sandbox only)."""
    global _ahead
    _ahead = ahead
