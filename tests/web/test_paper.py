"""Pages on paper: what helps on a screen goes, what proves stays, and one sheet is no wider than A4."""

import pytest

from tests.web.browsing import signed_in
from tests.web.pages import pages

pytestmark = pytest.mark.browser
ON_SCREEN_ONLY = ("nav.nav", ".seek", ".tools", ".skip", ".filters", ".no-paper", "main form")
#: A4 less its margins, at 96 points to the inch.
SHEET = 688


@pytest.mark.parametrize("name", ["restricted", "record", "stub", "case", "receipt", "oversight"])
def test_a_printed_page_keeps_what_proves_and_drops_what_is_pressed(browser, address, city, name):
    path, readers = pages(city)[name]
    viewport = {"width": SHEET, "height": 900}
    page = signed_in(browser, address, city, readers[0], viewport=viewport).new_page()
    page.emulate_media(media="print")
    page.goto(address + path)
    shown = [each for each in ON_SCREEN_ONLY if page.locator(f"{each}:visible").count()]
    assert shown == []
    assert page.locator("h1:visible").count() == 1
    permanent = address.removeprefix("http://") + path
    assert permanent in page.locator(".on-paper:visible").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET
