"""Steps by form: taken, refused with every reason at once, and never half-taken."""

import re
from datetime import timedelta

from django.test import Client

from goodstanding.disclosure.queries import open_recalls
from goodstanding.rules.identifiers import make
from goodstanding.wallclock import today
from tests.rules.penalty_rows import identity_number
from tests.web import city as places
from tests.web.city import recent, workbook


def test_a_case_from_proposal_to_decision_by_form(city):
    record = city.records["pending"]
    officer, reviewer = city.client("officer"), city.client("reviewer")
    opened = _second_case(city, officer)
    served = {"served_on": today(), "method": "in-person", "proof": "送达回证 9"}
    assert officer.post(f"{opened}/notice", served).status_code == 302
    assert officer.post(f"{opened}/waiver", {"proof": "声明 9", "hearing": "on"}).status_code == 302
    decision = {
        "outcome": "list",
        "document": "岚人社列〔2026〕99号",
        "reasons": "事实清楚。",
        "months": 12,
        "checked": "on",
    }
    assert reviewer.post(f"{opened}/decision", decision).status_code == 302
    assert "限制有效" in reviewer.get(opened).content.decode()
    assert record


def _second_case(city, officer) -> str:
    code = places.EXPIRED
    record = city.penalty(code, days=3, decided=2)
    data = {"ground": places.GROUND, "records": [record], "case_number": "9"}
    response = officer.post(f"/records/{record}/proposal", data)
    assert response.status_code == 302, response.content.decode()
    return response["Location"]


def test_every_refusal_of_a_decision_at_once(city):
    client = city.client("reviewer")
    data = {"outcome": "list", "document": "", "reasons": "", "checked": "on"}
    response = client.post(f"/cases/{city.cases['pending']}/decision", data)
    html = response.content.decode()
    assert response.status_code in (409, 422)
    for code in ("DecisionDocumentMissing", "ReasonsMissing"):
        assert code in html
    assert 'role="alert"' in html
    assert "aria-invalid" in html


def test_why_a_step_would_be_refused_stands_there_before_it_is_tried(city):
    html = city.client("reviewer").get(f"/cases/{city.cases['pending']}").content.decode()
    found = html[html.index('id="now"') : html.index('id="way"')]
    assert "陈述申辩" in found.split("<details>")[0], found


def test_an_identity_number_in_a_text_is_refused_and_forgotten(city):
    number = identity_number()
    address = f"/cases/{city.cases['pending']}/statement"
    response = city.client("pending").post(address, {"text": f"本人 {number} 说明"})
    assert response.status_code == 422
    assert number not in response.content.decode()


def test_an_objection_upheld_takes_the_record_back_everywhere(city):
    objection = city.objections["stayed"]
    data = {"outcome": "withdrawn", "reasons": "所载单位有误。", "checked": "on"}
    response = city.client("reviewer").post(f"/objections/{objection}/decision", data)
    assert response.status_code == 302
    visitor = city.client("visitor").get(f"/organisations/{places.STAYED}").content.decode()
    assert "没有限制措施有效" in visitor
    assert "所载单位有误" in visitor
    trading = city.client("trading")
    assert "确认停用" in trading.get("/recalls").content.decode()
    recall = open_recalls(recipient="public-resources-trading")[0]
    before = len(open_recalls(recipient="public-resources-trading"))
    page = trading.get("/recalls").content.decode()
    assert page.count('name="recall"') >= 1
    assert "应予确认" in page
    unknown = {"recall": [recall.id, "r-none.1.was-wrong"]}
    assert trading.post("/recalls/acknowledgements", unknown).status_code == 404
    assert len(open_recalls(recipient="public-resources-trading")) == before
    assert trading.post("/recalls/acknowledgements", {}).status_code == 422
    assert trading.post("/recalls/acknowledgements", {"recall": recall.id}).status_code == 302
    assert trading.post(f"/recalls/{recall.id}/acknowledgement").status_code == 302
    assert len(open_recalls(recipient="public-resources-trading")) == before - 1


def test_the_wrong_department_is_told_so(city):
    response = city.client("trading").get(f"/cases/{city.cases['pending']}/notice")
    assert response.status_code == 403
    assert "OtherDepartment" in response.content.decode()


def test_a_task_is_answered_and_reported(city):
    client = Client()
    client.force_login(places.Account.objects.get(login="development-reform/officer"))
    assert client.post(f"/tasks/{city.task}/response", {"answer": "not_applied"}).status_code == 422
    done = client.post(f"/tasks/{city.task}/response", {"answer": "apply"})
    assert done.status_code == 302
    measure = city.task.removesuffix(".respond")
    apply = places.Task.objects.get(measure_id=measure, kind="apply").id
    assert client.post(f"/tasks/{apply}/feedback", {"proof": ""}).status_code == 422
    assert client.post(f"/tasks/{apply}/feedback", {"proof": "函 3"}).status_code == 302


def test_a_check_leaves_a_receipt(city):
    client = city.client("trading")
    data = {"code": places.RESTRICTED, "procedure": "tender", "case_number": "招标 1"}
    response = client.post("/check", data)
    assert response.status_code == 302
    assert "受限" in client.get(response["Location"]).content.decode()
    wrong = client.post("/check", {**data, "code": places.RESTRICTED[:-1] + "?"})
    assert wrong.status_code == 422
    outside = client.post("/check", {**data, "code": make("92", "449800", "MA000001")})
    assert "ClassOutsideTheRegister" in outside.content.decode() or outside.status_code == 422


def test_a_file_is_sent_and_every_row_accounted_for(city):
    client = Client()
    client.force_login(places.Account.objects.get(login="market-regulation/officer"))
    late = recent(32, CF_JDRQ=(today() + timedelta(days=3)).isoformat())
    data = workbook([recent(31), late])
    response = client.post("/uploads", {"kind": "penalty", "file": _file(data)})
    assert response.status_code == 302, response.content.decode()
    html = client.get(response["Location"]).content.decode()
    assert "读取 2 行，接收 1 行，1 行需要处理" in html
    workbook_of = client.get(response["Location"] + "/needs-work.xlsx")
    assert workbook_of.content[:2] == b"PK"


def test_hostile_files_are_answered(city):
    client = Client()
    client.force_login(places.Account.objects.get(login="market-regulation/officer"))
    for data in (b"", b"%PDF-1.4", b"\x00" * 100, b"PK\x03\x04broken", b"a,b\n1,2\n"):
        response = client.post("/uploads", {"kind": "penalty", "file": _file(data)})
        assert response.status_code in (409, 422), (data, response.status_code)
        assert 'role="alert"' in response.content.decode()


def _file(data: bytes):
    return places.SimpleUploadedFile("penalties.xlsx", data)


def test_signing_in_and_out(city):
    client = Client()
    wrong = client.post("/sign-in", {"login": "auditor", "password": "no"})
    assert wrong.status_code == 403
    right = {"login": "auditor", "password": places.PASSWORD}
    assert client.post("/sign-in?next=/oversight", right)["Location"] == "/oversight"
    assert client.post("/sign-in", {**right, "next": "//evil.example"})["Location"] == "/audit"
    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out").status_code == 302
    assert client.get("/desk").status_code == 302


def test_ten_wrong_passwords_lock_and_the_page_says_until_when(city):
    client = Client()
    for _ in range(10):
        client.post("/sign-in", {"login": "auditor", "password": "no"})
    html = client.post("/sign-in", {"login": "auditor", "password": "no"}).content.decode()
    assert re.search(r"请在 \d\d:\d\d 之后再试", html)
