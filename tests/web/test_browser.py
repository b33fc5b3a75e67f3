"""Pages in a browser: accessible by WCAG 2.2 AA, whole at 320 px, the main path by keyboard."""

import os
import shutil
from collections.abc import Iterator
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.web.pages import pages

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHROMIUM = os.environ.get("GOODSTANDING_CHROMIUM") or shutil.which("chromium")


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the test says what went wrong."""


@pytest.fixture
def address(city: Any) -> Iterator[str]:
    """The pages of the city, served for one test."""
    server: WSGIServer = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=_Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def _signed_in(browser: Browser, address: str, city: Any, who: str, **more: Any) -> BrowserContext:
    context = browser.new_context(**more)
    session = city.client(who).cookies.get(settings.SESSION_COOKIE_NAME)
    if session:
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session.value, "url": address}
        context.add_cookies([cookie])
    return context


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible_and_whole(browser, address, city, width):
    wrong = []
    contexts: dict[str, BrowserContext] = {}
    for name, (path, readers) in pages(city).items():
        who = readers[0]
        if who not in contexts:
            size = {"width": width, "height": 800}
            contexts[who] = _signed_in(browser, address, city, who, viewport=size)
        page = contexts[who].new_page()
        page.goto(address + path)
        wrong += [f"{name}: {each}" for each in _flaws(page, width)]
        page.close()
    for context in contexts.values():
        context.close()
    assert wrong == []


def _flaws(page: Page, width: int) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        yield f"{wide} px wide"
    for violation in Axe().run(page, options=RULES).response["violations"]:
        targets = [node["target"] for node in violation["nodes"]][:2]
        yield f"{violation['id']} {targets}"


def test_a_statement_is_handed_in_by_keyboard_alone(browser, address, city):
    context = _signed_in(browser, address, city, "pending")
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
    context = _signed_in(browser, address, city, "reviewer")
    page = context.new_page()
    page.goto(f"{address}/cases/{city.cases['pending']}/decision")
    page.click("main button.btn")
    assert page.evaluate("document.activeElement.className") == "errors"
    page.click(".errors a >> nth=0")
    assert page.evaluate("document.activeElement.matches('form input')")
    context.close()
