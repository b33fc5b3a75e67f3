"""The commands that work on a register, from a file of penalties to a restored backup."""

import csv

import pytest

from goodstanding.database import scratch
from goodstanding.files.writing import csv_bytes
from tests.rules.penalty_rows import code, identity_number, penalty
from tests.stories.penalty_file import ACCEPTED, DUPLICATES, QUARANTINED, REJECTED, story_workbook


@pytest.fixture
def penalties(tmp_path):
    """The story's file: good rows and one of each kind of bad one."""
    file = tmp_path / "penalties.xlsx"
    file.write_bytes(story_workbook())
    return file


def intake(register, file, *more):
    kind = ("--kind", "penalty", "--department", "market-regulation", "--json")
    return register("intake", file, *kind, *more)


def test_every_row_of_a_file_is_accounted_for(register, penalties, tmp_path):
    report = tmp_path / "report.xlsx"
    done = intake(register, penalties, "--report", report)
    told = done.document
    assert done.status == 3
    assert told["accepted"] == ACCEPTED
    assert told["duplicates"] == DUPLICATES
    assert told["rejected"] == REJECTED
    assert told["quarantined"] == QUARANTINED
    assert told["read"] == ACCEPTED + DUPLICATES + REJECTED + QUARANTINED
    assert {"row", "column", "code", "sentence"} == set(told["problems"][0])
    assert identity_number().encode() not in report.read_bytes()
    assert identity_number() not in done.out + done.err


def test_what_to_look_at_twice_is_told_beside_the_problems(register, tmp_path):
    file = tmp_path / "penalties.csv"
    rows = [penalty(61, CF_SY="法定代表人王建国，未到场。", CF_YJ="见决定书"), penalty(62)]
    file.write_bytes(csv_bytes(rows, list(rows[0])))
    told = intake(register, file, "--dry-run").document
    assert (told["accepted"], told["problems"]) == (2, [])
    assert [(each["row"], each["column"], each["code"]) for each in told["warnings"]] == [
        (2, "CF_SY", "TextMasked"),
        (2, "CF_YJ", "BasisNotRead"),
    ]
    kind = ("--kind", "penalty", "--department", "market-regulation")
    words = register("intake", file, *kind)
    assert words.status == 0
    assert "accepted 2 (1 with a remark)" in words.out
    assert "row 2 CF_SY: TextMasked" in words.out
    assert "王" not in words.out


def test_a_dry_run_keeps_nothing_and_a_second_time_is_duplicates(register, penalties):
    assert intake(register, penalties, "--dry-run").document["batch"] is None
    assert register("standing", code(1), "--json").document["known"] is False
    intake(register, penalties)
    assert register("standing", code(1), "--json").document["known"] is True
    again = intake(register, penalties).document
    assert (again["accepted"], again["duplicates"]) == (0, ACCEPTED + DUPLICATES)


def test_a_check_leaves_a_receipt_and_says_what_it_rests_on(register):
    told = register("check", code(1), "tender", "--json").document
    assert (told["answer"], told["act_as"], told["known"]) == ("clear", "clear", False)
    assert told["receipt"]
    assert told["position"] == 2
    as_known = register("check", code(1), "tender", "--known-at", "@2", "--json").document
    assert as_known["receipt"] is None


def test_as_known_is_for_oversight(register):
    done = register("check", code(1), "tender", "--known-at", "@2", "--department", "tax", "--json")
    assert done.status == 1
    assert done.document["refusals"][0]["code"] == "RoleMissing"


def test_refusals_are_listed_with_their_codes(register):
    done = register("check", code(1), "no-such-procedure")
    assert done.status == 1
    assert done.err.startswith("ProcedureUnknown: ")
    assert register("check", "1234", "tender", "--json").document == {
        "refusals": [
            {
                "code": "LengthWrong",
                "sentence": "A unified social credit code has 18 characters; this has 4.",
            }
        ]
    }


@pytest.mark.parametrize("text", ["{codes}", "code\n{codes}", "name,统一社会信用代码\n{pairs}"])
def test_a_file_of_codes_is_screened(register, tmp_path, text):
    codes = [code(1), code(2), "1234"]
    file, out = tmp_path / "codes.csv", tmp_path / "out.csv"
    file.write_text(
        text.format(codes="\n".join(codes), pairs="\n".join(f"x,{each}" for each in codes))
    )
    done = register("screen", file, "tender", "--out", out, "--json")
    assert done.status == 3
    assert done.document["answered"] == 2
    assert done.document["refused"] == 1
    with out.open(encoding="utf-8-sig") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["answer"] for row in rows] == ["clear", "clear", ""]
    assert rows[2]["problem"].startswith("LengthWrong")


def test_an_official_workbook_is_screened_by_its_code_column(register, penalties):
    done = register("screen", penalties, "tender", "--json")
    assert done.document["rows"][0]["code"] == code(1)
    assert identity_number() not in done.out + done.err


def test_rebuild_and_verify_find_nothing(register, penalties):
    intake(register, penalties)
    rebuilt = register("rebuild", "--verify", "--json")
    assert (rebuilt.status, rebuilt.document["differences"]) == (0, 0)
    verified = register("verify", "--json")
    assert (verified.status, verified.document["findings"]) == (0, [])


def test_a_backup_is_restored_to_the_same_head(
    register, penalties, tmp_path, postgres, template, monkeypatch
):
    intake(register, penalties)
    made = register("backup", tmp_path / "register.backup", "--json").document
    with scratch.on_a_copy(postgres, template) as other:
        for name, value in other.environment.items():
            monkeypatch.setenv(name, value)
        restored = register("restore", tmp_path / "register.backup", "--json").document
        assert restored == made
        again = register("restore", tmp_path / "register.backup")
        assert (again.status, again.err.split(":")[0]) == (1, "RegisterNotEmpty")


def test_a_database_without_tables_says_what_to_do(shell, postgres, monkeypatch):
    mine = scratch.copy(postgres, "template0", "test_bare")
    try:
        for name, value in mine.environment.items():
            monkeypatch.setenv(name, value)
        done = shell("verify", "--json")
        assert (done.status, done.document["refusals"][0]["code"]) == (1, "RegisterNotMigrated")
    finally:
        scratch.drop(postgres, mine.name)
