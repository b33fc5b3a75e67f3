"""Where the fonts of the letters are: those of a wheel, the same on every machine."""

from importlib.util import find_spec
from pathlib import Path


class FontsMissing(RuntimeError):
    """The wheel with the fonts is not installed; letters cannot be made without it."""


def folder() -> Path:
    """The folder with the static Noto Sans CJK SC; the package itself is not imported."""
    found = find_spec("mpl_font")
    places = found.submodule_search_locations if found else None
    if not places:
        raise FontsMissing
    return Path(next(iter(places))) / "fonts" / "noto"
