"""A row that changes a record, once it was judged: what it asks, and what it would do."""

from datetime import date

import msgspec

from goodstanding.rules.correction.history import Changed
from goodstanding.rules.record_types import Problem
from goodstanding.rules.refuting.refute import Refutation, streams_of
from goodstanding.rules.repair.receive import Result


class ChangeRow(msgspec.Struct, frozen=True, kw_only=True):
    """One record to be corrected, withdrawn or repaired, as its sender asked and nobody yet decided.

    Or a fact of the base registration, ``refutes``: then ``record`` is the code of the organisation.

    ``result``: of a repair decided elsewhere; ``remarks``: what to look at twice before it is taken.
    ``learned_on``: the day the department learned of it.
    ``version``: the one it was judged against; ``values`` by field code; ``changed``: before and
    after, for who commits it; ``cases``: how many rest on the record; ``echo``: the cells as sent.
    """

    row: int
    kind: str
    record: str
    record_kind: str
    organisation: str
    name: str
    document: str
    entered_by: str
    version: int
    reasons: str
    values: dict[str, str] = {}
    as_wrong: bool = False
    changed: tuple[Changed, ...] = ()
    cases: int = 0
    learned_on: date | None = None
    result: Result | None = None
    remarks: tuple[Problem, ...] = ()
    refutes: Refutation | None = None
    echo: dict[str, str] = {}

    @property
    def asks(self) -> tuple[object, ...]:
        """What makes two rows about one record the same: the change, not the words of the reason."""
        if self.refutes:
            return (self.record, self.refutes)
        said = self.result and (self.result.outcome, self.result.decided_on, self.result.authority)
        return (self.record, self.as_wrong, tuple(sorted(self.values.items())), said)

    @property
    def about(self) -> tuple[str, ...]:
        """What a file changes once: the record, or the one fact."""
        fact = (self.refutes.fact, self.refutes.wrong) if self.refutes else ()
        return (self.record, *fact)

    @property
    def streams(self) -> tuple[str, ...]:
        """The organisations it writes to."""
        return streams_of(self.organisation, self.refutes) if self.refutes else (self.organisation,)
