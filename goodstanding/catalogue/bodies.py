"""The bytes of the law: kept once, never changed, found by digest, decoded once per process."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from goodstanding.catalogue.errors import VersionUnknown
from goodstanding.catalogue.models import CalendarVersion, RulebookVersion
from goodstanding.rules.calendar_files import decode_year
from goodstanding.rules.catalogue import Rulebook, canonical, from_canonical
from goodstanding.rules.errors import refuse
from goodstanding.rules.workdays import WorkCalendar


def keep_rulebook(rulebook: Rulebook) -> None:
    """Have the bytes of a rulebook; a version that is kept already stays as it is."""
    RulebookVersion.objects.bulk_create(
        [
            RulebookVersion(
                digest=rulebook.digest,
                rulebook=rulebook.id,
                version=rulebook.version,
                in_force_from=rulebook.in_force_from,
                body=canonical(rulebook),
            )
        ],
        ignore_conflicts=True,
    )


def keep_calendar(files: Sequence[bytes]) -> WorkCalendar:
    """Have the calendar that some files of years add up to; returns it, its id is the digest.

    Args:
        files: the whole calendar as it is known now, one file a year, as bytes of YAML.

    Raises:
        Refused: with everything that is wrong with the files.
    """
    calendar = WorkCalendar.of(decode_year(file) for file in files)
    body = msgspec.json.encode([file.decode() for file in files])
    version = CalendarVersion(digest=calendar.id, years=sorted(calendar.years), body=body)
    CalendarVersion.objects.bulk_create([version], ignore_conflicts=True)
    return calendar


@lru_cache(maxsize=64)
def rulebook_of(digest: str) -> Rulebook:
    """The rulebook of a digest; refuses `VersionUnknown`."""
    found = RulebookVersion.objects.filter(digest=digest).first()
    if found is None:
        refuse(VersionUnknown(digest=digest))
    return from_canonical(bytes(found.body))


#: Two digests that begin with so many equal characters do not happen.
ENOUGH = 12


def rulebook_named(digest: str) -> Rulebook:
    """The rulebook of a digest or of the beginning of one; refuses `VersionUnknown`."""
    found = RulebookVersion.objects.filter(digest__startswith=digest) if digest else []
    whole = [each.digest for each in found if len(digest) >= ENOUGH]
    if len(whole) != 1:
        refuse(VersionUnknown(digest=digest))
    return rulebook_of(whole[0])


@lru_cache(maxsize=16)
def calendar_of(digest: str) -> WorkCalendar:
    """The calendar of a digest; refuses `VersionUnknown`."""
    files = calendar_files_of(digest)
    if not files:
        refuse(VersionUnknown(digest=digest))
    return WorkCalendar.of(decode_year(file) for file in files)


def calendar_files_of(digest: str) -> list[bytes]:
    """The files of a calendar as they were given, one a year; none where it is not kept."""
    found = CalendarVersion.objects.filter(digest=digest).first()
    texts = msgspec.json.decode(bytes(found.body), type=list[str]) if found else []
    return [text.encode() for text in texts]
