"""Files and lists of bidders in a browser: the pages one comes to only by sending something."""

import pytest
from playwright.sync_api import Page

from tests.rules.penalty_rows import wrong_check
from tests.web import city as places
from tests.web.browsing import signed_in
from tests.web.city import recent, workbook
from tests.web.test_browser import _flaws

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(200)]
NARROW = 320


def test_a_file_from_preview_to_report(browser, address, city):
    size = {"width": NARROW, "height": 800}
    context = signed_in(browser, address, city, "market", viewport=size)
    page = context.new_page()
    page.goto(f"{address}/uploads")
    rows = workbook([recent(31), recent(32, CF_JDRQ="2026/13/45")])
    page.check("input[value=penalty]")
    page.set_input_files("#id_file", _file(rows))
    _send(page, "main form.confirm button.btn")
    found = [f"preview: {each}" for each in _flaws(page, NARROW)]
    _send(page, "section.confirm button.btn >> nth=0")
    page.wait_for_url("**/uploads/b-*")
    assert "报送结果" in page.inner_text("h1")
    found += [f"report: {each}" for each in _flaws(page, NARROW)]
    assert found == []
    page.go_back()
    assert "报送结果" in page.inner_text("h1"), "back leads to what holds now, not to the button"
    context.close()


def test_a_file_beyond_the_limit_is_answered_and_the_connection_holds(browser, address, city):
    context = signed_in(browser, address, city, "market")
    page = context.new_page()
    page.goto(f"{address}/uploads")
    page.set_input_files("#id_file", _file(b"x" * (18 * 1024 * 1024)))
    _send(page, "main form.confirm button.btn")
    assert "UploadTooLarge" in page.inner_text(".errors")
    context.close()


def test_bidders_from_list_to_answers(browser, address, city):
    size = {"width": NARROW, "height": 800}
    context = signed_in(browser, address, city, "trading", viewport=size)
    page = context.new_page()
    page.goto(f"{address}/check/bidders")
    page.fill("#id_case_number", "岚工招〔2026〕7号")
    page.fill("#id_codes", "\n".join([places.RESTRICTED, places.STAYED, wrong_check(9)]))
    _send(page, "main form.confirm button.btn")
    found = [f"preview: {each}" for each in _flaws(page, NARROW)]
    _send(page, "section.confirm button.btn >> nth=0")
    assert "岚工招〔2026〕7号" in page.inner_text("h1")
    page.click("main details summary >> nth=0")
    found += [f"answers: {each}" for each in _flaws(page, NARROW)]
    _send(page, "form[action$='/again'] button")
    assert "每家机构的答复都与上次相同" in page.inner_text("main")
    found += [f"again: {each}" for each in _flaws(page, NARROW)]
    assert found == []
    context.close()


def test_one_record_by_keyboard_from_form_to_record(browser, address, city):
    """Typed, refused with what is missing, mended, shown and entered; no script, 320 px wide."""
    size = {"width": NARROW, "height": 800}
    context = signed_in(browser, address, city, "market", viewport=size, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/entry/penalty")
    for code, text in recent(61, CF_XDR_LB="", CF_CFJG="").items():
        if page.locator(f"#id_{code}").count() and text:
            page.fill(f"#id_{code}", text)
    for value in ("罚款", "没收违法所得"):
        page.focus(f"input[name=CF_CFLB][value={value}]")
        page.keyboard.press("Space")
    page.focus("main form.confirm button.btn >> nth=0")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "ValueMissing" in page.inner_text(".errors")
    page.fill("#id_CF_CFJG", "岚港市市场监督管理局")
    _send(page, "main form.confirm button.btn >> nth=0")
    _send(page, "section.confirm button.btn >> nth=0")
    assert recent(61)["CF_WSH"] in page.inner_text("main article")
    context.close()


def _send(page: Page, button: str) -> None:
    """Press a button and wait for the page it leads to, which may have the same address."""
    with page.expect_navigation():
        page.click(button)


def _file(data: bytes) -> dict[str, object]:
    return {"name": "rows.xlsx", "mimeType": "application/octet-stream", "buffer": data}


def test_corrections_as_rows_from_file_to_record(browser, address, city):
    """One sends, another looks at before and after and commits, the record's page shows it."""
    size = {"width": NARROW, "height": 800}
    sender = signed_in(browser, address, city, "officer", viewport=size)
    page = sender.new_page()
    page.goto(f"{address}/uploads")
    page.check("input[value=correction]")
    record = city.records["expired"]
    rows = [{"记录编号": record, "更正理由": "录入有误。", "CF_NR_FK": "2.75"}]
    page.set_input_files("#id_file", _file(workbook(rows)))
    _send(page, "main form.confirm button.btn")
    waiting = page.url
    found = [f"sender: {each}" for each in _flaws(page, NARROW)]
    sender.close()
    reviewer = signed_in(browser, address, city, "reviewer", viewport=size)
    page = reviewer.new_page()
    page.goto(f"{address}/changes")
    page.click(f"a[href='{waiting.removeprefix(address)}']")
    assert "2.75" in page.inner_text("main table")
    found += [f"reviewer: {each}" for each in _flaws(page, NARROW)]
    _send(page, "#review button.btn >> nth=0")
    assert "报送结果" in page.inner_text("h1")
    page.goto(f"{address}/records/{record}")
    assert "2.75" in page.inner_text("section[aria-labelledby=corrections]")
    assert found == []
    reviewer.close()
