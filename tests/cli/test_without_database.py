"""What needs no database: codes, working days, templates, packs; and how any command fails."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from openpyxl import load_workbook

from goodstanding.cli import codes
from tests.cli.running import ROOT
from tests.rules.penalty_rows import code, identity_number, wrong_check


def test_a_valid_code_is_told_with_its_class(shell):
    done = shell("code", code(1), "--json")
    assert (done.status, done.err) == (0, "")
    assert done.document["valid"] is True
    assert done.document["class"] == "enterprise"
    assert done.document["problems"] == []


def test_every_problem_of_a_code_is_told(shell):
    done = shell("code", wrong_check(1), "--json")
    assert done.status == 1
    assert [each["code"] for each in done.document["problems"]] == ["CheckCharacterWrong"]


def test_a_persons_number_is_never_repeated(shell):
    done = shell("code", identity_number(), "--json")
    assert identity_number() not in done.out + done.err


@pytest.mark.parametrize(
    ("start", "days", "due", "not_before"),
    [
        ("2021-03-03", 5, "2021-03-10", None),
        ("2025-09-26", 5, "2025-10-10", None),  # 28 September is worked, 1-8 October are off
        ("2026-12-28", 10, None, "2027-01-07"),
    ],
)
def test_a_term_of_working_days(shell, start, days, due, not_before):
    found = shell("workday", "due", start, str(days), "--json").document
    assert (found["due"], found["not_before"]) == (due, not_before)
    assert found["provisional"] is (due is None)


def test_working_days_between_two_days(shell):
    assert shell("workday", "between", "2021-03-03", "2021-03-10", "--json").document == {
        "working_days": 5,
        "provisional": False,
    }
    across = shell("workday", "between", "2026-12-01", "2027-02-01", "--json").document
    assert across == {"working_days": None, "provisional": True}


def test_the_template_of_a_kind(shell, tmp_path):
    out = tmp_path / "out.xlsx"
    assert shell("template", "penalty", out, "--json").document["kind"] == "penalty"
    assert load_workbook(out)["penalty"]["A1"].value == "行政相对人名称 *"


def test_the_packs_delivered_have_no_problem(shell):
    assert shell("rulebook", "lint", "--json").document["problems"] == []


def test_a_broken_pack_is_told_with_place_and_cure(shell, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(ROOT / "rulebook" / "packs" / "dongguan-2018", pack)
    (pack / "procedures.yaml").write_text("procedures: [{id: tender}]\n")
    done = shell("rulebook", "lint", pack, "--json")
    assert done.status == 1
    found = {each["code"] for each in done.document["problems"]}
    assert "FieldMissing" in found
    assert all(each["cure"] and each["file"] for each in done.document["problems"])


def test_wrong_usage_is_two(shell):
    assert shell("workday", "due", "yesterday", "5").status == 2
    assert shell("no-such-command").status == 2
    assert shell("template", "parking-ticket", "out.xlsx").status == 2


def test_what_nobody_expected_is_one_line_and_a_log(shell, monkeypatch, tmp_path):
    def broken(text):
        raise ValueError(text)

    monkeypatch.setattr(codes, "judge", broken)
    monkeypatch.setenv("GOODSTANDING_DATA", str(tmp_path))
    done = shell("code", code(7))
    assert done.status == 1
    assert "Traceback" not in done.err
    assert len(done.err.strip().splitlines()) == 1
    log = (tmp_path / "goodstanding-command.log").read_text()
    assert "ValueError" in log
    assert code(7) not in log


def test_the_module_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "goodstanding", "code", code(1), "--json"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["valid"]
