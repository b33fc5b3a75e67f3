"""The law the random histories live under: the real pack and the real calendars, decoded once."""

from datetime import date
from functools import cache

from msgspec.structs import replace

from goodstanding.rules.law import Law
from goodstanding.rules.workdays import WorkCalendar, decode_year
from tests.rules.calendars import FOLDER
from tests.rules.catalogue.packs import dongguan

#: The last day of one basis in the amended pack: what rests on it ends with it, without an act.
REPEALED = "government-procurement-regulation"
REPEALED_UNTIL = date(2019, 5, 31)


@cache
def real(last_year: int = 2026) -> Law:
    """The pack as it is, and the calendars up to a year."""
    return Law(rulebook=dongguan(), calendar=_calendar(last_year))


@cache
def amended(last_year: int = 2026) -> Law:
    """The same pack with one instrument repealed while designations rest on it."""
    book = real().rulebook
    instrument = book.instruments[REPEALED]
    force = replace(instrument.in_force, until=REPEALED_UNTIL)
    instruments = {**book.instruments, REPEALED: replace(instrument, in_force=force)}
    return Law(
        rulebook=replace(book, instruments=instruments, digest="amended"),
        calendar=_calendar(last_year),
    )


@cache
def _calendar(last_year: int) -> WorkCalendar:
    files = [file for file in sorted(FOLDER.glob("*.yaml")) if int(file.stem) <= last_year]
    return WorkCalendar.of(decode_year(file.read_bytes()) for file in files)
