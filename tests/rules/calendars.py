"""The official calendar of the repository, for tests of rules."""

from functools import cache
from pathlib import Path

from goodstanding.rules.workdays import WorkCalendar, decode_year

FOLDER = Path(__file__).parents[2] / "rulebook" / "calendars"


@cache
def official() -> WorkCalendar:
    return WorkCalendar.of(decode_year(file.read_bytes()) for file in sorted(FOLDER.glob("*.yaml")))
