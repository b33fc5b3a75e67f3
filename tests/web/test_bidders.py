"""The bidders of a tender: read, shown, asked about once, and found again under the number."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodstanding.disclosure.models import Point
from goodstanding.enquiries.models import Receipt
from goodstanding.files.reading import read
from goodstanding.rules.identifiers import make
from tests.rules.penalty_rows import code, identity_number, wrong_check
from tests.web import city as places

NUMBER = "岚工招〔2026〕118号"
ASKED = {"case_number": NUMBER, "procedure": "tender"}
CASE = "/check/case?" + "number=%E5%B2%9A%E5%B7%A5%E6%8B%9B%E3%80%942026%E3%80%95118%E5%8F%B7"
CASE += "&procedure=tender"


@pytest.fixture
def trading(city):
    return city.client("trading")


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    return found.group(1) if found else ""


def preview(client, text="", **more):
    return client.post("/check/bidders", {**ASKED, "codes": text, **more})


def ask(client, *codes):
    html = preview(client, "\n".join(codes)).content.decode()
    listed = re.search(r"<textarea name=\"codes\"[^>]*>([^<]*)<", html).group(1)
    data = {**ASKED, "codes": listed, "key": hidden(html, "key")}
    return client.post("/check/bidders/answers", data), data


def test_a_pasted_list_is_shown_as_it_was_read(trading):
    bad, household = wrong_check(9), make("92", "449800", "MA000001")
    text = f"""岚港市禾屿建筑劳务有限公司，{places.RESTRICTED}
{places.STAYED[:2]} {places.STAYED[2:8]} {places.STAYED[8:17]} {places.STAYED[17:]}

