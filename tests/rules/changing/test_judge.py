"""Rows that correct or withdraw records are judged by a table, like rows that bring them."""

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules.changing.columns import (
    CHANGES,
    OWN,
    REASON,
    change_columns,
    columns_missing,
    known,
)
from goodstanding.rules.changing.judge import Held, Setting, judge_change
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.changing.sorting import asked
from goodstanding.rules.correction.correct import Before
from goodstanding.rules.judging import Duplicate
from goodstanding.rules.official_columns import COLUMNS
from goodstanding.rules.record_cells import SOURCES
from goodstanding.rules.record_types import Quarantined, Rejected
from goodstanding.rules.states import Withdrawal
from tests.rules.correction.world import (
    CODE,
    HOME,
    LAW,
    NAME,
    TODAY,
    corrected,
    entered,
    fold,
    penalty,
)
from tests.rules.penalty_rows import AUTHORITY, identity_number

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text())
REASONS = {"correction": "更正理由", "withdrawal": "撤回理由"}
KEY = {
    "记录主体统一社会信用代码": CODE,
    "记录机关统一社会信用代码": AUTHORITY,
    "记录现有文书号": penalty(1)["CF_WSH"],
}


class Register:
    """One record, and perhaps another one that has a number already."""

    def __init__(self, held: Held, *, taken: bool) -> None:
        self._held, self._taken = held, taken

    def by_id(self, record: str) -> Held | None:
        return replace(self._held) if record == "r-1" else None

    def by_keys(self, keys: list[str]) -> list[Held]:
        return [self._held] if self._held.before.record.natural_key in keys else []

    def holder_of(self, key: str) -> str | None:
        return "r-9" if self._taken else None


def held(case) -> Held:
    act = entered()
    acts = [act]
    if "corrected before" in case:
        acts.append(corrected(act, case["corrected before"]))
    record = fold(*acts)
    if case.get("withdrawn"):
        gone = Withdrawal(on=TODAY, as_wrong=True, reason="objection", position=9)
        record = replace(record, withdrawn=gone)
    content = {name: text for name, text in acts[-1].content.items() if name != "reasons"}
    before = Before(record=record, content=content, name=NAME)
    return Held(before=before, cases=1, public=case.get("public", True))


def verdict(case):
    kind, id = case["kind"], case.get("by id")
    named = KEY if id is None else {"记录编号": id}
    cells = {REASONS[kind]: "录入笔误。", **named, **case["cells"]}
    cells = {k: v.replace("{identity number}", identity_number()) for k, v in cells.items()}
    if case["cells"].get("记录编号") == "r-other":
        cells["记录编号"], cells["记录现有文书号"] = "r-1", "岚市监处罚〔2026〕7号"
    setting = Setting(
        kind=kind,
        department=case.get("department", HOME),
        register=Register(held(case), taken=case.get("taken", False)),
        law=LAW,
        on=TODAY,
    )
    return judge_change(asked(cells, {}, kind=kind, row=4), setting)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_row(case):
    found = verdict(case)
    match found:
        case ChangeRow():
            told = {
                "change": found.values,
                "differs": sorted(each.name for each in found.changed),
                "as wrong": found.as_wrong,
            }
            assert (found.row, found.record, found.version, found.cases) == (4, "r-1", 1, 1)
        case Duplicate():
            told = {"duplicate": True}
        case Rejected():
            told = {"problems": sorted({each.code for each in found.problems})}
        case Quarantined():
            told = {"quarantined": found.code}
            assert identity_number() not in repr(found)
        case _:
            told = {"empty": True}
    outcomes = ("change", "differs", "as wrong", "duplicate", "problems", "quarantined", "empty")
    wanted = {key: case[key] for key in outcomes if key in case}
    assert {key: told.get(key) for key in wanted} == wanted
    assert wanted


def test_a_rejected_row_is_shown_again_with_its_own_headers_and_no_person():
    cells = {"法定代表人": "某某某", "CF_NR_FK": "0.6", "说明": "与记录无关"}
    found = verdict({"kind": "correction", "department": "tax", "cells": cells})
    assert found.echo == {**KEY, "更正理由": "录入笔误。", "CF_NR_FK": "0.6"}


@pytest.mark.parametrize("kind", CHANGES)
def test_no_header_of_ours_is_that_of_a_value(kind):
    own = {column.title for column in OWN[kind] if column.code.startswith("RC_")}
    values = {name for columns in COLUMNS.values() for c in columns for name in (c.title, c.code)}
    assert not own & values


@pytest.mark.parametrize("of", SOURCES)
def test_the_template_of_a_kind_has_what_a_file_needs_and_is_known(of):
    titles = [column.title for column in change_columns("correction", of=of)]
    assert columns_missing(titles, kind="correction") == []
    assert all(known(title, kind="correction") for title in titles)
    assert not known("行政处罚决定书文号", kind="withdrawal")


def test_an_id_stands_for_the_three_columns_and_the_reason_for_nothing():
    assert columns_missing(["记录编号", "更正理由"], kind="correction") == []
    missing = columns_missing(["记录主体统一社会信用代码"], kind="correction")
    assert [each.fields["column"] for each in missing] == [
        "记录机关统一社会信用代码",
        "记录现有文书号",
        "更正理由",
    ]
    assert REASON in {column.code for column in OWN["correction"] if column.required}
