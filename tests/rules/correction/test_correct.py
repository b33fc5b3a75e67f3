"""What a correction may change, what it is refused for, and what follows from it."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules import codec
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.record import RecordCorrected, RecordCorrectedV1
from goodstanding.rules.correction.history import corrections
from goodstanding.rules.correction.restate import correctable, held_cells
from goodstanding.rules.errors import Refused
from goodstanding.rules.receiving import record_entered
from goodstanding.rules.record_cells import PARTY, SOURCES
from goodstanding.rules.record_digest import digest
from goodstanding.rules.records import judge_row
from goodstanding.rules.states import Withdrawal
from tests.rules.correction.world import (
    CODE,
    DECIDED,
    LAW,
    TODAY,
    corrected,
    entered,
    fold,
    recorded,
)
from tests.rules.penalty_rows import (
    SOURCE,
    abnormal,
    contract,
    default,
    honour,
    identity_number,
    licence,
    listing,
    outcome,
    penalty,
)

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text())
DONE = [case for case in CASES if "refused" not in case]
REFUSED = [case for case in CASES if "refused" in case]


def _values(case):
    return {name: str(text) for name, text in case["values"].items()}


def codes(act, values, **more) -> list[str]:
    with pytest.raises(Refused) as refused:
        corrected(act, values, **more)
    return sorted(each.code for each in refused.value.refusals)


@pytest.mark.parametrize("case", DONE, ids=lambda case: case["title"])
def test_a_correction(case):
    act = entered()
    before, after = fold(act), fold(act, corrected(act, _values(case)))
    assert after.document == case.get("document", before.document)
    assert after.decided_on == case.get("decided on", DECIDED)
    assert (after.public_until is not None) is case.get("public", True)
    period = (before.public_from, before.public_until, before.publication)
    moved = (after.public_from, after.public_until, after.publication) != period
    assert moved is case["moves the period"]
    assert [version.number for version in after.versions] == [1, 2]
    assert after.version.digest != before.version.digest
    assert (after.organisation, after.record_kind) == (before.organisation, before.record_kind)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["title"])
def test_a_correction_that_is_refused(case):
    more = {"reasons": case["reasons"]} if "reasons" in case else {}
    assert codes(entered(), _values(case), **more) == sorted(case["refused"])


def test_the_period_is_counted_from_the_right_day():
    """A year from the decision, to the day before: the pack's term for penalties."""
    act = entered()
    first = fold(act).public_until
    earlier = fold(act, corrected(act, {"CF_JDRQ": "2025-12-01"})).public_until
    assert first == date(2027, 2, 28)
    assert earlier == date(2026, 11, 30)


def test_an_identity_number_in_a_value_is_refused_and_not_repeated():
    number = identity_number()
    with pytest.raises(Refused) as refused:
        corrected(entered(), {"CF_SY": f"负责人 {number}"})
    assert [each.code for each in refused.value.refusals] == ["IdentityNumberInCell"]
    assert number not in str(refused.value)


def test_what_was_taken_back_is_not_corrected():
    act = entered()
    gone = Withdrawal(on=TODAY, as_wrong=False, reason="later", position=2)
    record = replace(fold(act), withdrawn=gone)
    assert codes(act, {"CF_WSH": "岚9号"}, record=record) == ["CorrectionTooLate"]


def test_a_record_past_its_last_public_day_is_still_corrected():
    """A day typed years too early is itself why it ended: that is what has to be put right."""
    act = entered(penalty(1, CF_JDRQ="2016-03-01", CF_GSJZQ=""))
    before, after = fold(act), fold(act, corrected(act, {"CF_JDRQ": "2026-03-01"}))
    assert before.public_until < TODAY < after.public_until


def test_the_document_of_another_standing_record_is_refused():
    key = fold(entered()).natural_key.replace("1号", "9号")
    taken = {key: "r-9"}
    values = {"CF_WSH": "岚市监处罚〔2026〕9号"}
    assert codes(entered(), values, holder_of=taken.get) == ["AnotherRecordHasIt"]
    assert codes(entered(), {}, holder_of=lambda key: "r-1") == ["NothingCorrected"]


def test_brackets_of_the_document_alone_are_a_correction_with_the_same_key():
    act = entered()
    after = fold(act, corrected(act, {"CF_WSH": "岚市监处罚[2026]1号"}))
    assert after.document == "岚市监处罚[2026]1号"
    assert after.natural_key == fold(act).natural_key


def test_a_version_read_before_another_correction_is_refused():
    assert codes(entered(), {"CF_WSH": "岚9号"}, version=2) == ["CorrectedMeanwhile"]
    corrected(entered(), {"CF_WSH": "岚9号"}, version=1)


