"""Check my file: an old copy in every form we give it out, and a list; nothing of it is kept."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goodstanding import wallclock
from goodstanding.files import parquet
from goodstanding.flow.check_copy import check_copy
from goodstanding.publication.models import Entry
from goodstanding.rules.errors import Refused

NEVER = "r-00000000000000000000000000000000"


@pytest.fixture
def copy(city):
    """Lines of an old copy: one that holds, one corrected since, withdrawn, ended, unknown."""
    later, gone = wallclock.today() + timedelta(days=99), wallclock.today() - timedelta(days=1)
    records = city.records
    public = Entry.objects.get(record=records["corrected"])
    return [
        {"record": public.record, "version": 2, "not_after": f"{later}", "position": 3},
        {"record": public.record, "version": 1, "not_after": f"{later}", "position": 2},
        {"record": records["withdrawn"], "version": 1, "not_after": f"{later}", "position": 1},
        {"record": NEVER, "version": 1, "not_after": f"{gone}", "position": 1},
        {"record": NEVER, "version": 1, "not_after": f"{later}", "position": 1},
    ]


STATES = ["corrected", "was-wrong", "ended", "not-public"]


def as_lines(rows):
    return "\n".join(json.dumps(each) for each in rows).encode()


def as_csv(rows):
    lines = [",".join(rows[0]), *(",".join(map(str, each.values())) for each in rows)]
    return "\r\n".join(lines).encode()


def as_parquet(rows, place):
    (place / "a.jsonl").write_bytes(as_lines(rows))
    types = {"record": "VARCHAR", "version": "BIGINT", "not_after": "DATE", "position": "BIGINT"}
    parquet.from_json_lines(place / "a.jsonl", place / "a.parquet", columns=types, about={})
    return (place / "a.parquet").read_bytes()


def test_the_same_lines_are_stale_in_every_form(copy, tmp_path):
    for data in (as_lines(copy), as_csv(copy), as_parquet(copy, tmp_path)):
        found = check_copy(data, on=wallclock.today())
        assert [each.state.value for each in found.stale] == STATES
        assert (found.lines, found.position) == (5, 3)
        assert found.at is not None


def test_a_list_of_numbers_is_read_line_by_line(copy):
    listed = "\n".join([f"{each['record']} {each['version']}" for each in copy])
    found = check_copy(f"{listed}\n\nand a remark".encode(), on=wallclock.today())
    states = [each.state.value for each in found.stale]
    assert states == ["corrected", "was-wrong", "not-public", "not-public"]
    assert found.at is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "NotASpreadsheet"),
        (b"record,version\r\nnothing of ours,1\r\n", "NoLineOfOurs"),
        (b"PAR1 and nothing else", "NotASpreadsheet"),
        (b"%PDF-1.7", "NotASpreadsheet"),
        (b"x" * 16_000_001, "FileTooLarge"),
    ],
)
def test_what_is_no_copy_of_ours_is_refused(database, data, code):
    with pytest.raises(Refused) as caught:
        check_copy(data, on=wallclock.today())
    assert list(caught.value.codes) == [code]


def test_anybody_sends_a_file_and_takes_the_result(city, copy):
    client = city.client("visitor")
    page = client.post("/data/check?lang=en", {"file": SimpleUploadedFile("a.csv", as_csv(copy))})
    text = page.content.decode()
    assert page.status_code == 200
    assert "4 lines are stale" in text
    taken = client.post("/data/check", {"lines": copy[2]["record"], "as": "csv"})
    assert taken["Content-Type"].startswith("text/csv")
    assert copy[2]["record"] in taken.content.decode()
    wrong = client.post("/data/check?lang=en", {"lines": "nothing"})
    assert wrong.status_code == 422
