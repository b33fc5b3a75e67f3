"""What was made, when, from which position, and until when it is good."""

from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from goodstanding.rules.catalogue.sources import Title

FORMAT = 1
#: Made anew each night; an hour beyond the day is for the work itself.
GOOD_FOR = timedelta(hours=25)
#: A copy that nobody renewed would keep public what has ended: it is given out no longer.
GIVEN_OUT_FOR = timedelta(days=7)


class Freshness(StrEnum):
    """How a copy stands at a moment."""

    FRESH = "fresh"
    STALE = "stale"
    TOO_OLD = "too-old"


class Licence(msgspec.Struct, frozen=True, kw_only=True):
    """On which terms the data are given: in words, and the address of a licence if one is named."""

    text: Title
    url: str = ""


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file: ``sha256`` in hex over its bytes."""

    name: str
    format: str
    bytes: int
    sha256: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One dataset: ``rows_sha256`` is over the hashes of its lines in order, whatever the format."""

    dataset: str
    title: Title
    rows: int
    rows_sha256: str
    files: tuple[File, ...]


class Law(msgspec.Struct, frozen=True, kw_only=True):
    """The version of the rulebook that held."""

    id: str
    version: str
    digest: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one making: the same position and day give the same bytes of every file.

    ``on``: the legal day whose public pages it shows. ``valid_until``: made anew by then.
    """

    format: int
    position: int
    on: date
    rulebook: Law | None
    generated_at: datetime
    valid_until: datetime
    licence: Licence
    dictionary: File
    datasets: tuple[Part, ...]

    @property
    def files(self) -> dict[str, tuple[str, File]]:
        """Each file by its name, with the dataset it belongs to; of the dictionary an empty one."""
        found = {self.dictionary.name: ("", self.dictionary)}
        return found | {
            file.name: (part.dataset, file) for part in self.datasets for file in part.files
        }


def valid_until(made_at: datetime) -> datetime:
    """By when data made at a moment must be made anew."""
    return made_at + GOOD_FOR


def freshness(manifest: Manifest, *, at: datetime) -> Freshness:
    """Whether what was made is good at a moment, older than a day, or too old to be given out."""
    if at <= manifest.valid_until:
        return Freshness.FRESH
    fresh_enough = at <= manifest.generated_at + GIVEN_OUT_FOR
    return Freshness.STALE if fresh_enough else Freshness.TOO_OLD
