"""Every file of the folder gets its report: refused by name, or every row accounted for."""

from collections import Counter
from datetime import date
from types import MappingProxyType, SimpleNamespace

import pytest

from goodstanding.files.reading import read
from goodstanding.files.report import ReportRow, report_bytes
from goodstanding.flow import judge_file as door
from goodstanding.rules.errors import Refused
from goodstanding.rules.judging import Judged
from goodstanding.rules.official_columns import COLUMNS
from goodstanding.rules.row_report import columns_to_show, rows_to_mend
from tests.files.hostile import FOLDER
from tests.rules.intake_rules import Rules

TODAY = date(2026, 6, 1)


class Rulebook(Rules):
    """Takes files of every kind there are columns for."""

    kinds = frozenset(COLUMNS)
    departments = parameters = MappingProxyType({})


RULEBOOK = Rulebook()


@pytest.fixture(autouse=True)
def law(monkeypatch):
    """The small rulebook; no database is asked, so nothing can be half-written."""
    monkeypatch.setattr(door, "law_on", lambda **_: SimpleNamespace(rulebook=RULEBOOK))


def judged(file) -> door.JudgedFile:
    return door.judge_file(SimpleNamespace(on=TODAY), kind=file.kind, data=file.make())


def report(file) -> str:
    try:
        found = judged(file).judged
    except Refused as refused:
        assert all(len(refusal.sentence) > 20 for refusal in refused.refusals)
        return " ".join(refused.codes)
    return " ".join([_counts(found), *sorted({problem.code for _, problem in found.problems()})])


def _counts(found: Judged) -> str:
    parts = (found.accepted, found.duplicates, found.rejected, found.quarantined)
    assert found.read == sum(map(len, parts))
    assert len({row.row for part in parts for row in part}) == found.read
    return "/".join(str(len(part)) for part in parts)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("file", FOLDER, ids=lambda file: file.name)
def test_each_file_gets_its_report(file):
    assert report(file) == file.expected


def test_the_folder_is_large_and_no_name_is_there_twice():
    assert len(FOLDER) >= 80
    assert Counter(file.name for file in FOLDER).most_common(1)[0][1] == 1


@pytest.mark.parametrize("name", ["real-dates.xlsx", "since-1904.xlsx", "date-as-number.csv"])
def test_a_day_is_the_day_that_was_meant(name):
    (file,) = (each for each in FOLDER if each.name == name)
    assert {row.decided_on for row in judged(file).judged.accepted} == {date(2026, 3, 2)}


@pytest.mark.parametrize(
    "file", [each for each in FOLDER if "/" in each.expected], ids=lambda file: file.name
)
def test_what_goes_back_says_every_row_and_can_be_sent_again(file):
    found = judged(file)
    rows = list(rows_to_mend(found.judged))
    assert len(rows) == len(found.judged.rejected) + len(found.judged.quarantined)
    shown = columns_to_show(found.judged, found.columns, kind=file.kind)
    back = report_bytes((_report_row(row) for row in rows), shown)
    assert len(list(read(back).rows)) == len(rows)


def _report_row(row) -> ReportRow:
    return ReportRow(
        number=row.number, cells=row.cells, problem=row.problem, cure=row.cure, codes=row.codes
    )
