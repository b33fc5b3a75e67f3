"""Whether a citizen's identity number stands anywhere in a row; every row of a file passes here."""

from collections.abc import Mapping
from functools import lru_cache

from goodstanding.rules import persons
from goodstanding.rules.digit_chains import chains
from goodstanding.rules.official_columns import COLUMNS, Form
from goodstanding.rules.record_types import Problem

SHORTEST = 15
APART = "\n" * 6  # more marks than a number is read across, so that cells do not run together
_REPEATED = frozenset(
    column.code
    for columns in COLUMNS.values()
    for column in columns
    if column.form is Form.CODE and ("DM" in column.code or column.code == "ED_COURT_CODE")
)


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
    if not any(len(chain.characters) >= SHORTEST for chain in chains(APART.join(doubtful))):
        return None
    for cells in (texts, strangers):
        for column, text in cells.items():
            if _holds_number(text, column):
                header = headers.get(column, column)
                refusal = persons.IdentityNumberInCell(column=header)
                return Problem.of(refusal, column=header)
    return None


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
