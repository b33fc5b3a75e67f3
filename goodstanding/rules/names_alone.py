"""Whether a text, once masked, may still name somebody: an officer then reads it before the public.

Method, named in the figures: *surname, length, neighbours*. A common or double surname and one or
two characters of which given names are made, standing between marks or words beside which names
stand (、 和 由 …); or a foreign name with a point inside. Where something was masked somebody is
spoken of: one such neighbour is then enough. A false alarm costs one look, a name missed is
published.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from goodstanding.rules.masking import BEGINNING, NAME, TOLD

_LEFT = "和与及或同跟由经向对给让请派叫将被有为是系从找了内"
_RIGHT = (
    r"[，。；、！？,;.（(）)：:“”\s]|$|和|与|及|或|同|等|均|也|又|在(?!建|售|用)|于|系(?!列|统)|是|将|把|从|"
    "到|向|对|的(?!士)|处|正|运|送|交|付|收|购|买|卖|销|借|租|雇|核|指|擅自|自行|私自|伙同|共同|负责|签|"
    "当场|[两二三四五]人|先生|女士"
)
_BEGIN = rf"(?:(?<![\u3400-\u9fff])|(?<=[{_LEFT}])(?![容关]))"
# Where a name may begin is looked for first: that search begins with one character and is fast.
_PLACE = re.compile(rf"{BEGINNING}(?:(?<![\u3400-\u9fff].)|(?<=[{_LEFT}].)(?<![容关]))")
_ALONE = re.compile(rf"{NAME}(?={_RIGHT})")
_ONE_SIDE = re.compile(rf"{_BEGIN}{NAME}|{NAME}(?={_RIGHT})".replace("?P<surname>", "?:"))
_FOREIGN = re.compile("[\u3400-\u9fff]{2,8}[·•][\u3400-\u9fff]{2,8}")


class _Named(Exception):
    """A name may be there; raised so that the text is not remembered."""


def may_name_somebody(text: str, *, masked: bool) -> bool:
    """Whether a name may stand in a text by itself.

    Args:
        text: as it is kept, after masking.
        masked: whether something of it was masked.
    """
    try:
        return _names_somebody(text, masked)
    except _Named:
        return True


@lru_cache(maxsize=4096)
def _names_somebody(text: str, masked: bool) -> bool:
    """False: what names nobody is repeated over thousands of rows."""
    if _names(text, masked):
        raise _Named
    return False


def _names(text: str, masked: bool) -> bool:
    if ("·" in text or "•" in text) and _FOREIGN.search(text):
        return True
    if masked:
        return _ONE_SIDE.search(text) is not None
    return any(_ALONE.match(text, place.start()) for place in _PLACE.finditer(text))


def to_be_read(sent: Mapping[str, str], kept: Mapping[str, str]) -> tuple[str, ...]:
    """The texts of a record, by name, that an officer reads before they are public.

    Args:
        sent: the texts as they were sent.
        kept: the same as they are kept, masked.
    """
    return tuple(
        name
        for name, text in kept.items()
        if name in TOLD and text and may_name_somebody(text, masked=text != sent.get(name))
    )
