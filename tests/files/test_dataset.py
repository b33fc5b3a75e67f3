"""Rows that do their worst, read back by readers that are not ours."""

import csv
import json
from datetime import date
from hashlib import sha256

import pyarrow.parquet
import pytest

from goodstanding.files import dataset, parquet

COLUMNS = ("record", "version", "adverse", "not_after", "text")
TYPES = dict(zip(COLUMNS, ("VARCHAR", "BIGINT", "BOOLEAN", "DATE", "VARCHAR"), strict=True))
TEXTS = (
    *("=1+1", "+86", "-5", "@SUM(A1)", "\tx", "\rx", "'quoted", "''twice", '"', 'a"b', "a,b"),
    *(
        "两行\n文字",
        "a\r\nb",
        "\\",
        "null",
        "true",
        "2026-01-01",
        "007",
        "１２３",
        "𠮷",
        "e\u0301",
        " ",
    ),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    place = tmp_path_factory.mktemp("made")
    rows = [
        (f"r-{n}", n, bool(n % 2), None if n % 3 else date(2026, 2, 28), text)
        for n, text in enumerate((*TEXTS, None))
    ]
    files = {each: place / f"x.{each}" for each in ("jsonl", "csv", "parquet", "again")}
    written = dataset.write(rows, COLUMNS, lines=files["jsonl"], table=files["csv"])
    types, about = {**TYPES, "hash": "VARCHAR"}, {"dataset": "it's"}
    for each in ("parquet", "again"):
        parquet.from_json_lines(files["jsonl"], files[each], columns=types, about=about)
    return rows, written, files


def test_json_lines_hold_every_value(made):
    rows, written, files = made
    found = [json.loads(line) for line in files["jsonl"].read_text("utf-8").split("\n") if line]
    assert [tuple(each[name] for name in COLUMNS) for each in found] == [_plain(r) for r in rows]
    assert written.rows == len(rows)


def test_a_spreadsheet_computes_nothing_and_nothing_is_lost(made):
    rows, _, files = made
    with files["csv"].open(encoding="utf-8-sig", newline="") as stream:
        found = list(csv.DictReader(stream))
    for row, cells in zip(rows, found, strict=True):
        assert cells["text"][:1] not in ("=", "+", "-", "@", "\t", "\r")
        assert (cells["text"].removeprefix("'") or None) == row[-1]
        assert cells["adverse"] == ("true" if row[2] else "false")
        assert cells["not_after"] == (row[3].isoformat() if row[3] else "")


def test_parquet_holds_typed_values_and_what_it_is(made):
    rows, _, files = made
    table = pyarrow.parquet.read_table(files["parquet"])
    assert [tuple(each[name] for name in COLUMNS) for each in table.to_pylist()] == rows
    assert table.schema.field("not_after").type == pyarrow.date32()
    footer = pyarrow.parquet.read_metadata(files["parquet"]).metadata
    assert footer[b"dataset"] == b"it's"


def test_the_same_lines_give_the_same_bytes(made):
    _, _, files = made
    assert files["parquet"].read_bytes() == files["again"].read_bytes()


def test_the_hashes_can_be_counted_again_from_any_format(made):
    rows, written, files = made
    over = sha256()
    for row, told in zip(
        rows, pyarrow.parquet.read_table(files["parquet"]).to_pylist(), strict=True
    ):
        body = dict(zip(COLUMNS, _plain(row), strict=True))
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        assert sha256(text.encode()).hexdigest() == told["hash"]
        over.update(told["hash"].encode())
    assert over.hexdigest() == written.digest


def _plain(row):
    return tuple(each.isoformat() if isinstance(each, date) else each for each in row)
