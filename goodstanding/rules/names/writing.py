"""One way of writing a name: width, case, spaces, traditional characters, variants, numerals."""

import unicodedata
from functools import cache

from opencc import OpenCC

_FIRST, _LAST = 0x3400, 0x9FFF
# Variants that people and registers write for each other in names; what OpenCC knows is left out.
_VARIANTS = str.maketrans("堃喆仝邨栢菓菸豊甦脩珎凃淸糸彡", "坤哲同村柏果烟丰苏修珍涂清系三")
_NUMERALS = str.maketrans(
    "〇○0123456789壹贰叁肆伍陆柒捌玖拾", "零零零一二三四五六七八九一二三四五六七八九十"
)
#: Marks that stand in names and say nothing: brackets are told apart before (`parts`).
MARKS = "%?!@#$^~`=()[]{}<>〔〕【】〈〉《》「」『』\"'“”‘’·•・.,，。、;；:：-—–_/\\|&+*"
_NO_MARKS = str.maketrans("", "", MARKS)


def plain(text: str) -> str:
    """A name as it is compared but for its marks: one width, one case, no spaces, simplified.

    Character by character: both sides of a comparison pass here, so a character that stands for
    two simplified ones does no harm. Source of the characters: OpenCC, traditional to simplified.
    """
    narrow = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    return narrow.translate(_simplified()).translate(_VARIANTS).translate(_NUMERALS)


def folded(text: str) -> str:
    """A name as searching compares it: `plain`, and without brackets, dots and dashes."""
    return plain(text).translate(_NO_MARKS)


@cache
def _simplified() -> dict[int, str]:
    """Every traditional character with its simplified one; made once, in some 20 ms."""
    characters = [chr(point) for point in range(_FIRST, _LAST + 1)]
    simple = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {ord(a): b for a, b in zip(characters, simple, strict=True) if a != b}
