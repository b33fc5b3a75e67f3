"""What strangers may send: each gets a typed answer, and nothing is half-written."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goodstanding.files.writing import csv_bytes
from goodstanding.register.reading import head
from tests.api.world import ACME, API, GROUND, recent
from tests.rules.penalty_rows import identity_number, penalty

DEEP = b"[" * 100_000
BODIES = {
    "nothing": (b"", 422),
    "not JSON": (b"{", 400),
    "not UTF-8": (b'{"code": "\xff\xfe"}', 400),
    "GB18030": ('{"code": "岚"}'.encode("gb18030"), 400),
    "nested": (DEEP, 400),
    "nested objects": (b'{"a":' * 50_000, 400),
    "NaN": (b'{"code": NaN}', 400),
    "a list": (b"[]", 422),
    "a number": (b"1", 422),
    "null": (b"null", 422),
    "a long number": (b'{"code": ' + b"9" * 5000 + b"}", 400),
    "extra members": (b'{"code": "x", "procedure": "tender", "admin": true}', 422),
    "a wrong kind": (b'{"code": 1, "procedure": ["tender"]}', 422),
    "a NUL": (b'{"code": "x", "procedure": "tender", "case_number": "\\u0000"}', 422),
    "half a character": (b'{"code": "\\ud800", "procedure": "tender"}', 422),
    "a moment for a day": (b'{"code": "x", "procedure": "y", "on": "2026-01-01T00:00"}', 422),
    "a number for a day": (b'{"code": "x", "procedure": "y", "on": 0}', 422),
    "a far day": (b'{"code": "x", "procedure": "y", "on": "9999-12-31"}', 422),
    "no day": (b'{"code": "x", "procedure": "y", "on": "2026-02-30"}', 422),
    "a long text": (json.dumps({"code": "x" * 501, "procedure": "y"}).encode(), 422),
}


@pytest.fixture
def officer(world):
    return world.caller("officer")


def test_hostile_bodies(officer):
    for name, (body, status) in BODIES.items():
        response = officer.client.post(
            f"{API}/checks", body, content_type="application/json", headers=officer.headers
        )
        assert response.status_code == status, (name, response.content)
        assert response["Content-Type"] == "application/problem+json", name
        assert response.json()["refusals"], name


def test_a_wrong_body_is_told_place_by_place(officer):
    body = {"organisation": ACME, "ground": GROUND, "records": ["a", 7], "months": 0, "x": 1}
    response = officer.post("/designations", body).json()
    told = {each["fields"]["place"]: each["sentence"] for each in response["refusals"]}
    assert set(told) == {"records[1]", "months", "x"}
    assert response["code"] == "BodyInvalid"
    assert told["x"] == "In the body at x: it is not known here"


def test_a_body_that_is_too_large_is_refused_unread(officer):
    body = b'{"code": "' + b"x" * (17 * 1024 * 1024) + b'"}'
    response = officer.client.post(
        f"{API}/checks", body, content_type="application/json", headers=officer.headers
    )
    assert (response.status_code, response.json()["code"]) == (413, "BodyTooLarge")


def test_hostile_addresses(officer):
    paths = {
        f"/organisations/{ACME}%00": 422,
        "/organisations/..%2f..%2fetc": 404,
        "/organisations/%ff%fe": 422,
        "/organisations/x": 422,
        f"/organisations/{ACME}/standing?known_at=@99999999999999999999": 422,
        f"/organisations/{ACME}/standing?known_at=@999999999999999999": 200,
        f"/organisations/{ACME}/standing?known_at=2018-03-01T10:00": 422,
        f"/organisations/{ACME}/standing?known_at=2018-03-01T10:00:00+08:00": 422,
        f"/organisations/{ACME}/standing?on=0001-01-01": 422,
        f"/organisations/{ACME}/standing?on=tomorrow": 422,
        "/organisations?q=%00": 422,
        "/organisations?q=" + "x" * 300: 422,
        "/organisations": 422,
        "/organisations?q=x&limit=0": 422,
        "/organisations?q=x&cursor=MDA5OTk5OTk5OTk5OQ": 422,
        "/changes?after=-1": 422,
        "/changes?after=99999999999999999999999": 422,
        "/tasks?limit=many": 422,
        "/checks/none": 404,
        "/nowhere": 404,
        "/": 404,
    }
    for path, status in paths.items():
        response = officer.client.get(API + path, headers=officer.headers)
        assert response.status_code == status, (path, response.content)
        if status >= 400:
            assert response["Content-Type"] == "application/problem+json", path


def test_hostile_files(officer):
    files = {
        "not a spreadsheet": b"\x00\x01 nothing at all",
        "empty": b"",
        "a zip of nothing": b"PK\x05\x06" + bytes(18),
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
    }
    before = head().position
    for name, content in files.items():
        sent = {"file": SimpleUploadedFile("a.xlsx", content)}
        response = officer.client.post(f"{API}/intake/penalty", sent, headers=officer.headers)
        assert response.status_code == 422, (name, response.content)
        assert response["Content-Type"] == "application/problem+json", name
    none = officer.client.post(f"{API}/intake/penalty", {"a": "b"}, headers=officer.headers)
    assert none.json()["code"] == "OneFileNeeded"
    torn = officer.client.post(
        f"{API}/intake/penalty",
        b"--x\r\nnothing",
        content_type="multipart/form-data",
        headers=officer.headers,
    )
    assert torn.status_code in (400, 422)
    unknown = officer.post("/intake/gossip", {"rows": [{"a": "b"}]})
    assert unknown.status_code in (404, 422), unknown.content
    file = {"file": SimpleUploadedFile("a.csv", b"a,b\n1,2\n")}
    response = officer.client.post(f"{API}/intake/gossip", file, headers=officer.headers)
    assert response.status_code in (404, 422), response.content
    assert head().position == before


def test_half_a_form_is_no_file(officer):
    """Cut off inside the file: read as far as it came, one row would pass for the whole."""
    rows = [recent(penalty(n)) for n in (1, 2)]
    data = csv_bytes(rows, list(rows[0]))
    start = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    kind = "multipart/form-data; boundary=cut"
    before = head().position
    for body in (start + data[:-150], start + data + b"\r\n--cut"):
        torn = officer.client.post(
            f"{API}/intake/penalty", body, content_type=kind, headers=officer.headers
        )
        assert (torn.status_code, torn.json()["code"]) == (400, "BodyUnreadable")
    assert head().position == before
    whole = officer.client.post(
        f"{API}/intake/penalty",
        start + data + b"\r\n--cut--\r\n",
        content_type=kind,
        headers=officer.headers,
    )
    assert whole.json()["accepted"] == 2


@pytest.mark.parametrize("text", ["\x00", "岚\x00罚", "\ud800"])
def test_rows_of_texts_that_no_text_has_are_refused_by_their_place(officer, text):
    before = head().position
    for column in ("CF_WSH", "CF_XDR_MC", "CF_SY", "CF_XDR_SHXYM"):
        row = {**recent(penalty(1)), column: text}
        told = officer.post("/intake/penalty", {"rows": [row]}).json()
        assert told["code"] == "BodyInvalid", column
        assert told["refusals"][0]["fields"]["place"] == f"rows[0].{column}"
    named = officer.post("/intake/penalty", {"rows": [{text: "1"}]})
    assert named.json()["refusals"][0]["fields"]["place"] == "rows[0]"
    assert head().position == before


def test_a_persons_number_is_refused_everywhere_and_repeated_nowhere(world, officer, caplog):
    number = identity_number()
    record = world.record()
    before = head().position
    answers = [
        officer.get("/organisations", q=number),
        officer.get("/organisations", q=" ".join(number)),
        officer.get(f"/organisations/{number}"),
        officer.get(f"/checks/{number}"),
        officer.post("/checks", {"code": number, "procedure": "tender"}),
        officer.post("/checks", {"code": ACME, "procedure": "tender", "case_number": number}),
        officer.post("/checks", {"code": ACME, "procedure": "tender", number: "x"}),
        officer.post("/checks", {"code": ACME, "procedure": "tender"}, idempotency_key=number),
        officer.post(f"/records/{record}/objections", {"reason": "error", "text": f"号{number}"}),
        officer.post("/checks/batch", {"items": [{"code": number, "procedure": "tender"}]}),
        officer.post(f"/tasks/{number}/response", {"answer": "apply"}),
    ]
    for at, response in enumerate(answers):
        assert response.status_code == 422, (at, response.content)
        assert number not in response.content.decode(), at
    assert head().position == before
    assert number not in caplog.text


def test_wrong_methods_and_unknown_routes_are_problems_too(officer):
    wrong = officer.client.delete(f"{API}/checks", headers=officer.headers)
    assert (wrong.status_code, wrong["Allow"]) == (405, "POST")
    assert wrong.json()["code"] == "MethodNotAllowed"
    for method in ("post", "put", "get"):
        response = getattr(officer.client, method)(f"{API}/nowhere/at/all")
        assert (response.status_code, response.json()["code"]) == (404, "RouteUnknown")
