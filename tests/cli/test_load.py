"""A file that is entered while it is judged: the same verdicts, part by part, and it resumes."""

import pytest

from goodstanding.files.writing import csv_bytes
from goodstanding.flow import load as loading
from goodstanding.flow import pace
from goodstanding.intake.models import Batch, RowOutcome
from goodstanding.publication.models import Entry
from tests.rules.penalty_rows import code, identity_number, penalty
from tests.rules.registration_rows import cells as registered
from tests.stories.penalty_file import ACCEPTED, DUPLICATES, QUARANTINED, REJECTED, story_workbook

KIND = ("--kind", "penalty", "--department", "market-regulation", "--json")


@pytest.fixture
def parts_of_three(monkeypatch):
    monkeypatch.setattr(loading, "CHUNK", 3)


def test_every_row_has_the_verdict_it_has_in_one_go(register, parts_of_three, tmp_path):
    file = tmp_path / "penalties.xlsx"
    file.write_bytes(story_workbook())
    done = register("load", file, *KIND)
    told = done.document
    assert done.status == 3
    assert (told["accepted"], told["duplicates"]) == (ACCEPTED, DUPLICATES)
    assert (told["rejected"], told["quarantined"]) == (REJECTED, QUARANTINED)
    assert RowOutcome.objects.exclude(state="accepted").count() == told["read"] - ACCEPTED
    assert identity_number() not in str(list(RowOutcome.objects.values())) + done.out + done.err
    assert register("rebuild", "--verify", "--json").document["differences"] == 0
    assert register("verify", "--json").status == 0


def test_what_was_stopped_continues_after_its_last_row(
    register, parts_of_three, tmp_path, monkeypatch
):
    rows = [penalty(each) for each in range(71, 79)]
    # Twice in different parts: a duplicate, and a document that says something else.
    rows += [rows[0], rows[1] | {"CF_NR_FK": "3"}]
    file = tmp_path / "penalties.csv"
    file.write_bytes(csv_bytes(rows, list(rows[0])))
    with monkeypatch.context() as stopped:
        stopped.setattr(loading, "note_outcomes", _fail_at(2))
        assert register("load", file, *KIND).status != 0
    batch = Batch.objects.get()
    assert (batch.read, batch.last_row, batch.finished_at) == (3, 4, None)
    told = register("load", file, *KIND).document
    assert told["batch"] == batch.id
    assert (told["accepted"], told["duplicates"], told["rejected"]) == (8, 1, 1)
    # Ids ascend with the rows, so that indexes grow at their end.
    numbers = Entry.objects.filter(batch=batch.id).order_by("record").values_list("row", flat=True)
    assert list(numbers) == list(range(2, 10))


def test_while_somebody_waits_the_pieces_are_smaller(
    register, parts_of_three, tmp_path, monkeypatch
):
    monkeypatch.setattr(loading, "awaited", lambda: True)
    monkeypatch.setattr(pace, "CHUNK", 3)
    monkeypatch.setattr(pace, "FEWEST", 1)
    rows = [penalty(each) for each in range(71, 79)]
    file, told = tmp_path / "penalties.csv", []
    file.write_bytes(csv_bytes(rows, list(rows[0])))
    monkeypatch.setattr(loading, "read_until", lambda *, batch, row: told.append(row))
    assert register("load", file, *KIND).document["accepted"] == 8
    # The first transaction has three rows; every later one has one.
    assert told == [4, 5, 6, 7, 8, 9]


def test_a_file_that_is_not_one_enters_nothing(register, tmp_path):
    file = tmp_path / "codes.csv"
    file.write_text(f"统一社会信用代码,别的\n{code(1)},x\n")
    assert register("load", file, *KIND).status == 1
    assert not Batch.objects.exists()


def test_base_registration_tells_of_organisations_and_makes_no_records(register, tmp_path):
    rows = [registered(of=letter, name=name) for letter, name in (("A", "jia"), ("B", "yi"))]
    file = tmp_path / "registration.csv"
    file.write_bytes(csv_bytes(rows, list(rows[0])))
    told = register("load", file, "--kind", "registration", *KIND[2:]).document
    assert (told["accepted"], told["rejected"], Entry.objects.count()) == (2, 0, 0)


def _fail_at(part):
    noted, left = loading.note_outcomes, [part]

    def note(**given):
        left[0] -= 1
        if not left[0]:
            raise OSError("the machine stops")
        noted(**given)

    return note
