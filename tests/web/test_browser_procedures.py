"""A tender in a browser on a phone: opened, entered, on to its results, every page accessible."""

import pytest

from tests.files.evidence import picture
from tests.web import city as places
from tests.web.browsing import signed_in
from tests.web.test_browser import _flaws

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(200)]
NARROW = 320


def test_a_tender_on_a_phone_and_by_keyboard(browser, address, city):
    size = {"width": NARROW, "height": 800}
    desk = signed_in(browser, address, city, "trading", viewport=size)
    page = desk.new_page()
    page.goto(f"{address}/procedures")
    page.click("main a.btn")
    page.fill("#id_number", "岚招〔2026〕66号")
    page.fill("#id_points-tender-bonus-at-tender", "3")
    _press(page)
    assert page.evaluate("document.activeElement.className") == "errors"
    found = [f"refused: {each}" for each in _flaws(page, NARROW)]
    page.fill("#id_document", "招标文件第三章")
    page.fill("#id_points-tender-bonus-at-tender", "1.5")
    _press(page)
    page.click("main .row a.btn >> nth=0")
    page.fill("#id_codes", f"{places.RESTRICTED}\n{places.NEVER}\nno code")
    _press(page)
    found += [f"read: {each}" for each in _flaws(page, NARROW)]
    _press(page)
    assert page.locator("main table tbody tr").count() == 2
    page.click("a[href$='/next']")
    _press(page)
    page.click("a[href$='/results']")
    page.check("#r1-awarded")
    page.check("#r2-not-awarded")
    _press(page)
    found += [f"without a reason: {each}" for each in _flaws(page, NARROW)]
    page.fill("#w1", "本招标依法不属于必须招标的项目")
    _press(page)
    page.click("main table th a >> nth=1")
    page.set_input_files("#id_file", {"name": "a.png", "mimeType": "x/y", "buffer": picture(3)})
    page.fill("#id_source", "岚港审计")
    _press(page)
    page.check("#id_stated")
    page.set_input_files("#id_file", {"name": "a.png", "mimeType": "x/y", "buffer": picture(3)})
    _press(page)
    found += [f"with a report: {each}" for each in _flaws(page, NARROW)]
    page.click(".crumbs a >> nth=1")
    page.click("a[href$='/next']")
    _press(page)
    page.click("form[action$='/basis'] button")
    found += [f"with a basis: {each}" for each in _flaws(page, NARROW)]
    with page.expect_download() as saved:
        page.click("a[href$='.pdf']")
    with open(saved.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-"
    assert found == []
    desk.close()


def _press(page) -> None:
    """The button of the page's own form, by keyboard."""
    page.focus("main form[method=post] button.btn >> nth=0")
    with page.expect_navigation():
        page.keyboard.press("Enter")
