"""Rows of base registration as a table: what became of each, and what is known after it."""

from pathlib import Path

import pytest
import yaml

from goodstanding.rules.official_columns import template_columns
from goodstanding.rules.record_cells import written
from tests.rules.penalty_rows import identity_number
from tests.rules.registration_rows import NAMES, Registry, cells, code, judged

FILE = Path(__file__).parent / "cases" / "registration.yaml"
CASES = yaml.safe_load(FILE.read_text())
WORDS = {
    "household": code("H", "92"),
    "union": code("U", "81"),
    "social": code("S", "51"),
    "rural": code("R", "N2"),
    "institution": code("I", "12"),
    "identity": f"岚港市纸业{identity_number()}",
}


def _row(said):
    return cells(**{key: WORDS.get(text, text) for key, text in said.items()})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_what_becomes_of_a_row(case):
    registry = Registry()
    for said in case.get("known", ()):
        assert registry.take(_row(said)) == ["accepted"]
    assert registry.take(_row(case["row"]), by=case.get("by", "market-regulation")) == case["gives"]
    known = registry.known.get(code("A"))
    for key, told in TOLD.items():
        if key in case:
            assert told(known) == case[key]


TOLD = {
    "names": lambda known: [[_word(each.name), each.since] for each in known.names],
    "statuses": lambda known: [[each.status, each.since] for each in known.statuses],
    "links": lambda known: [[_letter(e.other), e.by, e.manner] for e in known.successors],
    "from": lambda known: [[_letter(e.other), e.by] for e in known.predecessors],
}


def _word(name):
    return next(word for word, each in NAMES.items() if each == name)


def _letter(found):
    return next(letter for letter in "ABCD" if code(letter) == found)


def test_both_sides_of_a_merger_know_of_it():
    registry = Registry()
    registry.take(cells(of="B", name="yi"))
    registry.take(
        cells(
            status="注销", reason="吸收合并", changed="2019-07-01", into="B", approved="2019-07-01"
        )
    )
    (link,) = registry.known[code("B")].predecessors
    assert (link.other, link.by, link.manner) == (code("A"), "merger", "absorption")
    assert registry.known[code("A")].ended_by(link.on).reason == "merger-absorption"


def test_two_rows_of_one_file_and_one_day_agree_or_contradict_each_other():
    found = judged([cells(), cells(), cells(name="yi")])
    assert (len(found.accepted), len(found.duplicates), len(found.rejected)) == (1, 1, 1)
    assert [problem.code for _, problem in found.problems()] == ["ConflictsWithRecord"]


def test_what_was_read_is_written_back_as_it_was():
    (row,) = judged([cells(former="B", code_since="2015-10-01")]).accepted
    (again,) = judged([written(row)]).accepted
    assert again.fields == row.fields


def test_the_template_asks_for_no_person():
    titles = " ".join(column.title for column in template_columns("registration"))
    assert not [word for word in ("代表人", "负责人", "股东", "经营者", "电话") if word in titles]
