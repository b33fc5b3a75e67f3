"""What the sender of an accepted row is told to look at twice: never a reason to keep it out."""

from collections.abc import Mapping, Sequence

from goodstanding.rules.masking import TOLD
from goodstanding.rules.read_row import ReadRow
from goodstanding.rules.record_cells import SOURCES
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import BasisNotRead, TextMasked, TextToBeRead
from goodstanding.rules.subjects import SUBJECTS

_TOLD = {
    kind: tuple((code, name) for code, name in names.items() if name in TOLD)
    for kind, names in SOURCES.items()
}


def remark(
    reader: RowReader,
    kind: str,
    found: ReadRow,
    content: Mapping[str, str],
    doubtful: Sequence[str],
) -> None:
    """Note the texts that were masked or wait to be read, and a basis in which nothing was recognised.

    Args:
        found: the row as it was read.
        content: its texts as they are kept.
        doubtful: the names of those that may still name somebody.
    """
    for code, name in _TOLD[kind]:
        if content.get(name) != found.content.get(name):
            reader.warn(code, TextMasked())
        if name in doubtful:
            reader.warn(code, TextToBeRead())
    if not getattr(found.fields, "basis_readable", True):
        reader.warn(SUBJECTS[kind].basis, BasisNotRead())
