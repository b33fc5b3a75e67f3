"""A representative's visit in a browser: reads, takes away, empowers an agent, ends it."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from goodstanding.departments.enrol import open_account
from goodstanding.wallclock import today
from tests.rules.penalty_rows import identity_number
from tests.web import city as places
from tests.web.city import PASSWORD

pytestmark = pytest.mark.browser
LAST = today() + timedelta(days=90)


@pytest.fixture
def sign_in(browser, address) -> Iterator:
    """A fresh browser in which somebody signs in by name and password."""
    contexts = []

    def signed_in(login: str) -> Page:
        context = browser.new_context(viewport={"width": 360, "height": 800}, locale="zh-CN")
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/sign-in")
        page.fill("#id_login", login)
        page.fill("#id_password", PASSWORD)
        page.click("main form button.btn")
        page.wait_for_url(lambda url: "sign-in" not in url)
        return page

    yield signed_in
    for context in contexts:
        context.close()


def taken(page: Page, words: str) -> tuple[str, bytes]:
    """The name and the bytes of what a link downloads."""
    with page.expect_download() as download:
        page.click(f"main a:has-text('{words}')")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_representative_takes_everything_away_and_an_agent_acts_until_ended(sign_in, city):
    open_account(login="agent-2", password=PASSWORD, display_name="周代理")
    page = sign_in("stayed")
    page.click("nav a:has-text('本机构')")
    expect(page.locator("h1")).to_have_text(places.NAMES[places.STAYED])
    expect(page.locator("main .note").first).to_contain_text("不收费，无需中介")

    name, data = taken(page, "Excel")
    assert name == f"{places.STAYED}-{today()}.xlsx"
    assert "登记的记录" in openpyxl.load_workbook(BytesIO(data)).sheetnames
    name, data = taken(page, "JSON")
    assert city.records["stayed"].encode() in data
    name, data = taken(page, "日历文件")
    assert name == f"{places.STAYED}.ics"
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")

    page.click("main a:has-text('添加代理人')")
    page.fill("#id_login", "agent-22")
    page.click("label:has-text('只能查看')")
    page.fill("#id_last", LAST.isoformat())
    page.click("main form button.btn")
    expect(page.locator(".errors")).to_contain_text("没有使用这个登录名的账号")
    expect(page.locator("#id_last")).to_have_value(LAST.isoformat())
    page.fill("#id_login", "agent-2")
    page.click("main form button.btn")
    expect(page.locator("[role=status]")).to_contain_text("周代理")

    agent = sign_in("agent-2")
    agent.click("nav a:has-text('本机构')")
    expect(agent.locator("h1")).to_have_text(places.NAMES[places.STAYED])
    expect(agent.locator("#acting")).to_contain_text("周代理 (您)")
    assert agent.locator("#acting a, #acting button").count() == 0
    agent.click("main .card-foot a:has-text('这条记录有误') >> nth=0")
    expect(agent.locator("h1")).to_be_visible()
    assert agent.locator("main textarea").count() == 0

    row = page.locator("#acting tr", has_text="周代理")
    row.locator("button").click()
    expect(page.locator("[role=status]")).to_contain_text("已终止")
    expect(page.locator("#acting")).not_to_contain_text("周代理")
    agent.goto(re.sub(r"#.*", "", page.url))
    assert agent.locator("main .card").count() == 0


def test_what_was_typed_outlives_the_session_and_a_number_of_a_person_does_not(
    sign_in, city, address
):
    page = sign_in("pending")
    page.goto(f"{address}/cases/{city.cases['pending']}/statement")
    page.fill("main textarea", f"经办人号码 {identity_number()}")
    page.click("main form button.btn")
    expect(page.locator(".errors")).to_contain_text("IdentityNumberInText")
    expect(page.locator("main textarea")).to_have_value("")
    page.fill("main textarea", "付" * 5_001)
    page.click("main form button.btn")
    expect(page.locator(".errors a")).to_have_count(1)
    expect(page.locator("main textarea")).to_have_value("付" * 5_001)
    page.fill("main textarea", "工资已于决定前付清，附付款凭证。")
    other = page.context.new_page()
    other.goto(f"{address}/")
    other.click("form.leave button")
    page.click("main form button.btn")
    page.wait_for_url(re.compile("/sign-in"))
    page.fill("#id_login", "pending")
    page.fill("#id_password", PASSWORD)
    page.click("main form button.btn")
    page.wait_for_url(re.compile("/statement$"))
    expect(page.locator("main textarea")).to_have_value("工资已于决定前付清，附付款凭证。")
    page.click("main form button.btn")
    page.wait_for_url(re.compile(r"/cases/[^/]+$"))
    expect(page.locator("main")).to_contain_text("附付款凭证")
