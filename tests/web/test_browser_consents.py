"""In a browser, on a phone: an organisation gives consent and takes it back; a bank consults."""

from datetime import timedelta

import pytest

from goodstanding.wallclock import today
from tests.web import city as places
from tests.web.browsing import signed_in
from tests.web.lenders import BANK
from tests.web.test_browser import _flaws

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(200)]
NARROW = 320
PHONE = {"viewport": {"width": NARROW, "height": 800}}


def test_consent_is_given_used_seen_and_taken_back(browser, address, city):
    own = signed_in(browser, address, city, "representative", **PHONE).new_page()
    own.goto(f"{address}/own/{places.STAYED}")
    own.click(".takeaway a >> text=谁可以查询我们")
    own.click("main a.btn")
    own.select_option("#id_grantee", BANK)
    own.check("input[name=purpose][value=loan-application]")
    own.fill("#id_product", "信易贷 2026-9")
    for each in ("registration", "honours", "standing"):
        own.check(f"input[name=classes][value={each}]")
    own.check("input[name=manner][value=continuous]")
    own.fill("#id_last", str(today() + timedelta(days=60)))
    own.click("main form button.btn >> nth=0")
    assert "现在还没有授权" in own.inner_text("main")
    assert "岚人社罚" in own.inner_text("main")
    assert list(_flaws(own, NARROW)) == []
    own.click("button[name=give]")
    assert "已授权" in own.inner_text("main")

    bank = signed_in(browser, address, city, "bank", **PHONE).new_page()
    bank.goto(f"{address}/consents")
    bank.click("td button.as-link >> nth=0")
    assert "凭授权告知" in bank.inner_text("main")
    assert list(_flaws(bank, NARROW)) == []
    with bank.expect_download() as taken:
        bank.click("main aside form button")
    assert taken.value.suggested_filename.endswith(".json")

    own.reload()
    assert "查询 1 次" in own.inner_text("main")
    own.click("td a >> text=收回 >> nth=0")
    own.click("main form button.btn")
    assert "已收回" in own.inner_text("main")
    bank.goto(f"{address}/consents")
    assert bank.locator("tbody tr >> nth=0").locator("button").count() == 0
