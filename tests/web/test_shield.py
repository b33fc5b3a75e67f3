"""A bankruptcy shield page by page: entered, read by everybody beside what is held, ended."""

from tests.web import city as places

RULING = {"plan": "settlement", "court": "岚港市中级人民法院", "document": "岚破〔2026〕8号"}


def html(city, who, address):
    return city.client(who).get(address).content.decode()


def test_a_ruling_is_entered_read_by_everybody_and_its_end_restores(city):
    page, record = f"/organisations/{places.RESTRICTED}", city.records["restricted"]
    assert f"{page}/shield" in html(city, "officer", page)
    entered = city.client("officer").post(f"{page}/shield", RULING)
    assert entered.status_code == 302
    at, cited = entered["Location"], "岚港市中级人民法院 岚破〔2026〕8号"
    assert cited in html(city, "visitor", page)
    told = city.client("visitor").get(f"/api/v1/organisations/{places.RESTRICTED}").json()
    assert told["shield"] == cited
    assert "破产保护" in html(city, "visitor", f"/records/{record}")
    assert "和解协议" in html(city, "officer", at)
    said = {"outcome": "completed", "document": "岚破终〔2026〕8号", "reasons": "执行完毕。"}
    ended = city.client("reviewer").post(f"{at}/shield-end", {**said, "checked": "on"})
    assert ended.status_code == 302
    assert "计划执行完毕" in html(city, "officer", at)


def test_an_acceptance_is_refused_at_its_field(city):
    typed = {**RULING, "document": " ", "court": " "}
    response = city.client("officer").post(f"/organisations/{places.RESTRICTED}/shield", typed)
    found = response.content.decode()
    assert response.status_code == 422
    assert all(code in found for code in ("ProceedingBodyMissing", "ProceedingDocumentMissing"))
