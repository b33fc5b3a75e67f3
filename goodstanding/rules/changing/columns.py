"""The columns of a file of changes: which record, what is right or was decided of it, and why."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from goodstanding.rules.correction.restate import correctable
from goodstanding.rules.errors import Refusal
from goodstanding.rules.official_columns import BY_NAME, REPORT, Column, Keep, plain, table
from goodstanding.rules.refuting.facts import Fact
from goodstanding.rules.row_refusals import ColumnMissing

CORRECTION, WITHDRAWAL, REPAIRED = "correction", "withdrawal", "repair-result"
REFUTED = "registration-correction"
#: Kinds of rows that bring no record but change one; each waits for a second person.
CHANGES = (CORRECTION, WITHDRAWAL, REPAIRED, REFUTED)
RECORD, CODE, AUTHORITY, DOCUMENT = "RC_ID", "RC_CODE", "RC_AUTHORITY_CODE", "RC_DOCUMENT"
#: What names a record where its id does not.
KEY = (CODE, AUTHORITY, DOCUMENT)
#: The same by kind: a result that comes from elsewhere often does not tell whose decision it was.
KEY_OF = {CORRECTION: KEY, WITHDRAWAL: KEY, REPAIRED: (CODE, DOCUMENT), REFUTED: (CODE,)}
REASON, WRONG, LEARNED = "RC_REASON", "RC_WRONG", "RC_LEARNED_ON"
YES, NO = "是", "否"
FACT, IS, IS_SINCE = "FC_FACT", "FC_REGISTERED", "FC_REGISTERED_SINCE"
RIGHT, RIGHT_SINCE = "FC_RIGHT", "FC_RIGHT_SINCE"
RESULT, RESULT_ON, RESULT_BY, RESULT_DOCUMENT = "RR_RESULT", "RR_DECIDED_ON", "RR_BY", "RR_DOCUMENT"
GRANTED_WORD, REFUSED_WORD = "准予修复", "不予修复"

_NAMING = """
RC_ID             - kept text 记录编号
RC_CODE           - kept code 记录主体统一社会信用代码
RC_AUTHORITY_CODE - kept code 记录机关统一社会信用代码
RC_DOCUMENT       - kept text 记录现有文书号
"""
_CORRECTING = """
RC_REASON     M kept text 更正理由
RC_LEARNED_ON - kept date 发现有误日期
"""
_WITHDRAWING = """
RC_WRONG  M kept text 自始有误
RC_REASON M kept text 撤回理由
RC_LEARNED_ON - kept date 发现有误日期
"""
_REPAIRED = """
RR_RESULT     M kept text 修复结果
RR_DECIDED_ON M kept date 修复决定日期
RR_BY         M kept text 修复决定单位
RR_DOCUMENT   - kept text 修复决定书编号
RC_REASON     - kept text 修复说明
"""
_REFUTING = """
RC_CODE             M kept code 更正单位统一社会信用代码
FC_FACT             M kept text 更正事项
FC_REGISTERED       M kept text 登记簿现载内容
FC_REGISTERED_SINCE - kept date 现载起始日期
FC_RIGHT            - kept text 正确内容
FC_RIGHT_SINCE      - kept date 正确起始日期
RC_REASON           M kept text 更正理由
"""
_CHOICES = {FACT: tuple(Fact), WRONG: (YES, NO), RESULT: (GRANTED_WORD, REFUSED_WORD)}


def _with_choices(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(
        msgspec.structs.replace(each, choices=_CHOICES.get(each.code, ())) for each in columns
    )


OWN: dict[str, tuple[Column, ...]] = {
    CORRECTION: table(_NAMING, _CORRECTING, REPORT),
    WITHDRAWAL: _with_choices(table(_NAMING, _WITHDRAWING, REPORT)),
    REPAIRED: _with_choices(table(_NAMING, _REPAIRED, REPORT)),
    REFUTED: _with_choices(table(_REFUTING, REPORT)),
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
    """What every row needs, and what names a record: its id, or subject, authority and document."""
    own = (own_column(header, kind=kind) for header in headers)
    there = {column.code for column in own if column}
    named = set() if RECORD in there else set(KEY_OF[kind])
    return [
        ColumnMissing(column=column.title)
        for column in OWN[kind]
        if (column.required or column.code in named) and column.code not in there
    ]


def change_columns(kind: str, *, of: str) -> tuple[Column, ...]:
    """The columns of the empty file; a correction has those of a kind of record to choose from."""
    own = tuple(column for column in OWN[kind] if column.keep is Keep.KEPT)
    if kind != CORRECTION:
        return own
    values = (msgspec.structs.replace(column, required=False) for column in correctable(of))
    return (*own, *values)
