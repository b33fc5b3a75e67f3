"""Watched cases on their pages: begun from a receipt, told on the desk, seen by their department."""

import re

from goodstanding.enquiries.models import Receipt
from goodstanding.flow.watch import notices
from goodstanding.wallclock import today
from tests.web import city as places


def test_the_case_is_told_on_the_desk_until_the_answer_is_kept(city):
    client = city.client("trading")
    assert [
        each.watch.row.id for each in notices(on=today(), recipient="public-resources-trading")
    ] == [city.watch]
    assert "1 个案件的核验结果有变化" in client.get("/desk").content.decode()
    page = client.get(f"/watches/{city.watch}").content.decode()
    assert "上次告知：无限制；现在：受限。" in page
    kept = client.post(f"/watches/{city.watch}/acknowledgement")
    assert Receipt.objects.get(id=kept.url.rsplit("/", 1)[1]).answer == "restricted"
    assert "核验结果有变化" not in client.get("/desk").content.decode()
    assert client.post(f"/watches/{city.watch}/acknowledgement").status_code == 409
    assert client.post(f"/watches/{city.watch}/stage", {"stage": "award"}).status_code == 302
    page = client.get(f"/watches/{city.watch}").content.decode()
    assert re.findall(r'<option value="(\w+)"', page) == ["pay"]
    assert client.post(f"/watches/{city.watch}/closing").url == "/watches"
    assert "停止随案核验" not in client.get(f"/watches/{city.watch}").content.decode()


def test_a_receipt_with_a_case_number_begins_a_watch(city):
    client = city.client("trading")
    assert "watch" in client.get(f"/receipts/{city.receipt}").content.decode()
    begun = client.post(f"/receipts/{city.receipt}/watch", {"stage": "award"})
    assert begun.status_code == 302
    assert places.CASE in client.get(begun.url).content.decode()
    loose = Receipt.objects.exclude(id=city.receipt).filter(case_number="").first()
    if loose is not None:
        assert client.post(f"/receipts/{loose.id}/watch").status_code in (404, 422)


def test_who_is_no_department_of_the_case_sees_nothing(city):
    for who, status in (("officer", 404), ("representative", 403), ("auditor", 200)):
        assert city.client(who).get(f"/watches/{city.watch}").status_code == status, who
    listed = city.client("officer").get("/watches").content.decode()
    assert city.watch not in listed
    assert (
        "停止随案核验" not in city.client("auditor").get(f"/watches/{city.watch}").content.decode()
    )
