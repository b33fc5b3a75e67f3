"""A version is tried out on the register from the command line, before anybody approves it."""

import shutil
from datetime import date

import pytest

from goodstanding.flow import enquire, legislate
from goodstanding.flow.answers import Question
from goodstanding.rules.actors import Role
from tests.cli.running import ROOT
from tests.flow.drafting import BORIS, FIRST, call
from tests.flow.listing import AWAY, GROUND, LISTED, listed, officer
from tests.rules.penalty_rows import code


@pytest.fixture
def pack(register, tmp_path):
    """A version with shorter terms of one field, over a register with one organisation listed."""
    listed()
    folder = tmp_path / "pack"
    shutil.copytree(ROOT / "rulebook" / "packs" / "dongguan-2018", folder)
    head = folder / "pack.yaml"
    head.write_text(
        head.read_text().replace("2018.1", "2099.1").replace("2018-02-11", "2099-01-01")
    )
    return folder


def shortened(folder, first):
    fields = folder / "fields" / "wage-arrears.yaml"
    fields.write_text(fields.read_text().replace("months: 36", "months: 24"))
    head = folder / "pack.yaml"
    head.write_text(head.read_text().replace("2099-01-01", first.isoformat()))


def test_the_same_law_changes_nothing(register, pack):
    done = register("rulebook", "simulate", "dongguan-2018", "--json")
    assert (done.status, done.document["changes"]) == (0, [])
    assert done.document["organisations"] == 1
    assert "Nothing changes." in register("rulebook", "simulate", pack).out


def test_what_a_version_would_change_is_counted_with_examples(register, pack):
    shortened(pack, FIRST)
    told = register("rulebook", "simulate", pack, "--examples", "1", "--json").document
    assert (told["affected"], told["on"], told["new"]["version"]) == (1, "2021-06-01", "2099.1")
    assert told["before"]["version"] == "2018.1"
    kinds = {each["kind"]: each for each in told["changes"]}
    assert kinds["value-re-resolved"]["count"] == told["acts"] == 13
    assert all(len(each["examples"]) == 1 for each in kinds.values())
    assert f"grounds/{GROUND}" in {each["rule"] for each in kinds["value-re-resolved"]["rules"]}
    words = register("rulebook", "simulate", pack, "--on", LISTED).out
    assert "1 of 1 organisations, 13 acts" in words
    assert f"1 by grounds/{GROUND}: term-shorter" in words
    assert "2024-03-02 → 2023-03-02" in words


def test_past_checks_are_asked_again_and_told_with_rule_and_article(register, pack):
    shortened(pack, FIRST)
    question = Question(code=code(1), procedure="tender", on=date(2023, 6, 1))
    enquire.ask(officer(Role.OFFICER, LISTED, AWAY), question)
    since = ("--since", LISTED)
    told = register("rulebook", "simulate", pack, *since, "--json").document["checks"]
    assert (told["checks"], told["stricter"], told["more_favourable"]) == (1, 0, 1)
    (way,) = told["flips"]
    assert (way["was"], way["now"], way["count"]) == ("restricted", "clear", 1)
    assert way["examples"][0]["differing"]["rule"] == f"grounds/{GROUND}"
    words = register("rulebook", "simulate", pack, *since).out
    assert "restricted → clear: 1 (more-favourable)" in words
    assert "wage-payment" in words
    assert (
        register("rulebook", "simulate", pack, "--no-checks", "--json").document["checks"] is None
    )


def test_what_is_not_there_is_refused(register, pack):
    assert register("rulebook", "simulate", "0" * 64).status == 1
    assert register("rulebook", "simulate", pack, "--on", "soon").status == 2
    (pack / "procedures.yaml").write_text("procedures: [{id: tender}]\n")
    assert register("rulebook", "simulate", pack).status == 1


def assert_verified(register, file, digest):
    """The report is as it was signed; another byte, or another key, and it is not."""
    told = register("rulebook", "report", "verify", file, "--json").document
    assert (told["valid"], told["version"]) == (True, digest)
    other = register("rulebook", "report", "verify", file, "--key", "AAAA", "--json")
    assert other.document["refusals"][0]["code"] == "SignedByAnother"
    changed = file.with_name("changed.json")
    changed.write_text(file.read_text().replace('"affected":', '"affected" :').replace("1", "2", 1))
    assert register("rulebook", "report", "verify", changed).status == 1


def test_what_was_kept_is_compared_with_what_came(register, pack, tmp_path):
    digest = register("rulebook", "draft", pack, "--json").document["digest"]
    kept = register("rulebook", "simulate", digest, "--keep", "--json").document
    assert kept["new"]["digest"] == digest
    listed_now = register("rulebook", "list", "--json").document
    assert listed_now["drafts"][0]["reality"] is None
    to_acknowledge = legislate.unsure_of(legislate.draft_of(digest))
    seen = [part for id in to_acknowledge for part in ("--acknowledge", id)]
    file = tmp_path / "report.json"
    assert register("rulebook", "report", "make", digest, "--out", file).status == 0
    assert_verified(register, file, digest)
    assert register("rulebook", "approve", digest, *seen).status == 0
    legislate.approve(call(BORIS), digest=digest, acknowledged=to_acknowledge)
    reality = register("rulebook", "list", "--json").document["drafts"][0]["reality"]
    assert (reality["alarm"], reality["different"]) == (False, 0)
    assert "0 written, 0 differ" in register("rulebook", "list").out
