"""What an organisation has earned: for itself, for an officer who may see less, and in a check."""

import re

import pytest
from django.utils.html import strip_tags

from goodstanding.enquiries.models import Receipt
from goodstanding.flow.answers import Question
from goodstanding.flow.enquire import ask
from goodstanding.flow.receive import receive_rows
from tests.rules.registration_rows import cells
from tests.web import city as places


def established(city, code: str, founded: str = "2010-05-04") -> None:
    """The registering department states the founding of an organisation of the city."""
    row = cells(of=code, name=places.NAMES[code], founded=founded, approved="2016-01-04")
    by = city.call("market-regulation/officer", days=2)
    report = receive_rows(by, kind="registration", department="market-regulation", rows=[row])
    assert report.accepted == 1, report


def read(city, who: str, path: str) -> str:
    body = city.client(who).get(path, follow=True).content.decode()
    return re.sub(r"\s+", " ", strip_tags(body.partition("<main")[2]))


def test_it_reads_what_it_has_earned_and_what_does_not_count(city):
    established(city, places.STAYED)
    page = read(city, "representative", f"/own/{places.STAYED}/earned")
    assert "办事开通绿色通道，优先办理" in page
    assert "自 2010年5月4日 起无计入的记录。" in page
    assert "异议核实期间不计入；异议不成立的，恢复计入。" in page
    assert "我们享有的便利" in read(city, "representative", f"/own/{places.STAYED}")


def test_what_stands_against_it_has_its_ways_back_beside_it(city):
    established(city, places.PENDING)
    page = city.client("pending").get(f"/own/{places.PENDING}/earned").content.decode()
    record = city.records["pending"]
    assert f"/records/{record}/objection" in page
    assert f"/records/{record}/repair" in page
    assert "今天不满足" in page


@pytest.mark.parametrize(("who", "told"), [("officer", True), ("trading", False)])
def test_another_department_is_told_nothing_of_what_was_withdrawn(city, who, told):
    established(city, places.WITHDRAWN)
    page = read(city, who, f"/organisations/{places.WITHDRAWN}/conditions")
    assert "连续三年无不良信用记录 自 2010年5月4日 起无计入的记录。" in page
    assert ("不计入：自始有误。" in page) is told


def test_a_check_at_the_fast_lane_names_the_condition_and_no_decision(city):
    established(city, places.STAYED)
    asker = city.call("public-resources-trading/officer", days=0)
    receipt = ask(asker, Question(code=places.STAYED, procedure="fast-lane")).receipt
    page = read(city, "trading", f"/receipts/{receipt}")
    assert "持续条件连续三年无不良信用记录" in page
    assert "作出决定的部门" not in page


def test_what_keeps_it_from_an_advantage_is_kept_with_the_receipt_and_not_shown(city):
    established(city, places.PENDING)
    asker = city.call("public-resources-trading/officer", days=0)
    answered = ask(asker, Question(code=places.PENDING, procedure="fast-lane"))
    assert str(answered.checked.answer) == "clear"
    kept = Receipt.objects.get(id=answered.receipt)
    assert city.records["pending"] in kept.records
    page = city.client("trading").get(f"/receipts/{kept.id}").content.decode()
    assert not any(each in page for each in kept.records)
