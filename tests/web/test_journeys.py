"""What each person comes for, in a browser from the front page to its end."""

import re

import pytest
from playwright.sync_api import expect

from goodstanding.wallclock import today
from tests.web import city as places
from tests.web.browsing import signed_in
from tests.web.city import PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(browser, address, city):
    """A fresh browser of somebody of the city, at an address."""
    contexts = []

    def open_at(who: str, path: str):
        context = signed_in(browser, address, city, who, viewport={"width": 1000, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


def test_a_visitor_finds_an_organisation_by_part_of_its_name_and_reads_the_answer(visit):
    page = visit("visitor", "/")
    page.fill("main input[type=search]", "禾屿")
    page.press("main input[type=search]", "Enter")
    page.click("ol.found a >> nth=0")
    assert places.RESTRICTED in page.url
    expect(page.locator(".answer-line")).to_contain_text("项限制措施有效")
    expect(page.locator(".wayback").first).to_contain_text("不收费")
    page.click("text=English")
    expect(page.locator(".answer-line")).to_contain_text("restrictions are in force")


def test_an_officer_signs_in_proposes_and_serves_a_notice_by_keyboard_alone(browser, address, city):
    penalty = city.penalty(places.PENDING, days=3, decided=6)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/sign-in?next=/records/{penalty}/proposal")
    _tab_to(page, "#id_login")
    page.keyboard.type(places.LOGINS["officer"])
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^[^?]+/proposal$"))
    _tab_to(page, "#id_ground")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    _tab_to(page, "main form button.btn")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/cases/"))
    _tab_to(page, "main a[href$='/notice']")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/notice$"))
    _tab_to(page, "#id_served_on")
    page.keyboard.type(today().isoformat())
    _tab_to(page, "input[name=method]")
    page.keyboard.press("Space")
    _tab_to(page, "#id_proof")
    page.keyboard.type("送达回证 31")
    _tab_to(page, "main form button.btn")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/cases/[^/]+$"))
    expect(page.locator("[role=status]")).to_contain_text("陈述申辩期")
    context.close()


def test_a_reviewer_sees_why_a_step_is_refused_before_trying_it(visit, city):
    page = visit("reviewer", f"/cases/{city.cases['pending']}")
    expect(page.locator("main")).to_contain_text("陈述申辩期尚未届满")


def test_a_representative_objects_and_follows_the_objection(visit, city):
    page = visit("pending", f"/records/{city.records['pending']}/objection")
    page.click("main form input[type=radio] >> nth=0")
    page.fill("main form textarea", "处罚决定书载明的单位不是我单位。")
    page.click("main form button.btn")
    page.wait_for_url(re.compile("/objections/"))
    expect(page.locator("main")).to_contain_text("异议")


def test_the_credit_office_opens_the_rows_behind_a_number(visit):
    page = visit("credit office", "/oversight")
    numbers = page.locator("main td.num a")
    if numbers.count() == 0:
        page.select_option("main select >> nth=0", index=0)
        page.click("main form button")
    first = numbers.first
    said = first.inner_text()
    first.click()
    expect(page.locator("h1")).to_contain_text(said)


def test_an_auditor_finds_who_saw_what(visit, city):
    officer = visit("officer", f"/cases/{city.cases['pending']}")
    officer.close()
    page = visit("auditor", "/audit")
    page.click("main a >> nth=0")
    expect(page.locator("h1")).not_to_be_empty()


def test_the_session_of_somebody_who_signed_out_opens_nothing(visit, address):
    page = visit("officer", "/desk")
    page.click("form.leave button")
    page.goto(f"{address}/desk")
    assert "/sign-in" in page.url


def _tab_to(page, selector: str, most: int = 60) -> None:
    """Press Tab until the focus is on something; it must be reachable without a mouse."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(f"{selector} is not reached by {most} tabs")
