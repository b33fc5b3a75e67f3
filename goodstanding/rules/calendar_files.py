"""The file of one year's days off and worked weekends: bytes to a checked structure.

One file a year in `rulebook/calendars/`, each span with the notice it comes from. Source: yearly
notices of the General Office of the State Council under the Regulation on Public Holidays.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
import yaml

from goodstanding.rules.errors import Refusal, Refused


class CalendarUnreadable(Refusal):
    """The calendar file cannot be read: {reason}."""


class DayOfAnotherYear(Refusal):
    """{day} does not belong into the calendar of {year}."""


class SpanBackwards(Refusal):
    """The days off of {name} end on {last_day}, before they begin on {first_day}."""


class WorkedDayIsNoWeekend(Refusal):
    """{day} is named as a worked weekend but is neither Saturday nor Sunday."""


class DayNamedTwice(Refusal):
    """{day} is named more than once."""


class NoticeMissing(Refusal):
    """The calendar of {year} names no notice that it comes from."""


class Notice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The instrument that a calendar comes from.

    `number`: document number; `issued_on`: date of issue; `to_confirm`: names of the fields that no
    one has compared with the printed original yet.
    """

    title: str
    issued_by: str
    number: str | None
    issued_on: date | None
    to_confirm: tuple[str, ...] = ()


class Holiday(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One holiday of the year as the notice gives it: days off and the weekend days worked for
    it."""

    name: str
    first_day: date
    last_day: date
    worked: tuple[date, ...] = ()


class YearOfDays(msgspec.Struct, frozen=True, kw_only=True):
    """One year of official days. `digest`: SHA-256 of the file's bytes, in hex."""

    year: int
    days_off: frozenset[date]
    worked_weekends: frozenset[date]
    notices: tuple[Notice, ...]
    digest: str


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    year: int
    notices: tuple[Notice, ...]
    holidays: tuple[Holiday, ...]
    worked: tuple[date, ...] = ()


class _OneKeyOnce(yaml.SafeLoader):
    """YAML that refuses a repeated key instead of letting the last one win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if len(keys) != len(set(map(repr, keys))):
            raise yaml.constructor.ConstructorError(
                None, None, "a key is repeated", node.start_mark
            )
        return super().construct_mapping(node, deep)


def decode_year(content: bytes) -> YearOfDays:
    """Read one year's calendar file.

    `content`: the bytes of the YAML file. Raises `Refused` with everything that is wrong with it.
    """
    file = _read(content)
    problems = list(_problems(file))
    if problems:
        raise Refused(problems)
    return YearOfDays(
        year=file.year,
        days_off=frozenset(day for span in file.holidays for day in _days(span)),
        worked_weekends=frozenset(_worked(file)),
        notices=file.notices,
        digest=hashlib.sha256(content).hexdigest(),
    )


def _read(content: bytes) -> _File:
    try:
        return msgspec.convert(yaml.load(content, Loader=_OneKeyOnce), _File)
    except (yaml.YAMLError, msgspec.ValidationError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise Refused([CalendarUnreadable(reason=reason)]) from error


def _problems(file: _File) -> Iterator[Refusal]:
    if not file.notices:
        yield NoticeMissing(year=file.year)
    for span in file.holidays:
        if span.last_day < span.first_day:
            yield SpanBackwards(name=span.name, first_day=span.first_day, last_day=span.last_day)
    named = [day for span in file.holidays for day in (span.first_day, span.last_day)]
    for day in dict.fromkeys((*named, *_worked(file))):
        if day.year != file.year:
            yield DayOfAnotherYear(day=day, year=file.year)
    for day in _worked(file):
        if day.weekday() < 5:
            yield WorkedDayIsNoWeekend(day=day)
    yield from _repeated(file)


def _repeated(file: _File) -> Iterator[Refusal]:
    seen: set[date] = set()
    spans = (day for span in file.holidays if _is_short(span) for day in _days(span))
    for day in (*spans, *_worked(file)):
        if day in seen:
            yield DayNamedTwice(day=day)
        seen.add(day)


def _is_short(span: Holiday) -> bool:
    """Within one year: a longer span is refused for its days, not walked."""
    return span.first_day.year == span.last_day.year


def _worked(file: _File) -> list[date]:
    return [*file.worked, *(day for span in file.holidays for day in span.worked)]


def _days(span: Holiday) -> Iterator[date]:
    for offset in range((span.last_day - span.first_day).days + 1):
        yield span.first_day + timedelta(days=offset)
