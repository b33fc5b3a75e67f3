"""Signing in through a real provider on 127.0.0.1: who is let in, and every way it goes wrong."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client, override_settings

from goodstanding.departments.models import Account, IdentityLink, Representation, SignIn
from tests.identity.provider import CLAIM, CLIENT, SECRET
from tests.rules.penalty_rows import code as credit_code
from tests.web.city import NEVER, STAYED

BACK = "http://testserver/sign-in/identity/back"
ROOT = Path(__file__).parents[2]


def identity(issuer: str) -> dict[str, str]:
    names = {"issuer": issuer, "client": CLIENT, "secret": SECRET}
    return {**names, "claim": CLAIM, "scope": "openid"}


@pytest.fixture(scope="module")
def provider(tmp_path_factory) -> Iterator[str]:
    """Its address; stopped afterwards."""
    folder = tmp_path_factory.mktemp("provider")
    command = [sys.executable, "-m", "tests.identity.provider", str(folder), BACK]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait(10)


@pytest.fixture
def service(city, provider) -> Iterator[str]:
    with override_settings(IDENTITY=identity(provider)):
        yield provider


def over(client: Client, who: str, **question: str) -> str:
    """To the service and signed in there; the address it sends the browser back to."""
    away = client.get("/sign-in/identity", question)["Location"]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(away).query).items()}
    assert asked["code_challenge_method"] == "S256"
    assert asked["nonce"]
    answer = requests.get(away, cookies={"who": who}, allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"].removeprefix("http://testserver")


def come(client: Client, who: str, **question: str):
    return client.get(over(client, who, **question))


def reference(answer) -> str:
    return re.search(r"关联码 ([A-Z0-9]{8})", answer.content.decode())[1]


def refused(client: Client, answer, code: str) -> None:
    assert code in answer.content.decode()
    assert client.get("/account").status_code == 302
    assert not SignIn.objects.filter(means="identity").exists()


def test_the_credit_office_links_a_stranger_who_then_comes_in(service, city):
    client = Client()
    answer = come(client, "lin")
    assert answer.status_code == 403
    refused(client, answer, "IdentityNotLinked")
    officer = Account.objects.get(login="human-resources/officer")
    form = {"what": "link", "reference": reference(answer), "reason": "到场核实"}
    assert city.client("credit office").post(f"/people/{officer.id}", form).status_code == 302
    answer = come(client, "lin", next="/cases")
    assert (answer.status_code, answer["Location"]) == (302, "/cases")
    assert client.get("/cases").status_code == 200
    log = SignIn.objects.get(means="identity")
    assert (log.account_id, log.outcome) == (officer.id, "done")


def test_ending_the_link_ends_the_way_in(service, city):
    client = Client()
    known = reference(come(client, "he"))
    officer = Account.objects.get(login="human-resources/officer")
    office, about = city.client("credit office"), f"/people/{officer.id}"
    office.post(about, {"what": "link", "reference": known, "reason": "核实"})
    assert come(Client(), "he").status_code == 302
    office.post(about, {"what": "unlink", "reason": "调离"})
    assert come(Client(), "he").status_code == 403


def test_who_comes_for_an_organisation_represents_it_for_this_day(service, city):
    client = Client()
    assert come(client, f"for-{STAYED}")["Location"] == "/own"
    assert client.get(f"/own/{STAYED}").status_code == 200
    assert client.get(f"/own/{NEVER}").status_code == 403
    granted = Representation.objects.get(account__login__startswith="identity/")
    assert granted.granted_from == granted.granted_to
    assert come(Client(), f"for-{STAYED}").status_code == 302
    assert Representation.objects.filter(account=granted.account).count() == 1


def test_a_damaged_code_lets_nobody_in(service, city):
    damaged = credit_code(1)[:-1] + ("0" if credit_code(1)[-1] != "0" else "1")
    client = Client()
    refused(client, come(client, f"for-{damaged}"), "CheckCharacterWrong")


@pytest.mark.parametrize(
    "who", ["wrong-nonce", "wrong-audience", "wrong-issuer", "expired", "tampered"]
)
def test_a_token_that_cannot_be_relied_on_lets_nobody_in(service, city, who):
    client = Client()
    answer = come(client, who)
    assert answer.status_code == 403
    refused(client, answer, "IdentityNotProven")
    assert not IdentityLink.objects.exists()


def test_an_answer_for_another_browser_lets_nobody_in(service, city):
    theirs = over(Client(), "lin")
    client = Client()
    over(client, "lin")
    refused(client, client.get(theirs), "IdentityNotProven")
    refused(client, client.get(theirs.replace("state=", "state=x")), "IdentityNotProven")
    refused(client, client.get("/sign-in/identity/back"), "IdentityNotProven")
    refused(client, client.get("/sign-in/identity/back?error=access_denied"), "IdentityNotProven")


def test_a_code_works_once(service, city):
    client = Client()
    address = over(client, "lin")
    assert client.get(address).status_code == 403
    refused(client, client.get(address), "IdentityNotProven")


def test_a_service_that_is_down_is_said_with_what_to_do(city):
    with override_settings(IDENTITY=identity("http://127.0.0.1:9")):
        answer = Client().get("/sign-in/identity")
        assert answer.status_code == 503
        assert "IdentityServiceSilent" in answer.content.decode()
        assert "/sign-in/identity" in Client().get("/sign-in").content.decode()


def test_without_a_service_there_is_no_such_page(city):
    assert Client().get("/sign-in/identity").status_code == 404
    assert "/sign-in/identity" not in Client().get("/sign-in").content.decode()