def test_a_corrected_record_is_the_row_that_a_right_file_would_have_brought():
    """So the same file sent again is a duplicate, and the wrong one a conflict."""
    act = entered()
    after = fold(act, corrected(act, {"CF_WSH": "岚市监处罚〔2026〕9号", "CF_NR_FK": "0.7"}))
    row = penalty(
        1,
        CF_WSH="岚市监处罚〔2026〕9号",
        CF_NR_FK="0.7",
        CF_JDRQ=DECIDED.isoformat(),
        CF_GSJZQ="",
    )
    right = judge_row(row, kind="penalty", row=1, rulebook=LAW.rulebook, today=TODAY)
    assert after.version.digest == digest(right)


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("penalty", penalty(1)),
        ("enforcement-default", default(1)),
        ("licence", licence(1)),
        ("abnormal-operation", abnormal(1)),
        ("severe-listing", listing(1)),
        ("honour", honour(1)),
        ("contract-performance", contract(1)),
        ("inspection-result", outcome(1)),
    ],
)
def test_the_row_of_a_record_is_restated_whole(kind, row):
    today = date(2026, 4, 1)
    verdict = judge_row(row, kind=kind, row=7, rulebook=LAW.rulebook, today=today)
    made = record_entered(
        verdict,
        id="r-1",
        digest=digest(verdict),
        department="d",
        batch="",
        law=LAW,
        on=today,
    )
    act = recorded(made, position=1)
    cells = held_cells(fold(act), act.content, name="")
    again = judge_row(cells, kind=kind, row=7, rulebook=LAW.rulebook, today=today)
    assert digest(again) == digest(verdict)
    subject = {code for code, name in SOURCES[kind].items() if name in PARTY}
    names = {column.code for column in correctable(kind)}
    assert names == set(SOURCES[kind]) - subject
    assert len(subject) == 2


def test_a_row_not_kept_whole_is_completed_by_its_correction():
    """Entered before rows were kept whole: what is missing is asked for, by its column."""
    act = entered()
    bare = replace(
        act,
        content={
            "facts": "事实",
            "conduct": "行为",
            "penalty": "罚款",
            "basis": "《食品安全法》第一条",
        },
    )
    with pytest.raises(Refused) as refused:
        corrected(bare, {"CF_WSH": "岚9号"})
    columns = {each.fields["column"] for each in refused.value.refusals}
    assert columns == {"CF_CFLB", "CF_YXQ", "CF_SJLY", "CF_SJLYDM"}
    more = {
        "CF_CFLB": "罚款",
        "CF_NR_FK": "1",
        "CF_YXQ": "长期",
        "CF_SJLY": "局",
        "CF_SJLYDM": SOURCE,
    }
    assert fold(bare, corrected(bare, {"CF_WSH": "岚9号", **more})).document == "岚9号"


def test_who_copied_what_is_public_no_more_is_told_to_drop_it():
    act = entered()
    warned = corrected(act, {"CF_CFLB": "警告", "CF_NR_FK": "", "CF_NR_WFFF": ""})
    assert isinstance(warned.effect, RecordCorrected)
    assert warned.effect.copies_until == fold(act).public_until
    still = corrected(act, {"CF_SY": "另有事实。"})
    assert isinstance(still.effect, RecordCorrected)
    assert still.effect.copies_until is None


def test_before_and_after_of_every_correction():
    act = entered()
    first = corrected(act, {"CF_WSH": "岚9号", "CF_NR_FK": "0.6"}, reasons="一")
    told = corrections([act, first])
    assert [(each.on, each.reasons) for each in told] == [(TODAY, "一")]
    assert {(c.name, c.before, c.after) for c in told[0].changed} == {
        ("document", "岚市监处罚〔2026〕1号", "岚9号"),
        ("fine", "0.5", "0.6"),
    }


def test_a_correction_of_the_first_version_is_still_folded_and_told():
    act = entered()
    effect = RecordCorrectedV1(
        document="岚9号", decided_on=DECIDED, digest="d", public_until=date(2027, 1, 1)
    )
    old = recorded(replace_decided(act, effect), position=2)
    assert fold(act, old).document == "岚9号"
    assert fold(act, old).authority == fold(act).authority
    assert [c.name for c in corrections([act, old])[0].changed] == ["document"]
    assert codec.kind_of(effect) == "record-corrected/1"


def replace_decided(act, effect):
    return Decided(stream=CODE, aggregate=act.header.aggregate, effective_on=TODAY, effect=effect)
