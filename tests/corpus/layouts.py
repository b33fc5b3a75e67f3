"""The ways a number gets written: by people, by spreadsheets, and to get past a guard."""

from collections.abc import Callable, Sequence
from itertools import pairwise

Layout = Callable[[str], str]


def _cut(text: str, lengths: Sequence[int]) -> list[str]:
    ends = [sum(lengths[:n]) for n in range(len(lengths) + 1)]
    return [text[first:past] for first, past in pairwise(ends)]


def grouped(number: str) -> list[str]:
    """Region, birth, rest."""
    return _cut(number, (6, 8, 4) if len(number) == 18 else (6, 6, 3))


def _joined(mark: str, lengths: tuple[int, ...] | None = None) -> Layout:
    return lambda number: mark.join(_cut(number, lengths) if lengths else grouped(number))


def _mapped(digits: str) -> Layout:
    table = str.maketrans("0123456789X", digits)
    return lambda number: number.translate(table)


def _thousands(number: str) -> str:
    first = len(number) % 3 or 3
    parts = [number[:first], *(number[n : n + 3] for n in range(first, len(number), 3))]
    return ",".join(parts)


LAYOUTS: dict[str, Layout] = {
    "plain": str,
    "in a sentence": lambda number: f"身份证号码为{number}，",
    "digits stuck to words": lambda number: f"证{number}号",
    "each digit apart": " ".join,
    "grouped by spaces": _joined(" "),
    "grouped by hyphens": _joined("-"),
    "grouped by dashes": _joined("—"),
    "grouped by dots": _joined("·"),
    "grouped by slashes": _joined(" / "),
    "grouped by wide blanks": _joined("\u3000"),
    "grouped by six spaces": _joined("      "),
    "grouped by tabs": _joined("\t"),
    "over two lines": _joined("\n"),
    "over lines with blanks": _joined("  \r\n  "),
    "zero-width characters": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "right-to-left marks": _joined("\u200f"),
    "non-breaking spaces": _joined("\u00a0"),
    "full width": _mapped("０１２３４５６７８９Ｘ"),
    "Chinese numerals": _mapped("〇一二三四五六七八九X"),
    "circled digits": _mapped("⓪①②③④⑤⑥⑦⑧⑨X"),
    "thousand separators": _thousands,
    "in brackets, numbered": lambda number: f"（1）{number}（2）",
    "numbered, each digit apart": lambda number: f"1、{' '.join(number)}",
    "numbered, thousand separators": lambda number: f"1. {_thousands(number)}",
    "numbered, grouped": lambda number: f"2) {' '.join(grouped(number))}",
    "after a phone number": lambda number: f"13800004498，{number}",
    "before a day": lambda number: f"{number} 2026-03-02",
}
ENDING_IN_X: dict[str, Layout] = {
    "X": str,
    "lower-case x": str.lower,
    "full-width ｘ": lambda number: number[:17] + "ｘ",
    "multiplication sign": lambda number: number[:17] + "×",
    "x after a space": lambda number: number[:17] + " x",
}
