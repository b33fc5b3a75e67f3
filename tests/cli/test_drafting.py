"""The law of a register in use changes from the command line: drafted, approved, listed."""

import shutil

import pytest

from goodstanding.flow import legislate
from tests.cli.running import ROOT
from tests.flow.drafting import BORIS, call
from tests.rules.penalty_rows import code


@pytest.fixture
def pack(register, tmp_path):
    """A later version of the pack as a folder; the register has answered a check already."""
    folder = tmp_path / "pack"
    shutil.copytree(ROOT / "rulebook" / "packs" / "dongguan-2018", folder)
    head = folder / "pack.yaml"
    head.write_text(
        head.read_text().replace("2018.1", "2999.1").replace("2018-02-11", "2099-01-01")
    )
    register("check", code(1), "tender")
    return folder


def test_a_version_is_drafted_approved_and_listed(register, pack):
    drafted = register("rulebook", "draft", pack, "--json").document
    assert (drafted["state"], drafted["in_force_from"]) == ("waiting", "2099-01-01")
    without = register("rulebook", "approve", drafted["digest"], "--json")
    assert without.status == 1
    assert [each["code"] for each in without.document["refusals"]] == [
        "UnsureNotAcknowledged",
        "ReportMissing",
    ]
    report = register("rulebook", "report", "make", drafted["digest"], "--json").document["report"]
    seen = [part for id in drafted["to_acknowledge"] for part in ("--acknowledge", id)]
    approved = register("rulebook", "approve", drafted["digest"], *seen, "--json").document
    assert (approved["state"], len(approved["approvals"])) == ("waiting", 1)
    assert approved["approvals"][0]["report"] == report
    again = register("rulebook", "approve", drafted["digest"], *seen, "--json")
    assert (again.status, again.document["refusals"][0]["code"]) == (1, "SamePersonTwice")
    legislate.approve(call(BORIS), digest=drafted["digest"], acknowledged=drafted["to_acknowledge"])
    listed = register("rulebook", "list", "--json").document
    assert [each["state"] for each in listed["drafts"]] == ["approved"]
    assert listed["versions"][-1]["digest"] == drafted["digest"]
    assert "approved: dongguan-2018 2999.1" in register("rulebook", "list").out


def test_a_broken_pack_is_refused_whole_with_file_line_and_cure(register, pack):
    (pack / "procedures.yaml").write_text("procedures: [{id: tender}]\n")
    done = register("rulebook", "draft", pack, "--json")
    assert done.status == 1
    assert "FieldMissing" in {each["code"] for each in done.document["refusals"]}
    assert "procedures.yaml" in done.err
    assert register("rulebook", "list", "--json").document["drafts"] == []


def test_a_draft_is_withdrawn(register, pack):
    digest = register("rulebook", "draft", pack, "--json").document["digest"]
    assert register("rulebook", "withdraw", digest, "--json").document["state"] == "withdrawn"
    assert register("rulebook", "withdraw", "0" * 64, "--json").status == 1


def test_two_versions_are_compared_rule_by_rule(register, pack):
    fields = pack / "fields" / "wage-arrears.yaml"
    fields.write_text(fields.read_text().replace("months: 36", "months: 24"))
    digest = register("rulebook", "draft", pack, "--json").document["digest"]
    told = register("rulebook", "diff", "dongguan-2018", digest, "--json").document
    assert told["new"]["version"] == "2999.1"
    assert "grounds" in {each["section"] for each in told["rules"]}
    assert {each["how"] for each in told["rules"]} == {"changed"}
    zh = register("rulebook", "diff", "dongguan-2018", pack, "--markdown")
    assert "| 最长期限 | 36 个月 | 24 个月 |" in zh.out
    en = register(
        "rulebook", "diff", "dongguan-2018", digest[:12], "--markdown", "--language", "en"
    )
    assert "| Longest term | 36 months | 24 months |" in en.out
    assert register("rulebook", "diff", "dongguan-2018", "0" * 64).status == 1
