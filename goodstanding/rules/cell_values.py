"""From the text of a cell to its value: dates, amounts, names and numbers of documents.

Each answers the value, or the refusal that says why there is none. Senders repeat the same dates,
amounts and documents over thousands of rows, so what was read once is remembered.
"""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from goodstanding.rules.errors import Refusal
from goodstanding.rules.row_refusals import AmountNotRead, AmountTooFine, DateNotRead

LONG_TERM = 2099
"""The year that stands for no end: 2099/12/31 in the official format."""

_DATE = re.compile(
    r"((?:19|20)\d\d)(?:([/.-])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.0+)?)?)?"
)
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.0+)?")
_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of the 1900 system, once its false 29 February is past
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 73_415  # 1950-01-01 to 2100-12-31
_AMOUNT = re.compile(r"(?:0|[1-9]\d{0,11})(?:\.(\d+))?")
_MOST_DECIMALS = 6
_NO_END = frozenset({"长期", "长期有效", "无期限"})
_BRACKETS = str.maketrans("[]【】〔〕﹝﹞()<>《》〈〉", "〔〕〔〕〔〕〔〕()〈〉〈〉〈〉")
SAYS_NOTHING = frozenset({"", "/", "-", "—", "--", "无", "空", "null", "NULL", "None"})
"""How people say that a cell has no value."""


def half_width(text: str) -> str:
    """The text with full-width letters, digits and marks made half width (NFKC), trimmed."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()


@lru_cache(maxsize=8192)
def read_date(text: str) -> date | Refusal:
    """A day written YYYY/MM/DD, YYYY-MM-DD, YYYY年M月D日, or as a spreadsheet's number of days.

    A time behind the day is left out. Source of the numbers: the 1900 date system.
    """
    plain = half_width(text)
    if _SERIAL.fullmatch(plain):
        days = int(plain.partition(".")[0])
        known = _FIRST_SERIAL <= days <= _LAST_SERIAL
        return _SERIAL_ZERO + timedelta(days=days) if known else DateNotRead()
    found = _DATE.fullmatch(plain.replace(" ", "") if "年" in plain else plain)
    if found is None:
        return DateNotRead()
    try:
        return date(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6]))
    except ValueError:
        return DateNotRead()


@lru_cache(maxsize=8192)
def read_end(text: str) -> date | Refusal | None:
    """The last day of a term; none for 2099/12/31, 长期: then the decision has no end."""
    if half_width(text) in _NO_END:
        return None
    day = read_date(text)
    return None if isinstance(day, date) and day.year >= LONG_TERM else day


@lru_cache(maxsize=8192)
def read_amount(text: str) -> Decimal | Refusal:
    """An amount in 万元 with six decimals: ``0.2`` is 2,000 yuan. No sign, unit or separator."""
    plain = half_width(text)
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return AmountNotRead()
    if len((found[1] or "").rstrip("0")) > _MOST_DECIMALS:
        return AmountTooFine()
    return Decimal(plain).quantize(Decimal("0.000001"))


@lru_cache(maxsize=8192)
def comparable(text: str) -> str:
    """A name or document number for comparison only: one width, one kind of brackets, no spaces."""
    return "".join(half_width(text).translate(_BRACKETS).split()).upper()
