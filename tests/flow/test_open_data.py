"""Open data says what the public pages say, in three formats, and takes back with them."""

import csv
import json
from datetime import date, timedelta
from hashlib import sha256

import pyarrow.parquet
import pytest

from goodstanding.cli.opendata import terms
from goodstanding.flow import contest
from goodstanding.flow.bench import Call
from goodstanding.flow.open_data import made_last, make
from goodstanding.rules.actors import Actor
from goodstanding.rules.opendata.datasets import DATASETS
from goodstanding.wallclock import now, today
from tests.web import city as places


@pytest.fixture
def built(city, tmp_path):
    """Call it to make the files, so many days from now; what each dataset says in each format."""

    def build(days: int = 0):
        call = Call(actor=Actor.visitor(), at=now() + timedelta(days=days))
        made = make(tmp_path, call, terms=terms())
        place, _ = made_last(tmp_path)
        return made, {each.id: _read(place, each) for each in DATASETS}

    return build


def _read(place, dataset):
    """The lines by format; every value as text, an apostrophe before a formula taken away."""
    with (place / f"{dataset.id}.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [
            {name: text.removeprefix("'") for name, text in row.items()}
            for row in csv.DictReader(stream)
        ]
    lines = (place / f"{dataset.id}.jsonl").read_text("utf-8").split("\n")[:-1]
    objects = [json.loads(line) for line in lines]
    rows = pyarrow.parquet.read_table(place / f"{dataset.id}.parquet").to_pylist()
    found = {"csv": cells, "jsonl": list(map(_text, objects)), "parquet": list(map(_text, rows))}
    assert found["csv"] == found["jsonl"] == found["parquet"]
    assert all(tuple(row) == dataset.names for row in cells)
    keys = [tuple(row[name] for name in dataset.key) for row in cells]
    assert len(set(keys)) == len(keys)
    return found["jsonl"]


def _text(row):
    words = {None: "", True: "true", False: "false"}
    return {
        name: words[value] if value is None or isinstance(value, bool) else str(value)
        for name, value in row.items()
    }


def test_the_lines_are_the_records_a_visitor_sees(city, built):
    made, found = built()
    visitor = city.client("visitor")
    lines = {each["record"]: each for each in found["records"]}
    assert made.position > 0
    shown = {city.records[each] for each in ("restricted", "stayed", "pending", "corrected")}
    assert shown <= set(lines)
    assert not {city.records[each] for each in ("withdrawn", "expired")} & set(lines)
    for line in lines.values():
        html = visitor.get(line["address"]).content.decode()
        assert all(
            line[name] in html for name in ("document", "authority", "kind_title", "facts", "basis")
        )
        assert line["organisation_name"] in html
    assert lines[city.records["stayed"]]["disputed"] == "true"
    corrected = lines[city.records["corrected"]]
    assert (corrected["version"], corrected["correction"]) == (
        "2",
        "录入时事实摘要和罚款金额有误。",
    )


def test_the_restrictions_are_those_of_the_pages_with_the_way_back(city, built):
    _, found = built()
    by_case = {}
    for line in found["restrictions"]:
        by_case.setdefault(line["record"], []).append(line)
    assert set(by_case) == {city.cases["restricted"], city.cases["stayed"]}
    assert {each["state"] for each in by_case[city.cases["restricted"]]} == {"in-force"}
    assert {each["state"] for each in by_case[city.cases["stayed"]]} == {"stayed"}
    html = city.client("visitor").get(f"/records/{city.cases['restricted']}").content.decode()
    for line in by_case[city.cases["restricted"]]:
        assert line["measure_title"] in html
        assert line["department_title"] in html
        assert line["way_back_says"] == "付清工资并满六个月后可以申请提前移出。"
        assert line["way_back"] == f"/records/{city.cases['restricted']}/objection"
        assert line["not_after"]


def test_what_is_withdrawn_is_gone_from_every_format_with_the_next_making(city, built):
    record = city.records["corrected"]
    assert record in {each["record"] for each in built()[1]["records"]}
    call = city.call(f"{places.HOME}/reviewer", days=0)
    contest.withdraw_record(call, record=record, as_wrong=True, reasons="原决定撤销。")
    _, found = built()
    assert record not in {each["record"] for each in found["records"]}
    stub = next(each for each in found["withdrawals"] if each["record"] == record)
    assert (stub["was_wrong"], stub["reason"]) == ("true", "原决定撤销。")
    assert not any(places.PENDING in each.values() for each in found["withdrawals"])


def test_a_line_tells_its_last_day_and_is_gone_the_day_after(city, built):
    case = city.cases["restricted"]
    _, found = built()
    lasts = {
        date.fromisoformat(e["not_after"]) for e in found["restrictions"] if e["record"] == case
    }
    away = (max(lasts) - today()).days
    assert case in {each["record"] for each in built(away)[1]["restrictions"]}
    assert case not in {each["record"] for each in built(away + 1)[1]["restrictions"]}


def test_the_same_position_and_day_give_the_same_bytes(city, tmp_path):
    at = now()
    one, two = (
        make(tmp_path / each, Call(actor=Actor.visitor(), at=at), terms=terms()) for each in "ab"
    )
    assert one == two
    place, made = made_last(tmp_path / "a")
    for name, (_, file) in made.files.items():
        assert sha256((place / name).read_bytes()).hexdigest() == file.sha256
        assert (place / name).stat().st_size == file.bytes


def test_the_set_before_stays_for_its_readers_and_older_ones_go(city, tmp_path):
    places_made = []
    for _ in range(3):
        make(tmp_path, Call(actor=Actor.visitor(), at=now()), terms=terms())
        places_made.append(made_last(tmp_path)[0])
    assert [each.exists() for each in places_made] == [False, True, True]


def test_a_making_that_breaks_leaves_the_set_before(city, tmp_path, monkeypatch):
    make(tmp_path, Call(actor=Actor.visitor(), at=now()), terms=terms())
    before = made_last(tmp_path)
    monkeypatch.setattr("goodstanding.flow.open_data.withdrawn_records", lambda **_: iter([(1,)]))
    with pytest.raises(ValueError):
        make(tmp_path, Call(actor=Actor.visitor(), at=now()), terms=terms())
    assert made_last(tmp_path) == before
    assert len(list(tmp_path.glob("made-*"))) == 1
