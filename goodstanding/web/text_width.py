"""How a title is broken into lines that fit a box of a drawing: no script measures it for us."""

import re
import unicodedata

#: Width of a character in parts of the font's size: a full one, and a Latin one on the safe side.
FULL, HALF = 1.0, 0.56
_PIECES = re.compile(r"[^\s\u2e80-\uffff]+\s*|[\u2e80-\uffff]|\s+")
#: These never begin a line.
_CLOSING = "，。；：、）》〕”！？,.;:)"


def width(text: str, size: float) -> float:
    """How wide a text is at most, in the units of the drawing; ``size`` is that of the font."""
    full = sum(unicodedata.east_asian_width(each) in "WFA" for each in text)
    return (full * FULL + (len(text) - full) * HALF) * size


def fit(text: str, *, size: float, room: float) -> list[str]:
    """The text in lines no wider than ``room``: broken between words, or between Chinese characters.

    A single word that is too wide is broken where it must be.
    """
    lines = [""]
    for piece in _pieces(text, size, room):
        fits = width((lines[-1] + piece).rstrip(), size) <= room
        if fits or not lines[-1] or piece in _CLOSING:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return [line.rstrip() for line in lines]


def _pieces(text: str, size: float, room: float) -> list[str]:
    found: list[str] = []
    for piece in _PIECES.findall(text):
        found += list(piece) if width(piece.strip(), size) > room else [piece]
    return found
