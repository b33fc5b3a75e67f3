"""Ids of acts: UUID version 7, so that they sort as they were recorded."""

from datetime import UTC, datetime, timedelta

_MILLISECOND = timedelta(milliseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_VERSION, _VARIANT = 0x7 << 76, 0b10 << 62


def act_id(recorded_at: datetime, entropy: int) -> str:
    """The id of an act (RFC 9562, section 5.7).

    Args:
        recorded_at: aware; its milliseconds lead the id.
        entropy: 74 random bits.
    """
    milliseconds = (recorded_at - _EPOCH) // _MILLISECOND
    high, low = entropy >> 62 & 0xFFF, entropy & (1 << 62) - 1
    text = f"{milliseconds << 80 | _VERSION | high << 64 | _VARIANT | low:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
