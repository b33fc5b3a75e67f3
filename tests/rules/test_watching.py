"""What is new about a case's answer, and what stands against a watch: as tables."""

from datetime import date

import pytest

from goodstanding.rules.check import Answer, Checked
from goodstanding.rules.effects import Decision, Effect, Force
from goodstanding.rules.watching import change, moving_refusals, opening_refusals

DAY = date(2018, 3, 13)


def _effect(measure: str, *, force: Force = Force.IN_FORCE, case: str = "d-1") -> Effect:
    return Effect(
        measure=measure,
        department="finance",
        procedures=("tender",),
        sense="burden",
        ground="bid-rigging/collusion",
        force=force,
        first_day=DAY,
        last_day=date(2019, 3, 12),
        decision=Decision(
            designation=case, authority="x", document="x", decided_on=DAY, elsewhere=False
        ),
        basis=(),
        records=(),
        stay_exempt=None,
    )


def _now(answer: str, act_as: str, *effects: Effect) -> Checked:
    return Checked(
        answer=Answer(answer), act_as=Answer(act_as), known=True, on=DAY, effects=effects
    )


BID, OTHER = _effect("tender-exclusion"), _effect("tender-exclusion", case="d-2")
STAYED = _effect("tender-exclusion", force=Force.STAYED)
CASES = {
    "the same": (("restricted", "restricted", [BID]), _now("restricted", "restricted", BID), None),
    "another reason for the same answer is silent": (
        ("restricted", "restricted", [BID]),
        _now("restricted", "restricted", BID, OTHER),
        None,
    ),
    "restricted": (("clear", "clear", []), _now("restricted", "restricted", BID), ([BID], [])),
    "clear again": (("restricted", "restricted", [BID]), _now("clear", "clear"), ([], [BID])),
    "stayed": (
        ("restricted", "restricted", [BID]),
        _now("stayed", "clear", STAYED),
        ([STAYED], [BID]),
    ),
    "what to do meanwhile is part of the answer": (
        ("review", "restricted", [BID]),
        _now("review", "clear", STAYED),
        ([STAYED], [BID]),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_new(name):
    (answer, act_as, effects), now, wanted = CASES[name]
    found = change(answer=Answer(answer), act_as=Answer(act_as), effects=effects, now=now)
    assert (found and (list(found.came), list(found.went))) == wanted


@pytest.mark.parametrize(
    ("number", "stage", "on", "codes"),
    [
        ("岚招1号", "accept", DAY, []),
        ("  ", "pay", DAY, ["WatchNeedsCase"]),
        ("岚招1号", "later", DAY, ["WatchStageUnknown"]),
        ("岚招1号", "accept", date(2018, 3, 12), ["WatchIsOfToday"]),
        ("", "", date(2018, 3, 14), ["WatchNeedsCase", "WatchStageUnknown", "WatchIsOfToday"]),
    ],
)
def test_what_stands_against_a_watch(number, stage, on, codes):
    found = opening_refusals(case_number=number, stage=stage, on=on, asked_on=DAY)
    assert [each.code for each in found] == codes


@pytest.mark.parametrize(
    ("at", "to", "codes"),
    [
        ("accept", "award", []),
        ("accept", "pay", []),
        ("award", "award", ["StagePassed"]),
        ("pay", "accept", ["StagePassed"]),
        ("accept", "closed", ["WatchStageUnknown"]),
    ],
)
def test_a_case_moves_forward_only(at, to, codes):
    assert [each.code for each in moving_refusals(at=at, to=to)] == codes
