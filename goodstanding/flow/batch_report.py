"""What became of every row that arrived in one go."""

import msgspec

from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.judging import Judged
from goodstanding.rules.record_types import Problem


class BatchReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of every row; ``records`` are the ids of the accepted ones, in order.

    ``changes``: the good rows of a file that changes records, which wait for a reviewer.
    """

    batch: str
    kind: str
    columns: tuple[str, ...]
    judged: Judged
    records: tuple[str, ...] = ()
    changes: tuple[ChangeRow, ...] = ()

    @property
    def remarks(self) -> list[tuple[int, Problem]]:
        """What to look at twice, by the number of its row."""
        of_changes = [(row.row, each) for row in self.changes for each in row.remarks]
        return [*self.judged.remarks(), *of_changes]

    @property
    def read(self) -> int:
        """How many rows were read."""
        return self.judged.read + len(self.changes)

    @property
    def accepted(self) -> int:
        """How many rows were good."""
        return len(self.judged.accepted) + len(self.changes)
