"""The steps of a repair page by page: refused with ground and remedies, revoked after notice."""

import pytest

from goodstanding.register.reading import stored
from tests.web import city as places

DONE = {"checked": "on"}


@pytest.fixture
def at(city):
    """The application that waits for its decision, its dispute settled."""
    city.client("reviewer").post(
        f"/objections/{city.objections['stayed']}/decision",
        {"outcome": "dismissed", "reasons": "记录无误。", **DONE},
    )
    return f"/repairs/{city.repair}"


def take(city, who, address, **typed):
    return city.client(who).post(address, {**typed}).status_code


def test_while_an_objection_is_verified_a_repair_is_not_granted(city):
    granted = {"outcome": "granted", **DONE}
    response = city.client("reviewer").post(f"/repairs/{city.repair}/decision", granted)
    assert (response.status_code, b"DisputeRunning" in response.content) == (409, True)


def test_a_refusal_says_its_ground_its_reasons_and_where_to_turn(city, at):
    decided = {"outcome": "refused", "ground": "duty-not-performed", "reasons": "尚欠工资。"}
    assert take(city, "reviewer", f"{at}/decision", **decided, **DONE) == 302
    html = city.client("representative").get(at).content.decode()
    for words in ("不予修复", "尚有义务未履行", "尚欠工资。", "行政复议", "可以再次申请"):
        assert words in html
    assert (
        "岚人社罚" in city.client("visitor").get(f"/organisations/{places.STAYED}").content.decode()
    )


def test_who_takes_it_up_is_told_that_another_decides(city, at):
    page = city.client("officer").get(at).content.decode()
    assert "对修复申请作出决定" in page
    assert take(city, "officer", f"{at}/decision", outcome="granted", **DONE) == 403


def test_a_repair_is_revoked_page_by_page_after_notice_and_answer(city, at):
    assert take(city, "reviewer", f"{at}/decision", outcome="granted", **DONE) == 302
    public = f"/organisations/{places.STAYED}"
    assert "岚人社罚" not in city.client("visitor").get(public).content.decode()
    early = city.client("reviewer").get(f"{at}/revocation").content.decode()
    assert "撤销修复须先告知" in early or "先告知" in early
    told = {
        "ground": "false-papers",
        "facts": "付款凭证系伪造。",
        "method": "post",
        "proof": "EMS 9",
    }
    assert take(city, "officer", f"{at}/revocation-notice", **told) == 302
    html = city.client("representative").get(at).content.decode()
    assert "付款凭证系伪造。" in html
    assert take(city, "representative", f"{at}/revocation-answer", text="无异议。") == 302
    revoked = {"reasons": "凭证系伪造，承诺不实。"}
    assert take(city, "reviewer", f"{at}/revocation", **revoked, **DONE) == 302
    assert stored([city.repair])[city.repair].stage == "revoked"
    html = city.client("representative").get(at).content.decode()
    assert "修复已撤销" in html
    assert "无异议。" in html
    assert "岚人社罚" in city.client("visitor").get(public).content.decode()


def test_taken_back_it_may_be_filed_anew(city, at):
    assert take(city, "representative", f"{at}/take-back", **DONE) == 302
    again = {"performed_on": "2026-11-01", "commitment_on": "2026-11-02", "text": ""}
    record = city.records["stayed"]
    page = city.client("representative").get(f"/records/{record}/repair").content.decode()
    assert 'name="performed_on"' in page
    assert take(city, "representative", f"/records/{record}/repair", **again) == 302


def test_the_list_filters_and_is_taken_away(city):
    client = city.client("reviewer")
    assert city.repair in client.get("/repairs?state=repair-accepted&by=others").content.decode()
    assert city.repair not in client.get("/repairs?state=granted").content.decode()
    assert city.repair in client.get("/repairs.csv").content.decode()
    assert client.get("/repairs.xlsx").status_code == 200
