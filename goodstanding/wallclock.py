"""The only place that asks what time it is; everything else is told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

#: Legal days begin and end at midnight here.
LEGAL_ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The present legal day, in Asia/Shanghai."""
    return datetime.now(LEGAL_ZONE).date()
