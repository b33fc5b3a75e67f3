"""Promises page by page: promised on line, shown and hidden, claimed about, found."""

from datetime import timedelta

from goodstanding.commitments.models import Claim, Promise
from goodstanding.wallclock import today
from tests.web import city as places

NEW = f"/promises/new/{places.STAYED}.own-standard"


def html(city, who, address):
    return city.client(who).get(address).content.decode()


def made(city, **typed):
    """Promise a standard as its representative; the answer."""
    due = str(today() + timedelta(days=60))
    page = html(city, "representative", NEW)
    read = page.split('name="read" value="')[1].split('"')[0]
    standard = {"standard": "Q/LG 1", "standard_scope": "模板", "standard_edition": "2026"}
    body = {"department": "market-regulation", "due_on": due, "read": read, "checked": "on"}
    return city.client("representative").post(NEW, {**body, **standard, **typed})


def test_a_text_is_read_promised_and_public_by_its_rule(city):
    refused = made(city, standard="", due_on=str(today()))
    assert refused.status_code == 422
    told = refused.content.decode()
    assert all(code in told for code in ("StandardMissing", "DueDayNotAhead"))
    answer = made(city)
    assert answer.status_code == 302
    at = answer["Location"]
    assert "Q/LG 1" in html(city, "visitor", at)
    assert "Q/LG 1" in city.client("visitor").get("/promises.csv").content.decode("utf-8-sig")
    assert "/publicity" not in html(city, "representative", at)
    assert city.client("representative").post(f"{at}/taken-back").status_code == 302
    assert city.client("visitor").get(at).status_code == 404


def test_consent_taken_back_is_gone_at_once_and_comes_back_as_it_was(city):
    at = f"/promises/{city.promise}"
    assert city.promise in html(city, "visitor", "/promises")
    assert city.client("representative").post(f"{at}/publicity").status_code == 302
    assert city.client("visitor").get(at).status_code == 404
    assert city.promise not in html(city, "visitor", "/promises")
    assert city.client("officer").post(f"{at}/publicity", {"show": "yes"}).status_code == 403
    assert city.client("representative").post(f"{at}/publicity", {"show": "yes"}).status_code == 302
    assert city.client("visitor").get(at).status_code == 200


def test_a_claim_is_a_number_and_nothing_else(city):
    at, said = f"/promises/{city.promise}", {"kind": "stopped", "noticed": "this-week"}
    visitor = city.client("visitor")
    assert visitor.post(f"{at}/claim", {**said, "kind": "x"}).status_code == 422
    more = {**said, "text": "张三拖欠工资", "phone": "13800000000"}
    assert [visitor.post(f"{at}/claim", more).status_code for _ in range(2)] == [302, 302]
    (line,) = Claim.objects.filter(promise=city.promise)
    assert (line.kind, line.noticed, line.many) == ("stopped", "this-week", 2)
    kept = {field.name for field in Claim._meta.get_fields()}
    assert kept == {
        *("id", "promise", "department", "kind", "noticed", "received_on", "many", "seen_on")
    }
    assert Promise.objects.get(id=city.promise).stage == "made"
    assert "履行过一段时间后不再履行 · 本周" in html(city, "officer", at)
    assert "公众反映" not in html(city, "representative", at)
    assert [visitor.post(f"{at}/claim", said).status_code for _ in range(19)][-1] == 409
    assert city.client("trading").post(f"{at}/claims-seen").status_code == 403
    assert city.client("officer").post(f"{at}/claims-seen").status_code == 302
    assert Claim.objects.filter(promise=city.promise, seen_on__isnull=True).count() == 0


def test_what_was_not_kept_is_found_by_another_officer_after_notice(city):
    at = f"/promises/{city.promise}"
    told = {"facts": "未履行。", "method": "in-person", "proof": "回证 9"}
    assert city.client("officer").post(f"{at}/notice", told).status_code == 302
    assert "已告知" not in html(city, "visitor", at)
    found = {"outcome": "broken", "found_on": str(today()), "reasons": "未履行。", "checked": "on"}
    early = city.client("reviewer").post(f"{at}/finding", found)
    assert early.status_code == 409
    assert "BreachWindowOpen" in early.content.decode()
    answered = {"text": "已补发工资。", "waived": "on"}
    assert city.client("representative").post(f"{at}/answer", answered).status_code == 302
    assert city.client("officer").post(f"{at}/finding", found).status_code == 403
    assert city.client("reviewer").post(f"{at}/finding", found).status_code == 302
    promise = Promise.objects.get(id=city.promise)
    assert (promise.stage, promise.record, promise.published) == ("broken", "", False)
    assert city.client("visitor").get(at).status_code == 404
    assert "没有机关就此作出决定" in html(city, "representative", at)
