"""A text that may name somebody waits for an officer; the method errs on the side of a look."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from goodstanding.rules.masking import mask
from goodstanding.rules.names_alone import to_be_read
from goodstanding.rules.records import judge_row
from tests.rules.intake_rules import RULES
from tests.rules.penalty_rows import penalty

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "names_alone.yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_whether_an_officer_looks(case):
    sent = {"facts": case["text"]}
    kept = {"facts": mask(case["text"])}
    assert to_be_read(sent, kept) == (("facts",) if case["look"] else ())


def test_a_basis_and_the_name_of_a_list_name_nobody():
    texts = {"basis": "由黄国强签收。", "list_name": "由黄国强签收。"}
    assert to_be_read(texts, texts) == ()


def test_the_sender_is_told_and_the_row_is_accepted():
    cells = penalty(1, CF_SY="该批货物由黄国强运至仓库。")
    row = judge_row(cells, kind="penalty", row=1, rulebook=RULES, today=date(2026, 6, 1))
    assert row.to_be_read == ("facts",)
    assert [each.code for each in row.warnings] == ["TextToBeRead"]
