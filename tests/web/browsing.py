"""Chromium and the pages it looks at: one browser for a module, one server for a test."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, BrowserContext, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHROMIUM = os.environ.get("GOODSTANDING_CHROMIUM") or shutil.which("chromium")


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the test says what went wrong."""


@contextmanager
def served() -> Iterator[str]:
    """The pages of this process's database, on a port of 127.0.0.1."""
    server: WSGIServer = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=_Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's chromium, started."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def signed_in(
    browser: Browser, address: str, city: Any, who: str, *, language: str = "zh-hans", **more: Any
) -> BrowserContext:
    """A fresh browser of somebody of the city, in a language; ``more`` goes to playwright."""
    context = browser.new_context(**more)
    kept = {settings.LANGUAGE_COOKIE_NAME: language}
    if session := city.client(who).cookies.get(settings.SESSION_COOKIE_NAME):
        kept[settings.SESSION_COOKIE_NAME] = session.value
    context.add_cookies([{"name": n, "value": v, "url": address} for n, v in kept.items()])
    return context
