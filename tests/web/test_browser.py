"""Every page in a browser: accessible by WCAG 2.2 AA, whole at 320 px, light as dark."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.browsing import signed_in
from tests.web.pages import pages

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    ("width", "language", "scheme", "type"),
    [
        (1280, "zh-hans", "light", "normal"),
        (320, "en", "light", "normal"),
        (320, "zh-hans", "dark", "large"),
        (1280, "en", "dark", "large"),
    ],
)
def test_every_page_is_accessible_and_whole(browser, address, city, width, language, scheme, type):
    wrong = []
    tabs: dict[str, Page] = {}
    look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    for name, (path, readers) in pages(city).items():
        who = readers[0]
        if who not in tabs:
            context = signed_in(browser, address, city, who, language=language, **look)
            context.add_cookies([{"name": "type", "value": type, "url": address}])
            tabs[who] = context.new_page()
        tabs[who].goto(address + path)
        wrong += [f"{name}: {each}" for each in _flaws(tabs[who], width)]
    for tab in tabs.values():
        tab.context.close()
    assert wrong == []


def _flaws(page: Page, width: int) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        yield f"{wide} px wide"
    for violation in Axe().run(page, options=RULES).response["violations"]:
        targets = [node["target"] for node in violation["nodes"]][:2]
        yield f"{violation['id']} {targets}"
