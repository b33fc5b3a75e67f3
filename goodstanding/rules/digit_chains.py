"""Long chains of digits in a text, however they are written. Only the guard in `persons` asks.

Full width, other scripts' digits, circled digits, Chinese numerals, and up to four marks and any
blanks between two digits: what a reader reads as one number is one chain.
"""

import re
import unicodedata
from collections.abc import Iterator

import msgspec

_CHINESE = str.maketrans("〇零一二三四五六七八九", "00123456789")
# The letters that people type for the check character X: multiplication sign, Greek, Cyrillic.
_EXES = "xX×ХхΧχⅩⅹＸｘ"


def _digits() -> dict[int, str]:
    """Every character that is one digit, by code point."""
    found: dict[int, str] = {int(point): digit for point, digit in _CHINESE_DIGITS}
    for point in (*range(0x10000), *range(0x1D7CE, 0x1D800), *range(0x1F100, 0x1F10B)):
        digit = unicodedata.digit(chr(point), None)
        if digit is not None:
            found[point] = str(digit)
    return found


_CHINESE_DIGITS = tuple((point, chr(digit)) for point, digit in _CHINESE.items())
_DIGITS = _digits()
_FOLD = _DIGITS | dict.fromkeys(map(ord, _EXES), "X")
_D = "[" + re.escape("".join(map(chr, _DIGITS))) + "]"
# Possessive: a mark is never a digit, so there is nothing to try again.
_BETWEEN = r"[\W_]{0,4}+\s*+"
_CHAIN = re.compile(f"{_D}(?:{_BETWEEN}{_D}){{10,}}+(?:[\\W_]{{0,4}}\\s*[{_EXES}])?")


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Eleven or more digits that read as one, perhaps with a closing X.

    `characters`: digits and X only; `places`: where each stands in the text;
    `starts`: positions in `characters` at which a group of adjoining digits begins.
    """

    characters: str
    places: tuple[int, ...]
    starts: tuple[int, ...]

    def groups(self) -> list[tuple[int, int]]:
        """First and past-the-last position of each group of adjoining characters."""
        ends = (*self.starts[1:], len(self.characters))
        return list(zip(self.starts, ends, strict=True))

    def span(self, first: int, past: int) -> tuple[int, int]:
        """Start and length in the text of a part of the chain."""
        start = self.places[first]
        return start, self.places[past - 1] + 1 - start


def chains(text: str) -> Iterator[Chain]:
    """Every chain of at least eleven digits in a text, from left to right."""
    for match in _CHAIN.finditer(text):
        folded = match.group().translate(_FOLD)
        kept = [at for at, char in enumerate(folded) if char.isascii() and char.isalnum()]
        yield Chain(
            characters="".join(folded[at] for at in kept),
            places=tuple(match.start() + at for at in kept),
            starts=tuple(n for n, at in enumerate(kept) if n == 0 or kept[n - 1] != at - 1),
        )
