"""Letters: made from the case and the law, for whom they are due, and no name of a person."""

import re

import pytest

from goodstanding.departments.models import Account
from goodstanding.flow import decide, notify, propose, transcribe
from tests.web import city as places
from tests.web.browsing import signed_in


def _read(client, address: str) -> str:
    client.cookies["django_language"] = "zh-hans"
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()
    article = re.search(r"<article.*</article>", response.content.decode(), re.DOTALL)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", article))


def _proposed(city) -> str:
    record = city.penalty(places.EXPIRED, days=3, decided=2)
    return propose.propose_designation(
        city.call(f"{places.HOME}/officer", days=2),
        organisation=places.EXPIRED,
        ground=places.GROUND,
        records=(record,),
        facts="逾期仍未支付。",
    )


def test_a_notice_says_what_why_and_until_when(city):
    case = city.cases["pending"]
    text = _read(city.client("pending"), f"/cases/{case}/letters/notice")
    for said in (
        *("拟列入告知书", "岚港市启衡装饰工程有限公司", "拖欠农民工工资情节严重", "岚人社罚"),
        *("劳动保障监察条例", "限制参加政府采购活动", "36 个月", "你单位有权申请听证"),
        *("最迟", f"/cases/{case}/statement", "不收费"),
    ):
        assert said in text, said


def test_a_notice_not_served_is_for_who_serves_it(city):
    case = _proposed(city)
    text = _read(city.client("officer"), f"/cases/{case}/letters/notice")
    assert "5 个工作日" in text
    assert "自本告知书送达次日起" in text
    assert "逾期仍未支付。" in text
    refused = city.client("officer").get(f"/cases/{case}/letters/decision")
    assert refused.status_code == 409
    assert "CaseNotDecided" in refused.content.decode()


def test_the_organisation_reads_its_notice_from_the_day_it_is_served(city):
    record = city.penalty(places.PENDING, days=3, decided=1)
    officer = city.call(f"{places.HOME}/officer", days=2)
    case = propose.propose_designation(
        officer, organisation=places.PENDING, ground=places.GROUND, records=(record,)
    )
    client = city.client("pending")
    before = client.get(f"/cases/{case}/letters/notice")
    assert before.status_code == 409
    assert "NoticeNotServed" in before.content.decode()
    notify.serve_notice(officer, case=case, served_on=officer.on, method="post", proof="挂号 9")
    assert client.get(f"/cases/{case}/letters/notice").status_code == 200
    assert f"/cases/{case}/letters/notice" in client.get(f"/own/{places.PENDING}").content.decode()


def test_a_decision_answers_cites_and_names_the_remedies(city):
    case = city.cases["pending"]
    call = city.call(f"{places.HOME}/officer", days=0)
    notify.receive_statement(call, case=case, text="工资已经付清。")
    notify.waive_statement(call, case=case, proof="声明 3", hearing=True)
    decide.decide_designation(
        city.call(f"{places.HOME}/reviewer", days=0),
        case=case,
        outcome="list",
        document="岚人社列〔2026〕77号",
        reasons="期限内未支付。",
        answer="凭证显示付款在期限之后。",
        way_back="付清后六个月可以申请。",
        months=12,
    )
    text = _read(city.client("pending"), f"/cases/{case}/letters/decision")
    for said in (
        *("列入决定书", "岚人社列〔2026〕77号", "期限内未支付。", "凭证显示付款在期限之后。"),
        *("《保障农民工工资支付条例》第48条", "公共资源交易", "付清后六个月可以申请。"),
        *("60 个自然日", "《中华人民共和国行政复议法》第20条"),
        *("6 个月", "《中华人民共和国行政诉讼法》第46条", "足额支付工资的证明"),
    ):
        assert said in text, said


def test_a_case_dropped_says_so_and_nothing_else(city):
    case = city.cases["pending"]
    decide.decide_designation(
        city.call(f"{places.HOME}/reviewer", days=0),
        case=case,
        outcome="drop",
        document="岚人社不列〔2026〕1号",
        reasons="已经付清。",
    )
    text = _read(city.client("officer"), f"/cases/{case}/letters/decision")
    assert "不予列入决定书" in text
    assert "已经付清。" in text
    assert "限制参加" not in text


