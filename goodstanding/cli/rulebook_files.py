"""Where the law lies as files: packs and calendars beside the code, or where a variable says."""

import os
from pathlib import Path

from goodstanding.files.packs import read_pack
from goodstanding.rules.catalogue import Problem, Rulebook, assemble, lint_chain
from goodstanding.rules.errors import NotFound, refuse
from goodstanding.rules.workdays import WorkCalendar, decode_year

DEFAULT_PACK = "dongguan-2018"


class PackNotFound(NotFound):
    """There is no pack at {place}: name a folder, or one of {packs}."""


def folder() -> Path:
    """The folder with ``packs/`` and ``calendars/``: GOODSTANDING_RULEBOOK, else the code's own."""
    own = Path(__file__).resolve().parents[2] / "rulebook"
    return Path(os.environ.get("GOODSTANDING_RULEBOOK", own))


def packs() -> list[Path]:
    """The folders of all packs."""
    return sorted(each for each in (folder() / "packs").glob("*") if each.is_dir())


def is_pack(named: str) -> bool:
    """Whether this is the folder or the name of a pack."""
    return any(place.is_dir() for place in (Path(named), folder() / "packs" / named))


def pack(named: str) -> dict[str, bytes]:
    """The files of a pack, by its folder or by its name; refuses with `PackNotFound`."""
    for place in (Path(named), folder() / "packs" / named):
        if place.is_dir():
            return read_pack(place)
    refuse(PackNotFound(place=named, packs=[each.name for each in packs()]))


def amended(id: str) -> dict[str, bytes] | None:
    """The files of the pack delivered under the id of its rulebook; None where there is none."""
    place = folder() / "packs" / id
    return read_pack(place) if place.is_dir() else None


def rulebook(named: str) -> Rulebook:
    """The rulebook of a pack, by its folder or its name, with all it amends; refuses its problems."""
    return assemble(pack(named), amended)


def problems(named: str) -> list[Problem]:
    """Everything wrong with a pack; of one that amends another, with both together."""
    return lint_chain(pack(named), amended)


def years(place: Path | None = None) -> dict[str, bytes]:
    """The calendar files of a folder by name: one a year."""
    found = sorted((place or folder() / "calendars").glob("*.yaml"))
    return {each.name: each.read_bytes() for each in found}


def calendar() -> WorkCalendar:
    """The official working-day calendar of every year there is a file for."""
    return WorkCalendar.of(decode_year(content) for content in years().values())
