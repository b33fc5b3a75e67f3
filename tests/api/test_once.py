"""The same write sent twice is one write."""

import json
import threading

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from goodstanding.register.reading import head
from tests.api.world import ACME, API, GROUND, recent
from tests.rules.penalty_rows import penalty
from tests.stories.penalty_file import story_workbook


def test_the_same_key_and_body_have_the_same_answer_and_one_effect(world):
    record = world.record()
    body = {"organisation": ACME, "ground": GROUND, "records": [record]}
    officer = world.caller("officer")
    first = officer.post("/designations", body, idempotency_key="one")
    position = head().position
    again = officer.post("/designations", body, idempotency_key="one")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again["Idempotent-Replayed"] == "true"
    assert head().position == position


def test_another_body_under_the_same_key_is_a_conflict(world):
    officer = world.caller("officer")
    officer.post("/checks", {"code": ACME, "procedure": "tender"}, idempotency_key="one")
    other = officer.post("/checks", {"code": ACME, "procedure": "loan"}, idempotency_key="one")
    assert (other.status_code, other.json()["code"]) == (409, "IdempotencyKeyReused")


def test_keys_belong_to_their_client(world):
    body = {"code": ACME, "procedure": "tender"}
    receipts = {
        world.caller(who).done("/checks", body, idempotency_key="one")["receipt"]
        for who in ("officer", "reviewer", "public body's client")
    }
    assert len(receipts) == 3


def test_a_refused_request_keeps_nothing_and_may_be_sent_again(world):
    record = world.record()
    case = world.proposed(record)
    officer = world.caller("officer")
    bad = {"served_on": "2026-11-01", "method": "none", "proof": ""}
    for _ in range(2):
        refused = officer.post(f"/designations/{case}/notice", bad, idempotency_key="one")
        assert refused.status_code == 422
    done = officer.post("/checks", {"code": ACME, "procedure": "loan"}, idempotency_key="one")
    assert done.status_code == 200


def test_a_file_sent_twice_under_one_key_is_one_batch(world):
    officer = world.caller("officer")
    book = story_workbook([recent(penalty(1))])

    def send(content):
        return officer.client.post(
            f"{API}/intake/penalty",
            {"file": SimpleUploadedFile("a.xlsx", content)},
            headers={**officer.headers, "idempotency-key": "one"},
        )

    first, again = send(book), send(book)
    assert first.json()["accepted"] == 1
    assert again.content == first.content
    assert send(story_workbook([recent(penalty(2))])).status_code == 409


def test_an_unusable_key_is_refused(world):
    officer = world.caller("officer")
    body = {"code": ACME, "procedure": "tender"}
    for key in ("", " ", "x" * 201):
        response = officer.post("/checks", body, idempotency_key=key)
        assert response.json()["code"] == "IdempotencyKeyUnusable", key


def test_two_at_once_are_one(world):
    record = world.record()
    body = {"organisation": ACME, "ground": GROUND, "records": [record]}
    callers = [world.caller("officer") for _ in range(4)]
    answers = []

    def send(caller):
        answers.append(caller.post("/designations", body, idempotency_key="one"))
        connections.close_all()

    threads = [threading.Thread(target=send, args=(caller,)) for caller in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {response.status_code for response in answers} == {201}
    assert len({json.loads(response.content)["id"] for response in answers}) == 1
