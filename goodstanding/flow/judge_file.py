"""A file of records, read and judged in memory: nothing of it is kept here."""

from pathlib import Path

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.files.reading import read
from goodstanding.files.refusals import HeaderNotFound
from goodstanding.files.sheet import Limits, Sheet
from goodstanding.flow.bench import Call
from goodstanding.rules.errors import Refused, refuse, require_none
from goodstanding.rules.intake_kinds import kinds_taken
from goodstanding.rules.judging import Judged, column_refusals, judge_rows
from goodstanding.rules.law import Law
from goodstanding.rules.official_columns import COLUMNS, OFFERED_LIST
from goodstanding.rules.placing import known
from goodstanding.rules.rights import Action
from goodstanding.rules.row_refusals import ColumnMissing, FileOfAnotherKind, KindNotTaken


class JudgedFile(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of a file, the verdict on each row, and the law it was judged under."""

    columns: tuple[str, ...]
    judged: Judged
    law: Law


def judge_file(call: Call, *, kind: str, data: bytes) -> JudgedFile:
    """Judge every row of a file as one of a kind.

    Raises `Refused` with what makes the file unreadable as a whole; with `FileOfAnotherKind` alone
    where its columns are those of another kind.
    """
    law = law_on(on=call.on, known_at=None)
    require_kind(kind, law)
    sheet = sheet_of(data, kind)
    judged = judge_rows(sheet.rows, kind=kind, rulebook=law.rulebook, today=call.on)
    return JudgedFile(columns=tuple(sheet.columns), judged=judged, law=law)


def require_kind(kind: str, law: Law) -> None:
    """Refuse a kind of record that no file brings, or that the rulebook in force does not hold."""
    taken = kinds_taken(law.rulebook)
    if kind not in taken:
        refuse(KindNotTaken(kind=kind, kinds=taken))


def right_to_send(kind: str) -> Action:
    """The right to send rows of a kind: an offered list is received by a person, never by a client."""
    return Action.RECEIVE_LISTS if kind == OFFERED_LIST else Action.ENTER_RECORDS


def sheet_of(source: Path | bytes, kind: str, *, limits: Limits | None = None) -> Sheet:
    """The table in a file, with the columns of a kind; refuses as `judge_file` does."""
    try:
        return _of_kind(source, kind, limits)
    except Refused as refused:
        if other := _kind_meant(source, kind, refused, limits):
            refuse(FileOfAnotherKind(kind=other))
        raise


def _of_kind(source: Path | bytes, kind: str, limits: Limits | None) -> Sheet:
    sheet = read(source, known=lambda text: known(text, kind=kind), limits=limits)
    require_none(column_refusals(sheet.columns, kind=kind))
    return sheet


def _kind_meant(source: Path | bytes, kind: str, refused: Refused, limits: Limits | None) -> str:
    """The other kind whose columns the file has, if it was only the columns that did not fit."""
    if not all(isinstance(each, (HeaderNotFound, ColumnMissing)) for each in refused.refusals):
        return ""
    return next((each for each in COLUMNS if each != kind and _fits(source, each, limits)), "")


def _fits(source: Path | bytes, kind: str, limits: Limits | None) -> bool:
    try:
        _of_kind(source, kind, limits)
    except Refused:
        return False
    return True
