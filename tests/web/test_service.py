"""Service page by page: an attempt that failed, a public notice, a decision served, the calendar."""

from goodstanding.flow import decide, notify, propose, serve
from goodstanding.register.reading import stored
from tests.web import city as places

NUMBER = "岚人社公告〔2026〕8号"


def proposed(city, *, days: int) -> str:
    """A case whose notice nobody has served yet, opened so many days ago."""
    record = city.penalty(places.EXPIRED, days=days + 1, decided=days + 2)
    return propose.propose_designation(
        city.call(f"{places.HOME}/officer", days=days),
        organisation=places.EXPIRED,
        ground=places.GROUND,
        records=(record,),
    )


def announced(city, case: str, *, days: int) -> None:
    """Its whereabouts are unknown, and a public notice was put up so many days ago."""
    officer = city.call(f"{places.HOME}/officer", days=days)
    serve.fail_service(
        officer,
        of=case,
        method="post",
        attempted_on=officer.on,
        reason="whereabouts-unknown",
        proof="EMS 4",
    )
    serve.announce_letter(
        officer, of=case, document=NUMBER, published_on=officer.on, proof="局网站"
    )


def state(case: str):
    """The case as the register has it."""
    return stored([case])[case]


def posted(city, who: str, address: str, **data: str):
    return city.client(who).post(address, data)


def test_from_a_failed_attempt_to_a_public_notice(city):
    case = proposed(city, days=3)
    today = str(city.call(f"{places.HOME}/officer", days=0).on)
    told = {"attempted_on": today, "method": "post", "reason": "returned", "proof": "EMS 4"}
    assert posted(city, "officer", f"/cases/{case}/service-failed", **told).status_code == 302
    notice = {"document": NUMBER, "published_on": today, "proof": "局网站", "checked": "on"}
    early = posted(city, "officer", f"/cases/{case}/public-notice", **notice)
    assert early.status_code == 409
    assert "PublicNoticeTooEarly" in early.content.decode()
    told = {**told, "method": "in-person", "reason": "nobody-there", "proof": "回证 2"}
    assert posted(city, "officer", f"/cases/{case}/service-failed", **told).status_code == 302
    assert posted(city, "officer", f"/cases/{case}/public-notice", **notice).status_code == 302
    page = city.client("officer").get(f"/cases/{case}").content.decode()
    assert [x for x in ("邮件退回", "无人接收", "已公告", NUMBER) if x not in page] == []


def test_strangers_see_number_and_department_and_nothing_of_whom_it_is_for(city):
    case = proposed(city, days=10)
    address = f"/letters/{case}/notice.pdf"
    announced(city, case, days=5)
    assert city.client("officer").get(address).status_code == 200
    page = city.client("visitor").get("/notices").content.decode()
    assert NUMBER in page
    assert "人力资源和社会保障" in page
    for hidden in (places.EXPIRED, places.NAMES[places.EXPIRED], places.GROUND):
        assert hidden not in page


def test_a_notice_whose_period_is_over_is_gone_and_the_window_runs(city):
    case = proposed(city, days=60)
    announced(city, case, days=55)
    assert NUMBER not in city.client("visitor").get("/notices").content.decode()
    officer = city.call(f"{places.HOME}/officer", days=0)
    ends = state(case).services[0].public.ends.due
    notify.serve_notice(
        officer, case=case, served_on=ends, method="public-notice", proof="公告截图 1"
    )
    assert state(case).notice.statement.start == ends


def test_a_decision_served_by_post_puts_its_remedies_into_the_calendar(city):
    case = city.cases["pending"]
    officer = city.call(f"{places.HOME}/officer", days=0)
    notify.waive_statement(officer, case=case, proof="声明 3", hearing=True)
    decide.decide_designation(
        city.call(f"{places.HOME}/reviewer", days=0),
        case=case,
        outcome="list",
        document="岚人社列〔2026〕78号",
        reasons="期限内未支付。",
    )
    told = {"served_on": str(officer.on), "method": "post", "proof": "EMS 10"}
    assert posted(city, "reviewer", f"/cases/{case}/service", **told).status_code == 403
    assert posted(city, "officer", f"/cases/{case}/service", **told).status_code == 302
    again = posted(city, "officer", f"/cases/{case}/service", **told)
    assert "AlreadyServed" in again.content.decode()
    page = city.client("pending").get(f"/cases/{case}").content.decode()
    assert "可申请行政复议至" in page
    days = city.client("pending").get(f"/own/{places.PENDING}/days.ics").content.decode()
    text = days.replace("\r\n ", "")
    assert "申请行政复议的最后一日" in text
    assert "提起行政诉讼的最后一日" in text
