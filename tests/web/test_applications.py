"""An application page by page: received, told once what is missing, promised, decided, counted."""

from datetime import timedelta

import pytest

from goodstanding.applications.models import Application
from goodstanding.commitments import queries as promised
from goodstanding.flow.decide import decide_designation
from goodstanding.flow.enter import enter_honour
from goodstanding.flow.notify import serve_notice, waive_statement
from goodstanding.flow.propose import propose_designation
from goodstanding.wallclock import today
from tests.rules.penalty_rows import AUTHORITY, code
from tests.web import city as places
from tests.web.desk_applications import ITEM, MAIN

CLEAN = code(41)
NEW = f"/applications/new?code={CLEAN}&item={ITEM}"


def html(city, who, address):
    return city.client(who).get(address).content.decode()


def sent(city, who, address, **typed):
    return city.client(who).post(address, {"checked": "on", **typed})


def at(city):
    return f"/applications/{city.application}"


@pytest.fixture
def exemplar(city):
    officer = city.call(f"{places.HOME}/officer", days=10)
    record = enter_honour(
        officer,
        organisation=CLEAN,
        name="岚港市示例第41号电子有限公司",
        document="岚表〔2026〕41号",
        decided_on=officer.on - timedelta(days=3),
        authority="岚港市人力资源局",
        authority_code=AUTHORITY,
    )
    case = propose_designation(
        officer, organisation=CLEAN, ground="exemplar/recognised", records=(record,)
    )
    serve_notice(officer, case=case, served_on=officer.on, method="in-person", proof="回证1")
    waive_statement(officer, case=case, proof="声明1")
    decide_designation(
        city.call(f"{places.HOME}/reviewer", days=9),
        case=case,
        outcome="list",
        document="岚决41号",
        reasons="诚信经营。",
    )
    return CLEAN


def received(city):
    response = sent(city, "officer", NEW, case_number="岚人社受〔2026〕41号", papers=MAIN)
    assert response.status_code == 302
    return response["Location"]


def test_who_has_not_earned_it_is_told_why_and_what_to_do(city):
    page = html(city, "officer", at(city))
    assert "不适用容缺受理" in page
    assert "一次性告知补正材料" in page
    refused = sent(city, "officer", f"{at(city)}/promise", promise="承诺书1号")
    assert "NotEligibleToFollow" in refused.content.decode()
    assert sent(city, "officer", f"{at(city)}/missing").status_code == 302
    again = sent(city, "officer", f"{at(city)}/missing")
    assert (again.status_code, "MissingListToldBefore" in again.content.decode()) == (409, True)
    own = html(city, "representative", f"/own/{places.STAYED}")
    assert "我单位的办理申请" in own
    assert "经营场所使用证明" in own
    assert city.client("trading").get(at(city)).status_code == 403


def test_a_promise_is_made_kept_and_counted(city, exemplar):
    address = received(city)
    assert "适用绿色通道：" in html(city, "officer", address)
    assert "本单位承诺" in html(city, "officer", f"{address}/promise")
    late = today() + timedelta(days=60)
    refused = sent(city, "officer", f"{address}/promise", promise=" ", due=late.isoformat())
    told = refused.content.decode()
    assert refused.status_code == 422
    assert "PromiseDocumentMissing" in told
    assert "PromisePastTheLimit" in told
    assert sent(city, "officer", f"{address}/promise", promise="承诺书1号").status_code == 302
    assert "papers" in city.client("officer").get(f"{address}/papers").content.decode()
    assert sent(city, "officer", f"{address}/papers", papers="office-lease").status_code == 302
    done = sent(city, "reviewer", f"{address}/decision", outcome="granted", document="岚许41号")
    assert done.status_code == 302
    row = Application.objects.get(id=address.rpartition("/")[2])
    assert (row.lane, row.promise, row.used, row.saved) == ("fast", "kept", 0, 20)
    (promise,) = promised.of_organisation(organisation=CLEAN)
    assert promise.stage == "kept"
    listed = html(city, "officer", "/applications?state=kept")
    assert "节省 20 个工作日" in listed
    assert "岚港市示例第41号" in listed
    figures = html(city, "credit office", f"/oversight?period={today():%Y-%m}")
    assert "节省工作日" in figures
    assert "state=counted" in figures
    file = city.client("officer").get("/applications.csv?state=kept").content.decode()
    assert "岚人社受〔2026〕41号" in file


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        (f"code=12&item={ITEM}", ["LengthWrong"]),
        (f"code={places.NEVER}&item={ITEM}", ["OrganisationUnknown"]),
        (f"code={CLEAN}&item=food-business-licence", ["invalid_choice"]),
    ],
)
def test_a_beginning_that_cannot_be_is_said_at_its_field(city, query, codes):
    response = city.client("officer").get(f"/applications/new?{query}")
    page = response.content.decode()
    assert response.status_code == 422
    assert all(each in page for each in codes), page
