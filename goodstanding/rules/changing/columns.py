"""The columns of a file of corrections or withdrawals: which record, what is right, and why."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from goodstanding.rules.correction.restate import correctable
from goodstanding.rules.errors import Refusal
from goodstanding.rules.official_columns import BY_NAME, REPORT, Column, Keep, plain, table
from goodstanding.rules.row_refusals import ColumnMissing

CORRECTION, WITHDRAWAL = "correction", "withdrawal"
#: Kinds of rows that bring no record but change one; each waits for a second person.
CHANGES = (CORRECTION, WITHDRAWAL)
RECORD, CODE, AUTHORITY, DOCUMENT = "RC_ID", "RC_CODE", "RC_AUTHORITY_CODE", "RC_DOCUMENT"
#: What names a record where its id does not.
KEY = (CODE, AUTHORITY, DOCUMENT)
REASON, WRONG = "RC_REASON", "RC_WRONG"
YES, NO = "是", "否"

_NAMING = """
RC_ID             - kept text 记录编号
RC_CODE           - kept code 记录主体统一社会信用代码
RC_AUTHORITY_CODE - kept code 记录机关统一社会信用代码
RC_DOCUMENT       - kept text 记录现有文书号
"""
_CORRECTING = "RC_REASON M kept text 更正理由"
_WITHDRAWING = """
RC_WRONG  M kept text 自始有误
RC_REASON M kept text 撤回理由
"""


def _with_choices(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(
        msgspec.structs.replace(each, choices=(YES, NO)) if each.code == WRONG else each
        for each in columns
    )


OWN: dict[str, tuple[Column, ...]] = {
    CORRECTION: table(_NAMING, _CORRECTING, REPORT),
    WITHDRAWAL: _with_choices(table(_NAMING, _WITHDRAWING, REPORT)),
}
_BY_NAME = {
    kind: {plain(name): column for column in columns for name in (column.code, column.title)}
    for kind, columns in OWN.items()
}


@lru_cache(maxsize=2048)
def own_column(header: str, *, kind: str) -> Column | None:
    """The column that names the record or gives the reason; none for a value of the record."""
    return _BY_NAME[kind].get(plain(header))


@lru_cache(maxsize=2048)
def personal(header: str) -> bool:
    """Whether a header is that of a column about a person: it is never looked at."""
    found = (by_name.get(plain(header)) for by_name in BY_NAME.values())
    return any(column is not None and column.keep is Keep.DROPPED for column in found)


def known(header: str, *, kind: str) -> bool:
    """Whether a header names a column of such a file: its own, or a value that is corrected."""
    if own_column(header, kind=kind):
        return True
    return kind == CORRECTION and any(plain(header) in by_name for by_name in BY_NAME.values())


def columns_missing(headers: Sequence[str], *, kind: str) -> list[Refusal]:
    """The reason always, and what names a record: its id, or subject, authority and document."""
    own = (own_column(header, kind=kind) for header in headers)
    there = {column.code for column in own if column}
    named = set() if RECORD in there else set(KEY)
    return [
        ColumnMissing(column=column.title)
        for column in OWN[kind]
        if (column.required or column.code in named) and column.code not in there
    ]


def change_columns(kind: str, *, of: str) -> tuple[Column, ...]:
    """The columns of the empty file; a correction has those of a kind of record to choose from."""
    own = tuple(column for column in OWN[kind] if column.keep is Keep.KEPT)
    if kind == WITHDRAWAL:
        return own
    values = (msgspec.structs.replace(column, required=False) for column in correctable(of))
    return (*own, *values)
