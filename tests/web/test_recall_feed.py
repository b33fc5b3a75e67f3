"""The public recall feed: numbers and days of what fell, never what was taken back."""

import json
from xml.etree import ElementTree

import pytest

from goodstanding.publication.models import Entry
from goodstanding.web.views import recall_feed

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def told(city):
    response = city.client("visitor").get("/recalls/feed.json")
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert not response.cookies
    return json.loads(response.content)


def test_it_names_what_was_withdrawn_without_its_content(city, told):
    withdrawn = Entry.objects.get(record=city.records["withdrawn"])
    (item,) = [each["_goodstanding"] for each in told["items"] if withdrawn.record in each["id"]]
    assert (item["subject"], item["kind"], item["version"]) == ("record", "was-wrong", 1)
    assert (item["document"], item["authority"]) == ("", "")
    assert item["not_after"] == withdrawn.public_until.isoformat()
    assert item["reasons"]
    everything = json.dumps(told, ensure_ascii=False)
    assert withdrawn.document not in everything
    assert withdrawn.organisation not in everything


def test_what_was_corrected_and_is_public_is_named_by_its_document(city, told):
    corrected = Entry.objects.get(record=city.records["corrected"])
    found = [each["_goodstanding"] for each in told["items"] if corrected.record in each["id"]]
    assert {(each["kind"], each["document"]) for each in found} == {
        ("corrected", corrected.document)
    }


def test_both_forms_tell_the_same_in_pages(city, told, monkeypatch):
    monkeypatch.setattr(recall_feed, "PAGE", 1)
    client, address, seen = city.client("visitor"), "/recalls/feed.json", []
    while address:
        page = json.loads(client.get(address).content)
        seen += [each["id"] for each in page["items"]]
        address = page.get("next_url")
    assert seen == [each["id"] for each in told["items"]]
    assert len(seen) > 1
    root = ElementTree.fromstring(client.get("/recalls/feed.atom").content)
    (link,) = [each for each in root.findall(f"{ATOM}link") if each.get("rel") == "next"]
    assert "before=" in link.get("href")
    assert [each.text for each in root.findall(f"{ATOM}entry/{ATOM}id")] == [
        f"urn:goodstanding:{seen[0]}"
    ]


def test_it_is_not_sent_again_and_refuses_what_is_no_address(city):
    client = city.client("visitor")
    etag = client.get("/recalls/feed.json")["ETag"]
    again = client.get("/recalls/feed.json", headers={"if-none-match": etag})
    assert again.status_code == 304
    for wrong in ("feed.xml", "feed.json?before=x", "feed.json?before=-1"):
        assert client.get(f"/recalls/{wrong}").status_code == 404
