"""The clock of a sandbox goes forward only, for every door at once; elsewhere there is none."""

import json
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from goodstanding import wallclock
from goodstanding.catalogue.queries import calendar
from goodstanding.clocks.queries import todo
from goodstanding.flow.answers import Question
from goodstanding.flow.enquire import ask
from goodstanding.rules.errors import Refused
from goodstanding.sandbox import clock
from tests.web.city import HOME, RESTRICTED

CLOCK = "/api/v1/sandbox/clock"


def put(body: dict) -> tuple[int, dict]:
    response = Client().put(CLOCK, data=json.dumps(body), content_type="application/json")
    return response.status_code, json.loads(response.content)


def test_the_moment_believed_is_the_one_set_and_goes_on(sandbox):
    wanted = (wallclock.now() + timedelta(days=40)).replace(microsecond=0)
    status, told = put({"now": wanted.isoformat()})
    assert status == 200
    assert datetime.fromisoformat(told["now"]) == wanted
    assert timedelta() <= wallclock.now() - wanted < timedelta(seconds=60)
    later = put({"days": 2})[1]
    assert date.fromisoformat(later["today"]) - date.fromisoformat(told["today"]) == timedelta(2)
    assert json.loads(Client().get(CLOCK).content)["today"] == later["today"]


def test_it_never_goes_back(sandbox):
    ahead = wallclock.now() + timedelta(days=40)
    put({"now": ahead.isoformat()})
    status, told = put({"now": (ahead - timedelta(days=1)).isoformat()})
    assert (status, told["code"]) == (409, "ClockGoesForwardOnly")
    assert wallclock.now() >= ahead


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"now": "2500-01-01T00:00:00+08:00"}, "ClockTooFarAhead"),
        ({"now": "tomorrow"}, "BodyInvalid"),
        ({"now": "2030-01-01T00:00:00"}, "BodyInvalid"),
        ({"days": -1}, "BodyInvalid"),
        ({"hours": 1}, "BodyInvalid"),
    ],
)
def test_what_cannot_be_believed_is_refused(sandbox, body, code):
    status, told = put(body)
    assert (status, told["code"]) == (422, code)
    assert clock.ahead() == timedelta()


def test_elsewhere_there_is_no_such_clock(database):
    assert put({"days": 1})[0] == 404
    assert Client().get(CLOCK).status_code == 404
    assert Client().get("/sandbox").status_code == 404
    with pytest.raises(Refused) as refused:
        clock.move(wallclock.now() + timedelta(days=1))
    assert refused.value.codes == ("NotASandbox",)


def test_deadlines_pass_and_a_restriction_ends_by_the_date_alone(city):
    before = len(_waiting().overdue)
    answer = Question(code=RESTRICTED, procedure="tender", case_number="岚采〔2026〕9号")
    trading = city.call("public-resources-trading/officer", days=0)
    assert str(ask(trading, answer).checked.answer) == "restricted"
    put({"days": 30})
    assert len(_waiting().overdue) > before
    put({"days": 1200})
    later = city.call("public-resources-trading/officer", days=0)
    assert later.at - trading.at > timedelta(days=1200)
    assert str(ask(later, answer).checked.answer) == "clear"


def test_a_page_moves_it_and_says_what_day_it_is(city):
    client = city.client("officer")
    html = client.get("/sandbox").content.decode()
    assert "沙盒时钟" in html
    to = wallclock.today() + timedelta(days=7)
    said = client.post("/sandbox", {"to": to.isoformat()}, follow=True).content.decode()
    assert wallclock.today() == to
    assert f"{to.year}年{to.month}月{to.day}日" in said
    back = client.post("/sandbox", {"to": (to - timedelta(days=9)).isoformat()})
    assert back.status_code == 409
    assert "只能向前" in back.content.decode()


def _waiting():
    return todo(on=wallclock.today(), calendar=calendar(), department=HOME)
