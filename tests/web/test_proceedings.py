"""A review or a court case page by page: entered, its stay seen by everybody, annulled, done."""

from tests.web import city as places

DONE = {"checked": "on"}
ENTRY = {"kind": "reconsideration", "body": "岚港市人民政府", "document": "岚复〔2026〕7号"}


def take(city, who, address, **typed):
    return city.client(who).post(address, {**typed}).status_code


def test_a_review_is_entered_stayed_annulled_and_carried_out(city):
    case, record = city.cases["restricted"], city.records["restricted"]
    public = f"/organisations/{places.RESTRICTED}"
    entered = city.client("officer").post(
        f"/records/{record}/proceeding", {**ENTRY, "subject": record}
    )
    assert entered.status_code == 302
    at = entered["Location"]
    assert "行政复议" in city.client("visitor").get(f"/records/{record}").content.decode()
    paused = "tag is-stay"
    assert paused not in city.client("visitor").get(public).content.decode()
    order = {"document": "岚复停〔2026〕7号", "whole": "yes"}
    assert take(city, "officer", f"{at}/stay", **order) == 302
    assert paused in city.client("visitor").get(public).content.decode()
    html = city.client("officer").get(f"/cases/{case}").content.decode()
    assert "行政复议机关或者法院决定暂停措施" in html
    said = {"document": "岚复决〔2026〕7号", "reasons": "主要事实不清。", "outcome": "annulled"}
    assert take(city, "reviewer", f"{at}/outcome", **said, **DONE) == 302
    assert at in city.client("officer").get("/desk").content.decode()
    taken = {"as_wrong": "yes", "reasons": "经行政复议撤销。", **DONE}
    assert take(city, "reviewer", f"/records/{record}/withdrawal", **taken) == 302
    html = city.client("officer").get(at).content.decode()
    assert "已撤销，已落实" in html
    assert at not in city.client("officer").get("/desk").content.decode()


def test_every_reason_against_an_entry_stands_at_its_field(city):
    record = city.records["stayed"]
    typed = {"kind": "litigation", "body": " ", "document": " ", "subject": record}
    response = city.client("officer").post(f"/records/{record}/proceeding", typed)
    html = response.content.decode()
    assert response.status_code == 422
    assert all(code in html for code in ("ProceedingBodyMissing", "ProceedingDocumentMissing"))
