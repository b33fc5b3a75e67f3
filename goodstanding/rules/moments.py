"""Reading the moment somebody asks about: an instant, or a position of the register."""

import re
from datetime import datetime, tzinfo

from goodstanding.rules.errors import Refusal, refuse

#: Nothing the register knows is older, and no answer reaches further.
_YEARS = range(1950, 2200)


class MomentUnreadable(Refusal):
    """This is no moment: write 2026-03-05T10:00:00+08:00, or @ and a position such as @120."""


def known_at(text: str | None, *, zone: tzinfo | None = None) -> datetime | int | None:
    """An instant as ISO 8601 or ``@position``, as typed; None asks for all that is known.

    Args:
        text: what was typed; never repeated in a refusal.
        zone: where an instant without an offset is meant; None refuses such an instant.

    Raises:
        Refused: `MomentUnreadable`.
    """
    if text is None:
        return None
    if re.fullmatch(r"@[0-9]{1,18}", text):
        return int(text[1:])
    try:
        # A plus that was not escaped in an address arrives as a space.
        moment = datetime.fromisoformat(re.sub(r" (?=\d\d:\d\d$)", "+", text))
    except ValueError:
        refuse(MomentUnreadable())
    placed = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    if placed.tzinfo is None or placed.year not in _YEARS:
        refuse(MomentUnreadable())
    return placed
