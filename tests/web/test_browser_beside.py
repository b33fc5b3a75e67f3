"""In a browser: an offered list from file to organisation; an inspection until it is a record."""

import pytest

from tests.rules.penalty_rows import offered
from tests.web import city as places
from tests.web.browsing import signed_in
from tests.web.test_browser import _flaws
from tests.web.test_browser_files import _file, _send

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(200)]
NARROW = 320


def test_what_stands_beside_the_register(browser, address, city):
    page = _page(browser, address, city, "trading")
    page.goto(f"{address}/uploads")
    day = f"{places._ago(30):%Y-%m-%d}"
    name = places.NAMES[places.RESTRICTED]
    rows = [
        offered(1, TL_NAME=name, TL_LIST="履约提示名单", TL_DATED_ON=day),
        offered(2, TL_LIST="AAA级信用企业名单", TL_DATED_ON=day),
    ]
    page.check("input[value=third-party-list]")
    page.set_input_files("#id_file", _file(places.workbook(rows)))
    _send(page, "main form.confirm button.btn")
    assert "CarriesAGrade" in page.inner_text("main")
    found = [f"preview: {each}" for each in _flaws(page, NARROW)]
    _send(page, "section.confirm button.btn >> nth=0")
    page.wait_for_url("**/uploads/b-*")
    assert "不产生任何后果" in page.inner_text("main")
    page.goto(f"{address}/organisations/{places.RESTRICTED}")
    panel = page.inner_text("section[aria-labelledby=offered]")
    assert "履约提示名单" in panel
    assert "岚港市建筑业协会" in panel
    assert page.locator("section[aria-labelledby=offered] button").count() == 0
    found += [f"organisation: {each}" for each in _flaws(page, NARROW)]
    found += _decision(_page(browser, address, city, "officer"), address, city)
    assert found == []


def _decision(page, address, city):
    """The officer of the department adds the decision: what was kept is a record with its page."""
    page.goto(f"{address}/organisations/{places.STAYED}")
    page.click("section[aria-labelledby=undecided] a >> nth=0")
    page.fill("#id_document", "岚人社责改〔2026〕18号")
    page.fill("#id_decided_on", "2026-13-01")
    page.fill("#id_basis", "《中华人民共和国政府采购法》第七十七条")
    _send(page, "form.confirm button.btn")
    found = [f"refused: {each}" for each in _flaws(page, NARROW)]
    page.fill("#id_decided_on", f"{places._ago(8):%Y-%m-%d}")
    _send(page, "form.confirm button.btn")
    page.wait_for_url("**/records/r-*")
    assert "现已成为记录" in page.inner_text("main")
    assert city.client("officer").get(f"/outcomes/{city.outcome}").status_code == 404
    return found


def _page(browser, address, city, who):
    size = {"width": NARROW, "height": 800}
    return signed_in(browser, address, city, who, viewport=size).new_page()
