"""The main paths by keyboard alone."""

import pytest

from tests.web.browsing import signed_in

pytestmark = pytest.mark.browser


def test_a_statement_is_handed_in_by_keyboard_alone(browser, address, city):
    context = signed_in(browser, address, city, "pending")
    page = context.new_page()
    page.goto(f"{address}/cases/{city.cases['pending']}/statement")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.focus("#id_text")
    page.keyboard.type("工资已经付清。")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main button.btn')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{city.cases['pending']}*")
    assert "收到机构陈述" in page.content()
    context.close()


def test_errors_receive_the_focus_and_lead_to_their_field(browser, address, city):
    context = signed_in(browser, address, city, "reviewer")
    page = context.new_page()
    page.goto(f"{address}/cases/{city.cases['pending']}/decision")
    page.click("main button.btn")
    assert page.evaluate("document.activeElement.className") == "errors"
    page.click(".errors a >> nth=0")
    assert page.evaluate("document.activeElement.matches('form input')")
    context.close()
