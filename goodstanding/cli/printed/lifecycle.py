"""The page of the life cycle: stages and steps of a designation as one table."""

from goodstanding.cli.printed.markdown import code, one_line, page, table
from goodstanding.rules.designation.moves import MOVES, WRITTEN_AS, Step
from goodstanding.rules.designation.refusals import StepNotOpen
from goodstanding.rules.states import Stage

BEFORE = "(no case yet)"


def render() -> str:
    """The page."""
    stages: tuple[Stage | None, ...] = (None, *Stage)
    head = ("step", *(BEFORE if stage is None else code(stage) for stage in stages))
    moves = [(code(step), *(_to(stage, step) for stage in stages)) for step in Step]
    acts = [(code(step), *_act(WRITTEN_AS[step])) for step in Step]
    return page(
        "Life cycle of a designation",
        "The table is `goodstanding/rules/designation/moves.py`. A column is where the case "
        "stands, a row what somebody wants to do, a cell where the case stands afterwards. An "
        f"empty cell is refused with {code(StepNotOpen.__name__)} or a refusal that says more.",
        table(head, moves),
        "Time is not a step. A listed designation is in force from its first to its last day, both "
        "included, unless a stay masks the day or it was ended by an act; after the last day it is "
        "*over* by its dates, and nobody has to do anything for that.",
        "A stay does not move the case: it masks days while an objection is verified, and the term "
        "runs on. `end` is what a revocation, a record taken back, or an objection that succeeds "
        "sets off; its act says whether from the start (it was wrong) or from a day.",
        "## What each step is written down as",
        table(("step", "act", "meaning"), acts),
    )


def _to(stage: Stage | None, step: Step) -> str:
    after = MOVES.get((stage, step))
    return "" if after is None else f"→ {after.value}"


def _act(effect: type) -> tuple[str, str]:
    return code(effect.__struct_config__.tag), one_line(effect.__doc__)  # type: ignore[attr-defined]
