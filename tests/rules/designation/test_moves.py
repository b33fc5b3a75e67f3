"""The table of moves is the whole truth: it is what steps refuse by and what acts do."""

from datetime import date
from itertools import product
from pathlib import Path

import msgspec
import pytest

from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.codec import decode_effect, decode_header
from goodstanding.rules.designation.moves import MOVES, WRITTEN_AS, Step, step_refusals
from goodstanding.rules.evolve import evolve
from goodstanding.rules.states import Designation, Span, Stage

DAY = date(2021, 3, 1)
OPENING = {step for stage, step in MOVES if stage is None}


class Line(msgspec.Struct):
    """Two parts of an example, as the bytes that were hashed."""

    header: msgspec.Raw
    effect: msgspec.Raw


EXAMPLES = Path(__file__).parents[1] / "acts" / "examples.jsonl"
LINES = [msgspec.json.decode(line, type=Line) for line in EXAMPLES.read_bytes().splitlines()]


def act_of(step: Step) -> Act:
    """The committed example of the act a step is written down as."""
    kind = WRITTEN_AS[step].__struct_config__.tag
    line = next(line for line in LINES if decode_header(line.header).kind == kind)
    effect = decode_effect(bytes(line.effect), kind=kind)
    return Act(header=decode_header(line.header), effect=effect, content={})


def at(stage: Stage) -> Designation:
    """A case as far as the table looks at one."""
    return Designation(
        id="d-1",
        organisation="91449800MA0000015B",
        department="human-resources",
        ground="wage-arrears/refusal-after-order",
        field="wage-arrears",
        sense="burden",
        records=("r-1",),
        each_suffices=False,
        stage=stage,
        rulebook="",
        opened_on=DAY,
        opened_at=1,
        span=Span(first_day=DAY, last_day=DAY) if stage is Stage.LISTED else None,
    )


@pytest.mark.parametrize(("stage", "step"), MOVES, ids=str)
def test_an_act_leads_where_the_table_says(stage, step):
    after = evolve(None if stage is None else at(stage), act_of(step))
    assert after.stage is MOVES[stage, step]


@pytest.mark.parametrize(
    ("stage", "step"), [*product(Stage, [step for step in Step if step not in OPENING])], ids=str
)
def test_a_step_is_refused_exactly_where_the_table_has_no_move(stage, step):
    codes = [refusal.code for refusal in step_refusals(at(stage), step)]
    assert codes == ([] if (stage, step) in MOVES else ["StepNotOpen"])


def test_every_step_has_an_act_and_a_place_in_the_table():
    assert set(WRITTEN_AS) == set(Step) == {step for _, step in MOVES}


def test_what_is_dropped_or_ended_stays_so():
    assert not [stage for stage, _ in MOVES if stage in (Stage.DROPPED, Stage.ENDED)]
