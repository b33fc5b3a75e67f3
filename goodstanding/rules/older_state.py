"""The state of a decision in the format of 2015: 0 in force, 1 taken back, 2 disputed, 3 other."""

from goodstanding.rules.older_columns import STATE
from goodstanding.rules.row_reader import RowReader
from goodstanding.rules.row_refusals import State2015Unknown, StateWithoutCounterpart


def in_force(reader: RowReader) -> bool | None:
    """Whether the decision of a row of 2015 holds; none where its row does not say so.

    A disputed decision is entered as holding and disputed here, not guessed from a number.
    """
    state = reader.plain(STATE)
    if state in ("2", "3"):
        reader.problem(STATE, StateWithoutCounterpart(state=state))
    elif state not in ("", "0", "1"):
        reader.problem(STATE, State2015Unknown())
    return {"0": True, "1": False}.get(state)
