"""A form survives what happens to forms: twice, too late, by two, after the session ended."""

import re

import pytest
from django.test import Client

from goodstanding.register.reading import acts, head
from tests.rules.penalty_rows import identity_number
from tests.web import city as places


def token_of(html: str) -> str:
    return re.search(r'name="form" value="([^"]+)"', html).group(1)


def opened(client, path: str, **fields) -> dict:
    """A form opened now, filled in."""
    html = client.get(path).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', html).group(1)
    return {"form": token_of(html), "seen": seen, **fields}


def statement(city, text="工资已经付清。"):
    path = f"/cases/{city.cases['pending']}/statement"
    client = city.client("officer")
    return client, path, opened(client, path, text=text)


def test_a_double_click_is_one_step_and_lands_where_the_first_did(city):
    client, path, form = statement(city)
    before = head().position
    first, second = client.post(path, form), client.post(path, form)
    assert head().position == before + 1
    assert first.url == second.url
    assert "此前已经提交" in client.get(second.url).content.decode()


def test_going_back_and_sending_other_words_is_told_and_nothing_is_lost(city):
    client, path, form = statement(city)
    client.post(path, form)
    before = head().position
    again = client.post(path, {**form, "text": "另外，工程款尚未结清。"})
    html = again.content.decode()
    assert (again.status_code, head().position) == (409, before)
    assert "FormSentBefore" in html
    assert "另外，工程款尚未结清。" in html
    anew = client.post(path, {**form, "form": token_of(html), "text": "另外，工程款尚未结清。"})
    assert anew.status_code == 302
    assert head().position == before + 1


def test_what_happened_meanwhile_is_said_and_what_was_typed_stays(city):
    client, path, form = statement(city)
    waiver = f"/cases/{city.cases['pending']}/waiver"
    hearing = {"proof": "声明 9", "hearing": "on"}
    reviewer = city.client("reviewer")
    decision = f"/cases/{city.cases['pending']}/decision"
    assert client.post(waiver, opened(client, waiver, **hearing)).status_code == 302
    drop = {"outcome": "drop", "document": "岚决 1", "reasons": "不予列入。", "checked": "on"}
    assert reviewer.post(decision, opened(reviewer, decision, **drop)).status_code == 302
    late = client.post(path, form)
    html = late.content.decode()
    assert late.status_code in (409, 422)
    assert "打开本页之后发生了" in html
    assert "人力资源和社会保障" in html
    assert "工资已经付清。" in html


def test_what_was_typed_before_the_session_ended_is_there_after_signing_in(city):
    client, path, form = statement(city, "工资已经付清，附银行回单。")
    before = head().position
    client.cookies.pop("sessionid")
    sent = client.post(path, form)
    assert sent.status_code == 302
    assert sent.url.startswith("/sign-in")
    assert "工资" not in sent.url
    assert "登录后会自动恢复" in client.get(sent.url).content.decode()
    keys = {"login": places.LOGINS["officer"], "password": places.PASSWORD, "next": path}
    back = client.post("/sign-in", keys, follow=True).content.decode()
    assert "工资已经付清，附银行回单。" in back
    assert "尚未提交" in back
    assert head().position == before
    client.post(path, opened(client, path, text="工资已经付清，附银行回单。"))
    assert "已恢复" not in client.get(path).content.decode()


def test_an_identity_number_is_not_kept_for_anybody(city):
    client, path, form = statement(city, f"身份证 {identity_number()}")
    client.cookies.pop("sessionid")
    client.post(path, form)
    kept = client.session.get("typed")
    assert identity_number() not in str(kept)


def test_a_form_too_old_shows_what_was_typed_and_fills_nothing(city):
    client = Client(enforce_csrf_checks=True)
    client.cookies = city.client("officer").cookies
    path = f"/cases/{city.cases['pending']}/statement"
    answer = client.post(path, {"text": "<b>工资已经付清。</b>", "password": "secret-word"})
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "&lt;b&gt;工资已经付清。" in html
    assert "secret-word" not in html
    assert "工资已经付清" not in client.get(path).content.decode()


@pytest.mark.parametrize("length", [5_001, 60_001])
def test_a_text_too_long_is_told_and_kept_to_be_shortened(city, length):
    client, path, form = statement(city, "长" * length)
    before = len(acts(places.PENDING))
    answer = client.post(path, form)
    assert answer.status_code == 422
    assert "长" * 200 in answer.content.decode()
    assert len(acts(places.PENDING)) == before


def test_without_a_token_a_step_is_still_taken_and_still_only_by_its_rules(city):
    client, path, _ = statement(city)
    assert client.post(path, {"text": "工资已经付清。"}).status_code == 302
