"""Whether a citizen's identity number stands anywhere in a row; every row of a file passes here."""

import re
from collections.abc import Mapping
from functools import lru_cache

from goodstanding.rules import persons
from goodstanding.rules.cut_numbers import first_of_cut_number
from goodstanding.rules.digit_chains import chains
from goodstanding.rules.official_columns import COLUMNS, Form
from goodstanding.rules.record_types import Problem

SHORTEST = 15
APART = "A"  # no number is read across a letter, so cells do not run together
_NUMERALS = "一七三九二五八六四零"  # in the order of the alphabet
OF_AUTHORITY = ("_COURT_CODE", "_AUTHORITY_CODE", "_SUPPLIER_CODE")
_REPEATED = frozenset(
    column.code
    for columns in COLUMNS.values()
    for column in columns
    if column.form is Form.CODE and ("DM" in column.code or column.code.endswith(OF_AUTHORITY))
)
# Days and amounts side by side are digits beside digits in every row, and never parts of a number.
_WHOLE = _REPEATED | {
    column.code
    for columns in COLUMNS.values()
    for column in columns
    if column.form in (Form.DATE, Form.AMOUNT)
}


def _without(first: str, last: str, left_out: str) -> str:
    """The ranges of a character class from ``first`` to ``last`` without some characters."""
    ranges, start = "", ord(first)
    for char in (*left_out, chr(ord(last) + 1)):
        if start < ord(char):
            ranges += f"{chr(start)}-{chr(ord(char) - 1)}"
        start = ord(char) + 1
    return ranges


# No number has letters or other Han characters inside: where no run of anything else is this long,
# there is no number. The exact search, eight times slower, is then spared.
_LONG_RUN = re.compile(f"[^A-Za-z{_without('一', chr(0x9FFF), _NUMERALS)}]{{{SHORTEST}}}")


class _Found(Exception):
    """A number was found; raised so that the text is not remembered."""


def identity_number(
    texts: Mapping[str, str], strangers: Mapping[str, str], *, headers: Mapping[str, str]
) -> Problem | None:
    """The first cell that holds an identity number, as a problem that does not repeat it.

    ``texts`` by field code, ``strangers`` by their own headers, ``headers`` of the field codes.
    """
    doubtful = [
        text for code, text in texts.items() if len(text) >= SHORTEST and not _cleared(code, text)
    ]
    doubtful += strangers.values()
    if may_hold_number(APART.join(doubtful)):
        for cells in (texts, strangers):
            for column, text in cells.items():
                if _holds_number(text, column):
                    return _problem(headers.get(column, column))
    beside = [code for code in texts if code not in _WHOLE]
    at = first_of_cut_number([*map(texts.__getitem__, beside), *strangers.values()])
    if at is None:
        return None
    column = [*beside, *strangers][at]
    return _problem(headers.get(column, column))


def _problem(header: str) -> Problem:
    return Problem.of(persons.IdentityNumberInCell(column=header), column=header)


def may_hold_number(text: str) -> bool:
    """Whether a text has digits enough for an identity number, read as one."""
    if not _LONG_RUN.search(text):
        return False
    return any(len(chain.characters) >= SHORTEST for chain in chains(text))


def _cleared(code: str, text: str) -> bool:
    # An authority's code is eighteen digits and in every row: it is looked at once.
    if code not in _REPEATED:
        return False
    try:
        return _clear(text, code)
    except _Found:
        return False


@lru_cache(maxsize=4096)
def _clear(text: str, column: str) -> bool:
    if _holds_number(text, column):
        raise _Found
    return True


def _holds_number(text: str, column: str) -> bool:
    if len(text) < SHORTEST:
        return False
    return any(
        finding.kind in persons.IDENTITY_KINDS for finding in persons.findings(text, column=column)
    )
