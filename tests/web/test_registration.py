"""Base registration from the file to the pages: names, codes, an end, a merger an officer looks at."""

from datetime import timedelta

import pytest

from goodstanding.enquiries.models import Receipt
from goodstanding.flow.answers import Question
from goodstanding.flow.bench import Call
from goodstanding.flow.enquire import ask
from goodstanding.flow.reopen import reopenings
from goodstanding.organisations.models import Link, Name, Organisation
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.actors import Actor, Role
from goodstanding.wallclock import now, today
from tests.rules.penalty_rows import AUTHORITY, code
from tests.web import city as places
from tests.web.browsing import signed_in
from tests.web.city import workbook
from tests.web.test_browser import ALL, AXE, _flaws
from tests.web.test_uploads import send
from tests.web.test_uploads_of_every_kind import sent, titled

HEIR, RECODED = code(91), code(92)
DAY = today() - timedelta(days=3)
OLD_NAME = "岚港市旧禾建筑劳务有限公司"


def row(organisation, name, **changed):
    cells = {
        "RG_NAME": name,
        "RG_CODE": organisation,
        "RG_ESTABLISHED_ON": "2015-06-01",
        "RG_STATUS": "存续",
        "RG_AUTHORITY": "岚港市市场监督管理局",
        "RG_AUTHORITY_CODE": AUTHORITY,
        "RG_APPROVED_ON": DAY.isoformat(),
    }
    return titled("registration", cells | changed)


def rows():
    """RESTRICTED had another name; its code changed to RECODED, which merged into HEIR a day later."""
    own = places.NAMES[places.RESTRICTED]
    merged = {
        "RG_STATUS": "注销",
        "RG_REASON": "吸收合并",
        "RG_CHANGED_ON": DAY.isoformat(),
        "RG_SUCCESSORS": HEIR,
    }
    before = (DAY - timedelta(days=1)).isoformat()
    changed = {"RG_FORMER_CODE": places.RESTRICTED, "RG_CODE_SINCE": before}
    older = {"RG_NAME_SINCE": "2015-06-01", "RG_APPROVED_ON": "2015-06-01"}
    return [
        row(places.RESTRICTED, own, RG_NAME_SINCE="2020-01-06"),
        row(places.RESTRICTED, OLD_NAME, **older),
        row(HEIR, "岚港市承禾建筑劳务有限公司"),
        row(RECODED, own, RG_APPROVED_ON=before, **changed),
        row(RECODED, own, **merged),
    ]


def officer():
    actor = Actor(
        id="o-trading",
        department="public-resources-trading",
        roles=frozenset({Role.OFFICER}),
    )
    return Call(actor=actor, at=now())


def asked(organisation):
    return ask(officer(), Question(code=organisation, procedure="tender", case_number="1"))


def test_a_file_tells_what_the_register_adds_and_the_same_file_adds_nothing(city):
    preview, report = sent(city, "registration", rows())
    assert "读取 5 行，接收 5 行" in preview
    assert "报送结果" in report
    assert "基础登记信息" in report
    preview, _ = sent(city, "registration", [rows()[1], rows()[0]])
    assert "读取 2 行，接收 0 行" in preview
    assert Name.objects.filter(code=places.RESTRICTED).count() == 2
    assert Link.objects.count() == 4
    assert rebuild(verify=True).found == ()


def test_an_end_a_merger_and_a_new_code_are_answered(city):
    before = asked(HEIR)
    assert (str(before.checked.answer), before.checked.known) == ("clear", False)
    sent(city, "registration", rows())
    told = asked(HEIR)
    assert (str(told.checked.answer), str(told.checked.act_as)) == ("review", "clear")
    assert {each.predecessor for each in told.identity.reviews} == {RECODED}
    old, new = asked(places.RESTRICTED), asked(RECODED)
    assert str(old.checked.answer) == "restricted"
    assert old.checked == new.checked
    assert (old.organisation, old.identity.asked) == (RECODED, places.RESTRICTED)
    assert (new.identity.status, new.identity.end_reason) == ("ended", "merger-absorption")
    kept = Receipt.objects.get(id=told.receipt)
    assert {each["of"] for each in kept.effects} == {RECODED}


def test_pages_tell_names_status_and_what_came_before(city):
    sent(city, "registration", rows())
    visitor = city.client("visitor")
    moved = visitor.get(f"/organisations/{places.RESTRICTED}")
    assert (moved.status_code, moved["Location"]) == (
        302,
        f"/organisations/{RECODED}?was={places.RESTRICTED}",
    )
    page = visitor.get(moved["Location"]).content.decode()
    assert OLD_NAME in page
    assert "为同一机构" in page
    assert "已终止" in page
    assert "岚港市承禾建筑劳务有限公司" in page
    found = visitor.get("/", {"q": OLD_NAME}).content.decode()
    assert "曾用名" in found
    assert "变更前代码，现为" in found
    heir = visitor.get(f"/organisations/{HEIR}").content.decode()
    assert "并入本机构" in heir
    receipt = city.client("credit office").get(f"/receipts/{asked(HEIR).receipt}")
    assert "并未转给本机构" in receipt.content.decode()


