"""Rows that name an organisation and bring no code that could be one: they attach to nobody.

Invariant 8: a name alone never restricts. Such a row goes back to its sender; an officer is shown
who may be meant, and the sender fills the code in.
"""

from collections.abc import Iterable, Mapping

from goodstanding.rules import identifiers
from goodstanding.rules.placing import placed
from goodstanding.rules.row_refusals import ValueMissing
from goodstanding.rules.subjects import SUBJECTS

#: What makes a code none: missing, damaged, mistyped.
WITHOUT_CODE = frozenset(
    refusal.__name__
    for refusal in (
        ValueMissing,
        identifiers.CodeMissing,
        identifiers.CodeDamaged,
        identifiers.LengthWrong,
        identifiers.CharacterNotAllowed,
        identifiers.RegionNotDigits,
        identifiers.AuthorityUnknown,
        identifiers.ClassUnknown,
        identifiers.CheckCharacterWrong,
    )
)


def named_only(problems: Iterable[tuple[str, str]], cells: Mapping[str, str], *, kind: str) -> str:
    """The name in a row whose code is none; empty where the code is sound or no name was kept.

    Args:
        problems: column and code of each problem of the row, as its sender sees them.
        cells: what may be shown back of the row, by the sender's own headers.
    """
    subject = SUBJECTS.get(kind)
    columns = [column for column, code in problems if code in WITHOUT_CODE]
    if subject is None or not columns:
        return ""
    headers = tuple(dict.fromkeys([*cells, *columns]))
    codes = {place.header: place.code for place in placed(headers, kind=kind).places}
    if not any(codes[column] == subject.code for column in columns):
        return ""
    return next((text for header, text in cells.items() if codes[header] == subject.name), "")
