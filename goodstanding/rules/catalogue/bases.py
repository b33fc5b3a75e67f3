"""Can a cited basis be read, and does it name an instrument whose decisions stay outside?

Source: the boundary of the register (speech, assembly, conscience, military service). A basis is
free text typed by many hands: marks, spaces and width are ignored, short names count.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from goodstanding.rules.catalogue.model import BlockedBasis
from goodstanding.rules.catalogue.sources import Instrument

_HAN = "零〇一二三四五六七八九十百千两0-9"
_ARTICLE = re.compile(rf"第?([{_HAN}]+)条|art(?:icle)?s?\.?([0-9]+)", re.IGNORECASE)
_QUOTED = re.compile(r"《([^《》]{2,60})》")
_BARE = re.compile(
    r"[\u4e00-\u9fff]{2,40}?(?:条例|办法|规定|规则|细则|决定|通知|(?<![违依执司非方做合])法)(?![\u4e00-\u9fff])"
)
_LEAD_IN = re.compile(
    rf"^(?:第[{_HAN}]+[款项]|之[一二三四五]|[和及与的、]|以及|并|依据|根据|依照|按照|适用|违反了?|涉嫌|其|中华人民共和国)+"
)
_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}


class ReadBasis(msgspec.Struct, frozen=True, kw_only=True):
    """One instrument named in a basis: as written, its id where the pack knows it, its articles."""

    name: str
    instrument: str | None
    articles: tuple[str, ...]


def blocked(basis_text: str, bases: Iterable[BlockedBasis]) -> BlockedBasis | None:
    """The blocked instrument or article that a basis names, if any.

    An instrument blocked only in some articles blocks when one of them is cited from it.
    """
    rows, text = tuple(bases), _plain(basis_text)
    parts = _segments(basis_text, tuple(name for row in rows for name in row.names))
    return next((row for row in rows if _names(row, text, parts)), None)


def readable(
    basis_text: str, instruments: Iterable[Instrument], bases: Iterable[BlockedBasis]
) -> tuple[ReadBasis, ...]:
    """The instruments a basis names; empty where it cannot be read and an officer must look.

    A basis also cannot be read if it names an instrument blocked in part, and no article of it.
    """
    known = tuple(instruments)
    parts = _segments(basis_text, tuple(name for row in known for name in _all_names(row)))
    in_part = [row for row in bases if row.articles]
    if any(not articles and _is_one_of(name, in_part) for name, articles in parts):
        return ()
    return tuple(
        ReadBasis(name=name, instrument=_known(name, known), articles=articles)
        for name, articles in parts
    )


def article_number(written: str) -> str:
    """An article number in digits: 二十五 is 25; digits stay."""
    if written.isdigit() and written.isascii():
        return written
    total, digit = 0, 0
    for char in written:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = digit * 10 + (_DIGITS[char] if char in _DIGITS else int(char))
    return str(total + digit)


def _plain(text: str) -> str:
    """Half width, lower case, letters and digits only."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in folded if char.isalnum())


@lru_cache(maxsize=4096)
def _plain_name(name: str) -> str:
    """A name of the catalogue, plain; never a typed text, which is not to be kept in memory."""
    return _plain(name)


def _names(row: BlockedBasis, text: str, parts: list[tuple[str, tuple[str, ...]]]) -> bool:
    if not row.articles:
        return any(_plain_name(name) in text for name in row.names)
    return any(
        _is_one_of(name, [row]) and not set(articles).isdisjoint(row.articles)
        for name, articles in parts
    )


def _is_one_of(name: str, rows: Iterable[BlockedBasis]) -> bool:
    plain = _plain(name)
    return any(_plain_name(own) in plain for row in rows for own in row.names)


def _segments(text: str, names: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Each instrument named in a text, in order, with the articles cited after it."""
    compact = "".join(unicodedata.normalize("NFKC", text).split())
    given = _pattern_of(names)
    found: list[tuple[str, list[str]]] = []
    position = 0
    for match in _ARTICLE.finditer(compact):
        found += [(name, []) for name in _names_in(compact[position : match.start()], given)]
        if found:
            found[-1][1].append(article_number(match.group(1) or match.group(2)))
        position = match.end()
    found += [(name, []) for name in _names_in(compact[position:], given)]
    return [(name, tuple(articles)) for name, articles in found]


def _names_in(chunk: str, given: re.Pattern[str]) -> list[str]:
    """The names in a stretch without article numbers: in quotes, else known, else by their ending."""
    quoted: list[str] = _QUOTED.findall(chunk)
    if quoted:
        return quoted
    known: list[str] = given.findall(chunk)
    return known or [_LEAD_IN.sub("", name) for name in _BARE.findall(chunk)]


@lru_cache(maxsize=16)
def _pattern_of(names: tuple[str, ...]) -> re.Pattern[str]:
    compact = {"".join(unicodedata.normalize("NFKC", name).split()) for name in names}
    longest_first = sorted(compact, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)", re.IGNORECASE)


def _known(name: str, known: tuple[Instrument, ...]) -> str | None:
    plain = _plain(name).removeprefix("中华人民共和国")
    return next(
        (row.id for row in known if any(_plain_name(own) == plain for own in _all_names(row))), None
    )


def _all_names(row: Instrument) -> tuple[str, ...]:
    return (row.title.zh, row.title.en, *row.aliases)
