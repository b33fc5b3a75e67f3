"""Commitments: a record only with a decision, adverse only where it was broken, never public."""

from datetime import date

import pytest

from goodstanding.rules.acts.aside import OutcomeKept
from goodstanding.rules.aside.entering import put_aside, undecided_key
from goodstanding.rules.catalogue.model import Ground
from goodstanding.rules.correction.correct import Before, Correction, correct
from goodstanding.rules.designation.propose import record_refusals
from goodstanding.rules.evolve import evolve
from goodstanding.rules.receiving import key_of, record_entered
from goodstanding.rules.record_cells import written
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Rejected
from goodstanding.rules.records import judge_row
from goodstanding.rules.states import Record
from tests.rules.correction.world import LAW, NAME, recorded
from tests.rules.penalty_rows import commitment

TODAY = date(2026, 6, 1)
UNDECIDED = {"DOCUMENT": "", "DECIDED_ON": "/", "BASIS": "无"}
EXEMPLAR: Ground = LAW.rulebook.ground("exemplar/recognised")


def judged(**changed: str):
    row = commitment(1, **{f"CM_{name}": text for name, text in changed.items()})
    return judge_row(row, kind="commitment", row=7, rulebook=LAW.rulebook, today=TODAY)


def entered(**changed: str):
    row = judged(**changed)
    assert isinstance(row, Accepted), row
    return record_entered(
        row, id="r-1", digest=digest(row), department="d", batch="", law=LAW, on=TODAY
    )


@pytest.mark.parametrize(
    ("fulfilment", "adverse"), [("已履行", False), ("部分履行", False), ("未履行", True)]
)
def test_only_a_broken_one_speaks_against_and_none_is_public(fulfilment, adverse):
    made = entered(FULFILMENT=fulfilment)
    effect = made.effect
    assert (effect.adverse, effect.public_from, effect.public_until) == (adverse, None, None)
    said = {name: made.content[name] for name in ("made_on", "due_on", "fulfilment")}
    assert said == {"made_on": "2026-01-05", "due_on": "2026-02-04", "fulfilment": fulfilment}


@pytest.mark.parametrize(
    ("fulfilment", "taken"), [("已履行", True), ("部分履行", True), ("未履行", False)]
)
def test_only_a_decision_that_speaks_against_must_cite_its_basis(fulfilment, taken):
    found = judged(FULFILMENT=fulfilment, BASIS="")
    assert isinstance(found, Accepted if taken else Rejected)
    if taken:
        assert found.is_record
        assert found.fields.basis_readable
        assert not found.warnings


@pytest.mark.parametrize("fulfilment", ["已履行", "部分履行", "未履行"])
def test_without_a_decision_it_is_kept_beside_and_found_again_by_its_decision(fulfilment):
    row = judged(FULFILMENT=fulfilment, **UNDECIDED)
    assert (row.is_record, row.document) == (False, "")
    made = put_aside(
        row, id="k-1", digest=digest(row), department="d", batch="b", law=LAW, on=TODAY
    )
    assert isinstance(made.effect, OutcomeKept)
    # Twelve months of the pack from the finding, 2026-02-27.
    assert made.effect.last_day == date(2027, 2, 26)
    assert undecided_key(judged(FULFILMENT=fulfilment)) == key_of(row)


@pytest.mark.parametrize(
    ("changed", "column", "problem"),
    [
        ({"DOCUMENT": ""}, "DOCUMENT", "ValueMissing"),
        ({"DECIDED_ON": "/"}, "DECIDED_ON", "ValueMissing"),
        ({"HAPPENED_ON": ""}, "HAPPENED_ON", "ValueMissing"),
        ({"HAPPENED_ON": "2026-03-03"}, "HAPPENED_ON", "AfterTheDecision"),
        ({"HAPPENED_ON": "2026-01-04"}, "HAPPENED_ON", "FoundBeforeMade"),
        ({"MADE_ON": "昨天"}, "MADE_ON", "DateNotRead"),
        ({"MADE_ON": ""}, "MADE_ON", "ValueMissing"),
        ({"DUE_ON": "2026-01-04"}, "DUE_ON", "FoundBeforeMade"),
        ({"KIND": ""}, "KIND", "ValueMissing"),
        ({"KIND": "口头"}, "KIND", "ChoiceNeeded"),
        ({"FULFILMENT": "履行中"}, "FULFILMENT", "ChoiceNeeded"),
        ({"FACTS": ""}, "FACTS", "ValueMissing"),
    ],
)
@pytest.mark.parametrize("end", [{}, {"FULFILMENT": "已履行"}])
def test_what_is_wrong_is_told_in_its_column(changed, column, problem, end):
    found = judged(**{**end, **changed})
    assert isinstance(found, Rejected), found
    assert (f"CM_{column}", problem) in {(p.column, p.code) for p in found.problems}


@pytest.mark.parametrize(
    ("due", "told"), [("2026-02-26", False), ("2026-02-27", True), ("2026-12-31", True)]
)
def test_found_broken_before_it_was_due_is_looked_at_twice(due, told):
    codes = {each.code for each in judged(DUE_ON=due).warnings}
    assert ("FoundBeforeDue" in codes) is told
    assert not judged(DUE_ON=due, FULFILMENT="已履行").warnings


@pytest.mark.parametrize("changed", [{}, UNDECIDED, {"DUE_ON": ""}])
def test_written_and_read_again_it_is_the_same(changed):
    row = judged(**changed)
    again = judge_row(written(row), kind="commitment", row=7, rulebook=LAW.rulebook, today=TODAY)
    assert digest(again) == digest(row)


def test_a_correction_turns_it_and_an_advantage_rests_only_on_what_was_done_well():
    made = entered()
    record = evolve(None, recorded(made, position=1))
    assert isinstance(record, Record)
    assert [each.code for each in record_refusals(record, EXEMPLAR)] == ["SpeaksAgainst"]
    before = Before(record=record, content=made.content, name=NAME)
    for fulfilment, adverse in ("已履行", False), ("未履行", True):
        correction = Correction(values={"履行结果": fulfilment}, reasons="核对有误")
        (act,) = correct(
            before, correction, holder_of=lambda _: None, hindering=[], law=LAW, on=TODAY
        )
        record = evolve(before.record, recorded(act, position=2))
        assert record.adverse is adverse
        assert bool(record_refusals(record, EXEMPLAR)) is adverse
        before = Before(record=record, content=act.content, name=NAME)
