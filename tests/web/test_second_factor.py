"""A second factor: set up, asked for, used once, locked like a password, lost and taken away."""

import re
from datetime import timedelta

import pyotp
import pytest
from django.test import Client, override_settings

from goodstanding.departments import second_factor
from goodstanding.departments.models import Account, AccountEvent, OpenSession, SecondFactor, SignIn
from goodstanding.wallclock import machine
from tests.web.city import PASSWORD

LOGIN = "human-resources/officer"
RIGHT = {"login": LOGIN, "password": PASSWORD}


@pytest.fixture
def officer(city) -> Account:
    return Account.objects.get(login=LOGIN)


@pytest.fixture
def enrolled(city, officer):
    """The officer's secret and recovery codes; the code of the last step is used up."""
    html = city.client("officer").get("/account/second-factor").content.decode()
    secret = re.search(r'secret">([A-Z2-7 ]+)<', html)[1].replace(" ", "")
    answer = city.client("officer").post("/account/second-factor", {"code": code(secret, -1)})
    codes = re.findall(r'<li class="code">([A-Z2-7-]+)<', answer.content.decode())
    return secret, codes


def code(secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(machine() + timedelta(seconds=30 * steps))


def half(**more) -> Client:
    client = Client()
    answer = client.post("/sign-in", {**RIGHT, **more})
    assert answer["Location"] == "/sign-in/code"
    return client


def signed_in(client: Client) -> bool:
    return client.get("/account").status_code == 200


def test_the_page_has_the_code_as_a_picture_and_as_text(city, officer):
    html = city.client("officer").get("/account/second-factor").content.decode()
    assert "<svg" in html
    assert "data:" not in html
    kept = SecondFactor.objects.get(account=officer).secret
    assert re.search(r'secret">([A-Z2-7 ]+)<', html)[1].replace(" ", "") not in kept


def test_a_wrong_first_code_sets_nothing_up(city, officer):
    client = city.client("officer")
    client.get("/account/second-factor")
    answer = client.post("/account/second-factor", {"code": "000000"})
    assert answer.status_code == 403
    assert second_factor.in_use(officer) is None


def test_the_password_alone_opens_nothing_then(enrolled):
    secret, codes = enrolled
    client = half(next="/cases")
    assert not signed_in(client)
    assert client.get("/desk")["Location"].startswith("/sign-in")
    answer = client.post("/sign-in/code", {"code": f" {code(secret)} "})
    assert answer["Location"] == "/cases"
    assert signed_in(client)
    assert len(codes) == 10


def test_a_code_works_once_and_none_before_it(enrolled):
    secret, _ = enrolled
    assert half().post("/sign-in/code", {"code": code(secret)}).status_code == 302
    again = half()
    for steps in (0, -1):
        assert again.post("/sign-in/code", {"code": code(secret, steps)}).status_code == 403
    assert not signed_in(again)


def test_a_recovery_code_works_once_and_is_not_kept_readable(enrolled, officer):
    _, codes = enrolled
    assert half().post("/sign-in/code", {"code": codes[0].lower()}).status_code == 302
    assert half().post("/sign-in/code", {"code": codes[0]}).status_code == 403
    plain = codes[1].replace("-", "")
    assert not officer.recovery_codes.filter(digest__icontains=plain).exists()
    assert second_factor.codes_left(officer) == 9


def test_wrong_codes_lock_like_wrong_passwords_and_a_right_password_does_not_wipe_them(enrolled):
    for _n in range(10):
        assert half().post("/sign-in/code", {"code": "000000"}).status_code == 403
    answer = Client().post("/sign-in", RIGHT)
    assert "SignInLocked" in answer.content.decode()
    assert SignIn.objects.filter(outcome="code").count() == 10


def test_half_way_lasts_ten_minutes(enrolled):
    secret, _ = enrolled
    client = half()
    session = client.session
    session["half"] = {**session["half"], "at": (machine() - timedelta(minutes=11)).isoformat()}
    session.save()
    answer = client.post("/sign-in/code", {"code": code(secret)})
    assert answer["Location"] == "/sign-in"
    assert not signed_in(client)


@override_settings(SECOND_FACTOR="required")
def test_where_it_is_required_it_is_set_up_on_the_way_in(city, officer):
    client = Client()
    assert client.post("/sign-in", RIGHT)["Location"] == "/account/second-factor"
    assert not signed_in(client)
    html = client.get("/account/second-factor").content.decode()
    secret = re.search(r'secret">([A-Z2-7 ]+)<', html)[1].replace(" ", "")
    answer = client.post("/account/second-factor", {"code": code(secret)})
    assert "/desk" in answer.content.decode()
    assert signed_in(client)
    stranger = Client()
    assert (
        stranger.post("/sign-in", {"login": "stayed", "password": PASSWORD})["Location"] == "/own"
    )


def test_new_recovery_codes_and_removal_ask_for_a_code(city, enrolled, officer):
    secret, codes = enrolled
    client = city.client("officer")
    wrong = client.post("/account/second-factor", {"what": "off", "code": "000000"})
    assert wrong.status_code == 403
    assert second_factor.in_use(officer)
    client.post("/account/second-factor", {"what": "codes", "code": codes[0]})
    assert not second_factor.accepted(officer, codes[1], at=machine())
    client.post("/account/second-factor", {"what": "off", "code": code(secret)})
    assert second_factor.in_use(officer) is None


def test_the_credit_office_takes_a_lost_one_away_but_never_its_own(city, enrolled, officer):
    browser = city.client("officer")
    assert signed_in(browser)
    office = city.client("credit office")
    form = {"what": "reset", "reason": "本人持工作证到场核实"}
    own = Account.objects.get(login="credit-office/officer")
    assert office.post(f"/people/{own.id}", form).status_code == 403
    assert city.client("auditor").post(f"/people/{officer.id}", form).status_code == 403
    assert second_factor.in_use(officer)
    assert office.post(f"/people/{officer.id}", form).status_code == 302
    assert second_factor.in_use(officer) is None
    assert not signed_in(browser)
    event = AccountEvent.objects.get(account=officer, kind="factor-reset")
    assert (event.by_id, event.reason) == (own.id, form["reason"])
    assert OpenSession.objects.filter(account=officer, ending="factor").exists()