{places.NEVER}
{places.RESTRICTED.lower()}
{bad}
{household}
不是代码"""
    before = Receipt.objects.count()
    html = preview(trading, text).content.decode()
    assert "可以查询 3 家机构" in html
    assert places.NAMES[places.RESTRICTED] in html
    assert "登记册中还没有此机构" in html
    for each in ("CheckCharacterWrong", "ClassOutsideTheRegister", "LengthWrong"):
        assert each in html
    assert "第 5 行与第 1 行相同" in html
    assert Receipt.objects.count() == before


def test_a_persons_number_is_neither_asked_about_nor_shown_again(trading):
    number = identity_number()
    html = preview(trading, f"{number}\n{places.NEVER}").content.decode()
    assert "IdentityNumberInQuery" in html
    assert number not in html
    refused = preview(trading, number).content.decode()
    assert 'role="alert"' in refused
    assert number not in refused
    in_case = preview(trading, places.NEVER, case_number=f"招 {number}")
    assert in_case.status_code == 422
    assert number not in in_case.content.decode()


def test_every_bidder_is_answered_with_a_receipt_in_one_table(trading):
    before, told = Receipt.objects.count(), Point.objects.count()
    response, _ = ask(trading, places.RESTRICTED, places.STAYED, places.NEVER)
    assert response["Location"] == CASE
    html = trading.get(CASE).content.decode()
    assert Receipt.objects.count() == before + 3
    assert Point.objects.count() > told
    for each in Receipt.objects.filter(case_number=NUMBER):
        assert f"/receipts/{each.id}" in html
    table = html[html.index('id="an"') :]
    assert table.index("受限") < table.index("无限制")
    assert "付清工资" in table or "申请" in table
    assert "目前按此办理" in table


def test_a_double_click_asks_once(trading):
    response, data = ask(trading, places.RESTRICTED)
    again = trading.post("/check/bidders/answers", data)
    assert (response.status_code, again["Location"]) == (302, CASE)
    assert Receipt.objects.filter(case_number=NUMBER).count() == 1


def test_asked_again_the_page_says_what_changed(city, trading):
    ask(trading, places.RESTRICTED, places.STAYED, places.NEVER)
    same = trading.post("/check/case/again", {"number": NUMBER, "procedure": "tender"}, follow=True)
    assert "每家机构的答复都与上次相同" in same.content.decode()
    done = city.client("reviewer").post(
        f"/objections/{city.objections['stayed']}/decision",
        {"outcome": "withdrawn", "reasons": "所载单位有误。", "checked": "on"},
    )
    assert done.status_code == 302
    html = trading.post(
        "/check/case/again", {"number": NUMBER, "procedure": "tender"}, follow=True
    ).content.decode()
    changed = html[html.index('id="ch"') : html.index('id="an"')]
    assert places.NAMES[places.STAYED] in changed
    assert places.NAMES[places.RESTRICTED] not in changed
    assert changed.index("暂停执行") < changed.index("无限制")


def test_the_answers_as_files(trading):
    ask(trading, places.RESTRICTED, places.NEVER)
    start, query = CASE.split("?")
    told = json.loads(trading.get(f"{start}/answers.json?{query}").content)
    assert [each["answer"] for each in told] == ["restricted", "clear"]
    assert all(each["receipt"].startswith("c-") for each in told)
    for suffix in ("xlsx", "csv"):
        data = trading.get(f"{start}/answers.{suffix}?{query}").content
        rows = list(read(data).rows)
        assert [row.cells["答复"] for row in rows] == ["受限", "无限制"]
        assert rows[0].cells["统一社会信用代码"] == places.RESTRICTED
    assert trading.get(f"{start}/answers.exe?{query}").status_code == 404


def test_the_paper_has_everything_open(trading):
    ask(trading, places.RESTRICTED)
    html = trading.get(CASE.replace("/case?", "/case/print?")).content.decode()
    receipt = Receipt.objects.get(case_number=NUMBER)
    assert receipt.id in html
    assert "<details" not in html[html.index("<main") :]
    assert "岚人社列" in html


def test_only_ones_own_department_finds_the_number(city, trading):
    ask(trading, places.RESTRICTED)
    other = city.client("officer")
    start, query = CASE.split("?")
    assert other.get(f"{start}/answers.json?{query}").status_code == 404
    for address in (CASE, f"{start}/print?{query}"):
        html = other.get(address).content.decode()
        assert places.RESTRICTED not in html
        assert places.NAMES[places.RESTRICTED] not in html
    assert city.client("auditor").get("/check/bidders").status_code == 403
    assert city.client("visitor").get(CASE).status_code == 302
    assert NUMBER not in other.get("/check/cases").content.decode()


def test_numbers_are_found_by_filters_in_the_address(trading):
    ask(trading, places.RESTRICTED)
    for query, there in (("q=118", True), ("q=zz", False), ("procedure=grant", False)):
        html = trading.get(f"/check/cases?{query}").content.decode()
        assert (NUMBER in html) is there, query
    assert trading.get("/check/cases?since=x&until=2020-13-01&page=999999").status_code == 200
    assert trading.get("/check/case?number=%00&procedure=tender").status_code == 404


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4", b"\x00" * 90, b"PK\x03\x04broken", "只有文字".encode()]
)
def test_hostile_lists_are_answered_at_the_form(trading, data):
    response = preview(trading, file=places.SimpleUploadedFile("codes.xlsx", data))
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()


def test_a_file_of_codes_and_both_at_once(trading):
    lines = f"单位,统一社会信用代码\n甲,{places.RESTRICTED}\n乙,{places.NEVER}\n".encode("gb18030")
    file = places.SimpleUploadedFile("codes.csv", lines)
    assert "可以查询 2 家机构" in preview(trading, file=file).content.decode()
    file.seek(0)
    both = preview(trading, places.NEVER, file=file)
    assert "BiddersTwice" in both.content.decode()
    assert "BiddersMissing" in preview(trading).content.decode()
    large = places.SimpleUploadedFile("codes.csv", b"x" * (17 * 1024 * 1024))
    assert preview(trading, file=large).status_code == 413
    many = "\n".join(code(n) for n in range(10_001))
    assert "TooManyBidders" in preview(trading, many).content.decode()


def test_queries_of_the_pages_do_not_grow_with_bidders(trading):
    def queries():
        with CaptureQueriesContext(connection) as found:
            for address in (CASE, CASE.replace("/case?", "/case/print?"), "/check/cases"):
                assert trading.get(address).status_code == 200
        return len(found)

    ask(trading, places.RESTRICTED, places.NEVER)
    few = queries()
    ask(trading, *(code(n) for n in range(1, 60)))
    assert queries() == few
