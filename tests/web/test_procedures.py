"""A tender on its pages: opened, its organisations read and entered, on to payment and its basis."""

import re

from goodstanding.procedures.models import CaseBidder, PaymentBasis, ProcedureCase
from tests.files.evidence import paper
from tests.rules.penalty_rows import wrong_check
from tests.web import city as places
from tests.web.procedures import NUMBER


def test_a_desk_runs_a_case_to_its_payment_basis(city):
    client = city.client("trading")
    points = {"points-tender-bonus-at-tender": "9"}
    opening = {
        "procedure": "tender",
        "number": "岚招〔2026〕88号",
        "document": "招标文件",
        **points,
    }
    above = client.post("/procedures/new", opening)
    assert (above.status_code, "PointsAboveCap" in above.content.decode()) == (422, True)
    at = client.post("/procedures/new", {**opening, **dict.fromkeys(points, "1.50")}).url
    text = f"{places.EXPIRED}\n{wrong_check(9)}\n{places.EXPIRED}\n{places.NEVER}"
    html = client.post(f"{at}/bidders", {"codes": text}).content.decode()
    assert "CheckCharacterWrong" in html
    listed = re.search(r"<textarea name=\"codes\"[^>]*>([^<]*)<", html).group(1)
    key = re.search(r'name="key" value="([^"]*)"', html).group(1)
    for _twice in range(2):
        assert client.post(f"{at}/bidders/entry", {"codes": listed, "key": key}).url == at
    rows = CaseBidder.objects.filter(case=at.rsplit("/", 1)[1]).order_by("row")
    assert [each.organisation for each in rows] == [places.EXPIRED, places.NEVER]
    _go_on(client, at)
    results = {"result-1": "awarded", "result-2": "not-awarded"}
    assert client.post(f"{at}/results", results).url == at
    assert client.post(f"{at}/basis").status_code == 409
    _go_on(client, at)
    assert "未生成拨付依据" in client.get("/procedures?stage=unpaid").content.decode()
    assert client.post(f"{at}/basis").url == at
    basis = PaymentBasis.objects.get()
    made = client.get(f"{at}/bases/{basis.id}.pdf")
    assert (made["Content-Type"], made.content[:5]) == ("application/pdf", b"%PDF-")
    assert client.get(f"{at}/bases/{basis.id}.json").json()["payees"][0]["row"] == 1
    assert client.get("/procedures.csv").content.decode("utf-8-sig").count("\n") == 2
    assert client.post(f"{at}/closing").url == at
    assert "1.5 分" in client.get(at).content.decode()


def _go_on(client, at: str) -> None:
    html = client.get(f"{at}/next").content.decode()
    sent = {name: _hidden(html, name) for name in ("stage", "seen")}
    stale = client.post(f"{at}/next", {**sent, "seen": "before"})
    assert (stale.status_code, 'role="alert"' in stale.content.decode()) == (409, True)
    assert client.post(f"{at}/next", sent).url == at


def _hidden(html: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', html).group(1)


def test_the_page_says_what_is_kept_out_and_what_moved_and_orders_nobody(city):
    client = city.client("officer")
    at = f"/procedures/{city.procedure}"
    html = client.get(at).content.decode()
    assert "有 2 家机构在本阶段不予准入" in html
    table = html[html.index('id="bi"') :]
    assert re.findall(r"/bidders/(\d)", table) == ["1", "2", "3"]
    moved = client.get(f"{at}/next").content.decode()
    assert places.NAMES[places.STAYED] in moved
    assert places.NAMES[places.RESTRICTED] not in moved
    assert NUMBER in client.get("/desk").content.decode()
    refused = client.post(f"{at}/results", {"result-2": "awarded"})
    assert (refused.status_code, "不适用于本办件" in refused.content.decode()) == (422, True)
    kept = client.post(f"{at}/results", {"result-2": "awarded", "reason-2": "已停止执行"})
    assert kept.url == at
    assert ProcedureCase.objects.get(id=city.procedure).stage == "award"


def test_a_report_of_others_is_attached_with_its_source(city):
    client = city.client("officer")
    at = f"/procedures/{city.procedure}/bidders/1"
    graded = {
        "file": _file("Rating AAA and a long text about everything else in it"),
        "source": "x",
    }
    refused = client.post(at, graded)
    assert (refused.status_code, "ThirdPartyReportGraded" in refused.content.decode()) == (
        422,
        True,
    )
    assert client.post(at, {"file": _file("scan"), "source": "岚港审计"}).status_code == 422
    sent = {"file": _file("scan"), "source": "岚港审计", "stated": "on"}
    assert client.post(at, sent).url == at
    assert "岚港审计" in client.get(at).content.decode()


def _file(text: str) -> places.SimpleUploadedFile:
    return places.SimpleUploadedFile("a.pdf", paper(text), content_type="application/pdf")
