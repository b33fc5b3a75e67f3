"""Who is let in, how, and how often."""

import json
from datetime import timedelta

from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from goodstanding.api.door import door
from goodstanding.api.limits import LIMIT, SECONDS
from goodstanding.api.models import Window
from goodstanding.departments.clients import close_client
from goodstanding.departments.models import Account, ApiClient
from goodstanding.wallclock import now, today
from tests.api.world import ACME, API, Caller
from tests.rules.penalty_rows import identity_number

CHECK = {"code": ACME, "procedure": "tender"}


def test_a_wrong_token_opens_nothing_not_even_what_is_public(world):
    for header in ("Bearer gs_none", "Bearer ", "Basic YTpi", "Bearer \x7f", "gs_none"):
        response = Caller(Client(), authorization=header).get("/organisations", q="x")
        assert (response.status_code, response.json()["code"]) == (401, "TokenUnknown"), header
        assert response["WWW-Authenticate"] == "Bearer"


def test_a_closed_client_is_unknown(world):
    caller = world.caller("department's client")
    caller.done("/checks", CHECK)
    [client] = ApiClient.objects.filter(kind="department")
    close_client(client, on=today() - timedelta(days=1))
    assert caller.post("/checks", CHECK).status_code == 401


def test_a_session_changes_nothing_without_its_csrf_token(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(login="finance/officer"))
    caller = Caller(client)
    assert caller.get("/tasks").status_code == 200
    refused = caller.post("/checks", CHECK)
    assert (refused.status_code, refused.json()["code"]) == (403, "CsrfTokenMissing")
    client.cookies["csrftoken"] = "a" * 32
    done = caller.post("/checks", CHECK, x_csrftoken="a" * 32)
    assert done.status_code == 200, done.content


def test_a_token_needs_no_csrf_token(world):
    token = world.tokens["department's client"]
    client = Client(enforce_csrf_checks=True)
    Caller(client, authorization=f"Bearer {token}").done("/checks", CHECK)


def test_a_caller_is_told_what_is_left_and_stopped_at_nothing(world):
    caller = world.caller("department's client")
    [client] = ApiClient.objects.filter(kind="department")
    first = caller.post("/checks", CHECK)
    assert first["RateLimit-Limit"] == str(LIMIT)
    assert int(first["RateLimit-Remaining"]) <= LIMIT - 1
    full = Window(client=client.id, number=int(now().timestamp()) // SECONDS, used=LIMIT)
    full.save()
    stopped = caller.post("/checks", CHECK)
    if full.number == int(now().timestamp()) // SECONDS:
        assert (stopped.status_code, stopped.json()["code"]) == (429, "TooManyRequests")
        assert 0 < int(stopped["Retry-After"]) <= SECONDS
        assert stopped["RateLimit-Remaining"] == "0"
    Window.objects.update(number=0)
    assert caller.post("/checks", CHECK).status_code == 200


def test_strangers_are_not_counted(world):
    response = world.caller("visitor").get("/organisations", q="x")
    assert "RateLimit-Limit" not in response
    assert not Window.objects.filter(client="visitor").exists()


def test_answers_are_not_kept_by_anyone_between(world):
    response = world.caller("officer").get("/tasks")
    assert response["Cache-Control"] == "no-store"
    assert "Authorization" in response["Vary"]


def test_what_breaks_is_told_by_a_reference_and_logged_without_what_was_sent(database, caplog):
    def broken(request):
        raise RuntimeError(f"about {identity_number()}")

    request = RequestFactory().get(f"{API}/organisations")
    request.user = AnonymousUser()
    response = door(broken)(request)
    told = json.loads(response.content)
    assert (response.status_code, told["code"]) == (500, "SomethingBroke")
    assert told["refusals"][0]["fields"]["reference"] in caplog.text
    assert "RuntimeError" in caplog.text
    assert identity_number() not in caplog.text + response.content.decode()


def test_the_docs_page_asks_nobody_else(world):
    page = Client().get(f"{API}/docs")
    assert page.status_code == 200
    assert b"http://" not in page.content
    assert b"https://" not in page.content
