"""A repair in a browser: asked for, papers named once, brought, taken up, granted; every word of it."""

import re

import pytest
from playwright.sync_api import Page, expect

from goodstanding.wallclock import today
from tests.web import city as places
from tests.web.browsing import signed_in

pytestmark = pytest.mark.browser
SEND = "main form .row button.btn"


@pytest.fixture
def visit(browser, address, city):
    """A narrow browser of somebody of the city, at an address."""
    contexts = []

    def open_at(who: str, path: str) -> Page:
        context = signed_in(browser, address, city, who, viewport={"width": 360, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


def test_what_was_put_right_is_asked_for_examined_and_granted(visit, city):
    record, day = city.records["corrected"], today().isoformat()
    page = visit("pending", f"/own/{places.PENDING}")
    expect(page.locator("main")).to_contain_text("信用修复不收费，无需中介")
    page.click(f"a[href='/records/{record}/repair']")
    page.fill("#id_performed_on", "2098-01-01")
    page.fill("#id_commitment_on", "2098-01-01")
    page.click(SEND)
    expect(page.locator(".errors li")).to_have_count(2)
    page.fill("#id_performed_on", day)
    page.fill("#id_commitment_on", day)
    page.fill("#id_text", "罚款已缴清，附缴款凭证。")
    page.click(SEND)
    page.wait_for_url(re.compile(r"/repairs/s-"))
    path = re.sub(r"^https?://[^/]+", "", page.url)
    expect(page.locator("main")).to_contain_text("罚款已缴清，附缴款凭证。")

    _step(visit("officer", path), "告知缺少的材料", missing="信用承诺书原件")
    page.reload()
    expect(page.locator(".line")).to_contain_text("信用承诺书原件")
    _step(page, "补交材料", text="承诺书原件一份")
    officer = visit("officer", path)
    officer.click("main a:has-text('受理申请')")
    officer.check("#id_checked")
    officer.click(SEND)
    expect(officer.locator("h1 ~ *, main .tag").first).to_be_visible()

    reviewer = visit("reviewer", "/desk")
    reviewer.click("a:has-text('待决定的修复申请')")
    reviewer.click(f"a[href='{path}']")
    reviewer.click("main a:has-text('对修复申请作出决定')")
    reviewer.check("input[name=outcome][value=refused]")
    reviewer.check("#id_checked")
    reviewer.click(SEND)
    expect(reviewer.locator(".errors li")).to_have_count(2)
    reviewer.check("input[name=outcome][value=granted]")
    reviewer.click(SEND)
    expect(reviewer.locator("main")).to_contain_text("准予修复")
    page.goto(page.url)
    expect(page.locator("main")).to_contain_text("您无需办理任何手续")
    assert visit("visitor", f"/records/{record}").locator("h1").inner_text() != ""


def _step(page: Page, words: str, **typed: str) -> None:
    page.click(f"main a:has-text('{words}')")
    for name, text in typed.items():
        page.fill(f"#id_{name}", text)
    page.click(SEND)
    page.wait_for_url(re.compile(r"/repairs/s-\w+$"))