def test_an_outcome_is_a_letter_once_decided(city):
    open_one, done = city.objections["stayed"], city.objections["withdrawn"]
    refused = city.client("representative").get(f"/objections/{open_one}/letter")
    assert refused.status_code == 409
    assert "ObjectionNotDecided" in refused.content.decode()
    text = _read(city.client("reviewer"), f"/objections/{done}/letter")
    assert "原处罚决定经行政复议撤销" in text
    assert "自始不产生效力" in text


def test_a_listing_decided_elsewhere_has_no_letters_of_ours(city):
    case = transcribe.confirm_transcription(
        city.call("intermediate-court/reviewer", days=0),
        record=city.records["elsewhere"],
        ground="enforcement-default/court-listing",
    )
    client = city.client("court")
    for name in ("notice", "decision"):
        refused = client.get(f"/cases/{case}/letters/{name}")
        assert refused.status_code == 409
        assert "LetterOfAnotherAuthority" in refused.content.decode()
    assert "/letters/" not in client.get(f"/cases/{case}").content.decode()


def test_no_letter_for_others_and_no_name_of_an_officer(city):
    addresses = (
        f"/cases/{city.cases['restricted']}/letters/notice",
        f"/cases/{city.cases['restricted']}/letters/decision",
        f"/objections/{city.objections['withdrawn']}/letter",
    )
    Account.objects.filter(login__startswith=places.HOME).update(display_name="某经办某复核")
    for address in addresses:
        assert "某经办某复核" not in _read(city.client("officer"), address)
        for who, status in (("trading", 403), ("pending", 403), ("visitor", 302)):
            assert city.client(who).get(address).status_code == status


def test_a_letter_as_a_file_in_the_language_asked_for(city):
    case = city.cases["pending"]
    address = f"/letters/{case}/notice.pdf"
    assert address in city.client("officer").get(f"/cases/{case}").content.decode()
    found = city.client("pending").get(address, {"lang": "en"})
    assert found["Content-Type"] == "application/pdf"
    assert found["Content-Disposition"] == f'attachment; filename="notice-{case}-en.pdf"'
    assert found.content.startswith(b"%PDF-")
    for who, status in (("trading", 403), ("agent", 403), ("visitor", 302)):
        assert city.client(who).get(address).status_code == status
    refused = city.client("officer").get(address, {"lang": "fr"})
    assert "LanguageUnknown" in refused.content.decode()


@pytest.mark.browser
def test_from_a_filter_to_its_file_to_a_letter_on_paper(browser, address, city, tmp_path):
    context = signed_in(browser, address, city, "officer", accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}/cases")
    page.focus("#id_q")
    page.keyboard.type("禾屿")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases?*q=*")
    assert page.locator("main table tbody tr").count() == 1
    with page.expect_download() as got:
        page.click("a[href*='cases.csv']")
    got.value.save_as(tmp_path / "cases.csv")
    rows = (tmp_path / "cases.csv").read_text(encoding="utf-8-sig").strip().splitlines()
    assert len(rows) == 2
    assert places.RESTRICTED in rows[1]
    page.click("main table tbody a")
    page.click("a[href$='/letters/decision']")
    assert page.is_visible("nav.nav")
    page.emulate_media(media="print")
    for hidden in ("header.top", "nav.nav", "nav.crumbs", "footer.foot", ".no-paper"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert "列入决定书" in page.inner_text("article.letter h1")
    assert page.is_visible(".letter-foot")
    context.close()


@pytest.mark.browser
def test_filters_fold_on_a_phone_and_open_by_keyboard(browser, address, city):
    size = {"width": 320, "height": 700}
    context = signed_in(browser, address, city, "officer", viewport=size)
    page = context.new_page()
    page.goto(f"{address}/cases?state=in-force")
    assert not page.is_visible("#id_q")
    assert "阶段：限制有效" in page.inner_text(".folding")
    page.focus("#fold")
    page.keyboard.press("Space")
    assert page.is_visible("#id_q")
    context.close()
