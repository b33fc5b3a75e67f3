"""The door of the open data: everybody, no sign-in, nothing but what the manifest names."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.conf import settings

from goodstanding import wallclock
from goodstanding.cli.opendata import make_now
from goodstanding.disclosure.models import Download, Range
from goodstanding.rules.opendata.datasets import DATASETS
from tests.web import city as places


@pytest.fixture
def given(city, tmp_path, monkeypatch):
    """The files of the city, made just now in a place of this test's own."""
    monkeypatch.setattr(settings, "OPEN_DATA", tmp_path)
    return make_now(tmp_path)


def test_every_file_is_what_the_manifest_says(city, given):
    client = city.client("visitor")
    manifest = json.loads(b"".join(client.get("/data/manifest.json").streaming_content))
    files = [manifest["dictionary"], *(f for p in manifest["datasets"] for f in p["files"])]
    assert len(files) == 1 + 3 * len(DATASETS)
    for file in files:
        response = client.get(f"/data/{file['name']}")
        body = b"".join(response.streaming_content)
        assert (sha256(body).hexdigest(), len(body)) == (file["sha256"], file["bytes"])
        assert response["ETag"] == f'"{file["sha256"]}"'
        assert (
            client.get(
                f"/data/{file['name']}", headers={"if-none-match": response["ETag"]}
            ).status_code
            == 304
        )
    assert manifest["licence"]["text"]["zh"]


def test_the_dictionary_explains_every_column_in_both_languages(city, given):
    told = json.loads(
        b"".join(city.client("visitor").get("/data/dictionary.json").streaming_content)
    )
    assert told["@context"] == "http://www.w3.org/ns/csvw"
    for dataset, table in zip(DATASETS, told["tables"], strict=True):
        assert table["url"] == f"{dataset.id}.csv"
        columns = table["tableSchema"]["columns"]
        assert [each["name"] for each in columns] == list(dataset.names)
        assert all(each["titles"]["zh"] and each["titles"]["en"] for each in columns)
        assert all(
            {d["@language"] for d in each["dc:description"]} == {"zh", "en"} for each in columns
        )


def test_visitors_are_only_counted_and_recipients_are_named(city, given):
    visitor, officer = city.client("visitor"), city.client("officer")
    for _ in range(2):
        response = visitor.get("/data/records.csv")
    assert (
        visitor.get("/data/records.csv", headers={"if-none-match": response["ETag"]}).status_code
        == 304
    )
    visitor.head("/data/records.csv")
    visitor.get("/data/manifest.json")
    assert list(Download.objects.values_list("dataset", "day", "times")) == [
        ("records", wallclock.today(), 2)
    ]
    officer.get("/data/restrictions.jsonl")
    row = Range.objects.get()
    assert (row.recipient, row.dataset, row.filter) == (
        places.HOME,
        "restrictions",
        {"format": "jsonl", "on": given.on.isoformat()},
    )
    assert row.position == given.position


@pytest.mark.parametrize(
    ("days", "says", "status"),
    [(0, "Fresh.", 200), (2, "older than a day", 200), (8, "no longer given out", 404)],
)
def test_a_stale_copy_says_so(city, given, monkeypatch, days, says, status):
    monkeypatch.setattr(wallclock, "_ahead", lambda: timedelta(days=days))
    client = city.client("visitor")
    client.cookies["django_language"] = "en"
    assert says in client.get("/data").content.decode()
    assert client.get("/data/records.csv").status_code == status


def test_before_the_first_making_the_page_says_so(city, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "OPEN_DATA", tmp_path / "none")
    client = city.client("visitor")
    client.cookies["django_language"] = "en"
    assert "No files have been made yet" in client.get("/data").content.decode()
    assert client.get("/data/manifest.json").status_code == 404


@pytest.mark.parametrize("name", ["records.xlsx", "making.lock", "other.csv", "..%2Fcurrent.json"])
def test_nothing_else_is_given_out(city, given, name):
    assert city.client("visitor").get(f"/data/{name}").status_code == 404


@pytest.mark.browser
def test_a_walk_from_the_front_page_to_a_file(city, given, browser, address, tmp_path):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address)
    page.click("footer a[href='/data']")
    assert "开放数据" in page.inner_text("h1")
    page.click("main details >> nth=0")
    with page.expect_download() as taking:
        page.click("a[href='/data/restrictions.csv']")
    path = tmp_path / "taken.csv"
    taking.value.save_as(path)
    assert places.RESTRICTED in path.read_text("utf-8-sig")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