def test_the_department_that_restricts_the_predecessor_has_it_on_its_desk(city):
    sent(city, "registration", rows())
    desk = city.client("officer").get("/desk").content.decode()
    assert "岚港市承禾建筑劳务有限公司" in desk
    assert "承继机构待核查" in desk
    assert "承继机构待核查" not in city.client("trading").get("/desk").content.decode()


def test_the_api_tells_the_same(city):
    sent(city, "registration", rows())
    told = city.client("visitor").get(f"/api/v1/organisations/{places.RESTRICTED}").json()
    assert told["code"] == RECODED
    own = told["registration"]
    names = [(each["name"], each["since"], each["until"]) for each in own["names"]]
    present = places.NAMES[places.RESTRICTED]
    assert names == [(OLD_NAME, "2015-06-01", "2020-01-05"), (present, "2020-01-06", None)]
    assert [each["code"] for each in own["former_codes"]] == [places.RESTRICTED]
    assert [each["code"] for each in own["successors"]] == [HEIR]
    assert own["status"] == "ended"
    assert told["designations"]
    feed = city.client("officer").get("/api/v1/changes", {"limit": 500}).json()["items"]
    kinds = {each["change"] for each in feed if each["kind"] == "organisation"}
    assert kinds == {"registered", "renamed", "status-changed", "merged", "code-changed"}


def test_a_department_that_does_not_register_is_told_so(city):
    preview, _ = sent(city, "registration", [row(code(95, prefix="51"), "岚港市纸业协会")])
    assert "NotTheRegistrar" in preview


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.timeout(200)
def test_from_an_old_code_to_what_became_of_it(browser, address, city):
    sent(city, "registration", rows())
    size = {"width": 320, "height": 800}
    context = signed_in(browser, address, city, "trading", viewport=size)
    page = context.new_page()
    page.goto(f"{address}/?q={places.RESTRICTED}")
    page.click("ol.found a")
    assert "为同一机构" in page.inner_text("main")
    found = [f"organisation: {each}" for each in _seen(page)]
    page.click("text=岚港市承禾建筑劳务有限公司")
    found += [f"successor: {each}" for each in _seen(page)]
    page.click("text=按事项核验")
    page.select_option("#id_procedure", "tender")
    page.fill("#id_case_number", "岚工招〔2026〕8号")
    page.click("main form button.btn")
    assert "并未转给本机构" in page.inner_text("main")
    found += [f"receipt: {each}" for each in _seen(page)]
    assert found == []
    context.close()


def _seen(page):
    page.evaluate(AXE)
    return _flaws(page, 320, ALL)


def wrong(organisation, fact, registered, right=""):
    return {
        "更正单位统一社会信用代码": organisation,
        "更正事项": fact,
        "登记簿现载内容": registered,
        "正确内容": right,
        "更正理由": "登记时录入有误。",
    }


def test_a_wrong_code_is_struck_out_by_two_people_and_what_it_made_stricter_is_looked_at_again(
    city,
):
    sent(city, "registration", rows()[:-1])
    before = asked(RECODED)
    assert str(before.checked.answer) == "restricted"
    already = {each.receipt for each in reopenings(today=today())}
    bad = wrong(HEIR, "成立日期", "2014-01-01", "2014-01-02")
    file = [
        wrong(RECODED, "曾用代码", places.RESTRICTED),
        wrong(HEIR, "成立日期", "2015-06-01", "2015-06-02"),
        bad,
    ]
    client = city.client("market")
    address = send(client, workbook(file), kind="registration-correction")["Location"]
    assert "FactNotRegistered" in client.get(address).content.decode()
    assert client.post(f"{address}/review").status_code == 403
    reviewer = city.client("market reviewer")
    page = reviewer.get(address).content.decode()
    assert f"<del>{places.RESTRICTED}</del>" in page
    assert "基础登记更正" in page
    reviewer.post(f"{address}/review", follow=True)
    assert [str(asked(each).checked.answer) for each in (RECODED, places.RESTRICTED)] == [
        "clear",
        "restricted",
    ]
    again = {each.receipt for each in reopenings(today=today())} - already
    assert again == {before.receipt}
    assert Organisation.objects.get(code=HEIR).established_on.isoformat() == "2015-06-02"
    assert rebuild(verify=True).found == ()
