"""One example of every version of every act ever written: still read, still folded.

A line of `examples.jsonl` is never changed or removed. A new kind or version adds a line.
"""

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from goodstanding.rules import codec
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.evolve import fold
from goodstanding.rules.states import Designation, Measure, Record, Stage, State


class Line(msgspec.Struct):
    """The three parts of an act, as the bytes that were hashed."""

    header: msgspec.Raw
    effect: msgspec.Raw
    content: msgspec.Raw


LINES = [
    msgspec.json.decode(line, type=Line)
    for line in (Path(__file__).parent / "examples.jsonl").read_bytes().splitlines()
]
KINDS = {kind.__struct_config__.tag for kind in get_args(Effect)}


def _act(line):
    header = codec.decode_header(line.header)
    effect = codec.decode_effect(bytes(line.effect), kind=header.kind)
    return Act(header=header, effect=effect, content=codec.decode_content(line.content))


def _holds(raw, now):
    """True if every value that was written is still there; later versions may have more."""
    if isinstance(raw, dict) and isinstance(now, dict):
        return all(name in now and _holds(value, now[name]) for name, value in raw.items())
    if isinstance(raw, list) and isinstance(now, list):
        return len(raw) == len(now) and all(map(_holds, raw, now))
    return raw == now


def test_every_kind_of_act_has_an_example():
    assert KINDS - {codec.decode_header(line.header).kind for line in LINES} == set()


@pytest.mark.parametrize("line", LINES, ids=lambda line: codec.decode_header(line.header).kind)
def test_an_example_is_read_without_loss(line):
    act = _act(line)
    assert codec.kind_of(act.effect) in KINDS
    assert codec.encode(act.header) == bytes(line.header)
    assert codec.encode(act.content) == bytes(line.content)
    if act.header.kind in KINDS:
        raw, now = line.effect, codec.encode(act.effect)
        assert _holds(msgspec.json.decode(raw), msgspec.json.decode(now))


def test_the_examples_fold_to_their_story():
    states = fold(map(_act, LINES))
    assert set(map(type, states.values())) == set(get_args(State))
    stages = {id: state.stage for id, state in states.items() if isinstance(state, Designation)}
    assert stages == {
        "case-1": Stage.ENDED,
        "case-2": Stage.DROPPED,
        "case-3": Stage.LISTED,
        "case-4": Stage.LISTED,
        "case-5": Stage.LISTED,
    }
    record, measure = states["record-1"], states["measure-1"]
    assert isinstance(record, Record)
    assert record.withdrawn is not None
    assert (record.marks, len(record.versions)) == ((), 2)
    assert isinstance(measure, Measure)
    assert [task.id.split(".")[1] for task in measure.tasks] == ["apply", "lift"]


@pytest.mark.parametrize("type", get_args(State), ids=lambda type: type.__name__)
def test_a_state_survives_its_bytes(type):
    for state in fold(map(_act, LINES)).values():
        if isinstance(state, type):
            assert codec.decode_state(codec.encode(state)) == state
