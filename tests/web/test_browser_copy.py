"""In a browser, without JavaScript: an old list held against the register, and the feed's address."""

import os

import pytest

from tests.web.browsing import signed_in
from tests.web.test_browser import _flaws

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(200)]
NARROW = 320


def test_a_visitor_checks_an_old_list(browser, address, city):
    context = signed_in(
        browser,
        address,
        city,
        "visitor",
        viewport={"width": 1280, "height": 900},
    )
    page = context.new_page()
    page.goto(f"{address}/data")
    assert page.locator("a[href='/recalls/feed.atom']").count() == 1
    page.click("main a[href='/data/check']")
    withdrawn, corrected = city.records["withdrawn"], city.records["corrected"]
    page.fill("#id_lines", f"{withdrawn} 1\n{corrected} 1\n{corrected} 2")
    page.click("main form.confirm button.btn >> nth=0")
    said = page.inner_text("main")
    assert "2 行已过时" in said
    assert "已撤下：自始有误" in said
    if folder := os.environ.get("LOOK"):
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/copy-{width}.png", full_page=True)
    page.set_viewport_size({"width": NARROW, "height": 900})
    assert list(_flaws(page, NARROW)) == []


def test_a_department_acknowledges_what_it_ticks(browser, address, city):
    context = signed_in(browser, address, city, "trading", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/recalls?state=open")
    if folder := os.environ.get("LOOK"):
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/recalls-{width}.png", full_page=True)
    page.set_viewport_size({"width": NARROW, "height": 900})
    assert list(_flaws(page, NARROW)) == []
    page.check("input[name=recall] >> nth=0")
    page.click("#many button")
    assert "已确认 1 项撤回通知" in page.inner_text("main")
