"""Every page in a browser: accessible by WCAG 2.2 AA, whole at 320 px, light as dark."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.browsing import signed_in
from tests.web.pages import pages

pytestmark = pytest.mark.browser
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
ALL = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
#: What width, colours and size of type can break; the rest is the same markup and was asked before.
OF_A_LOOK = {"runOnly": ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]}
OF_A_LOOK["runOnly"].append("target-size")
LOOKS = {
    "zh-hans": [(1280, "light", "normal", ALL), (320, "dark", "large", OF_A_LOOK)],
    "en": [(320, "light", "normal", ALL), (1280, "dark", "large", OF_A_LOOK)],
}


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("language", LOOKS)
def test_every_page_is_accessible_and_whole(browser, address, city, language):
    wrong = []
    tabs: dict[str, Page] = {}
    for name, (path, readers) in pages(city).items():
        who = readers[0]
        if who not in tabs:
            tabs[who] = signed_in(browser, address, city, who, language=language).new_page()
        tabs[who].goto(address + path)
        for width, *look in LOOKS[language]:
            _put_on(tabs[who], width, *look[:2])
            wrong += [f"{name} {width}: {each}" for each in _flaws(tabs[who], width, look[2])]
    for tab in tabs.values():
        tab.context.close()
    assert wrong == []


def _put_on(page: Page, width: int, scheme: str, type: str) -> None:
    """The page as it stands, in another width, light and size of type: as base.html would send it."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate("type => { document.documentElement.dataset.type = type }", type)


def _flaws(page: Page, width: int, rules: dict[str, Any] = ALL) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        yield f"{wide} px wide"
    run = "async rules => (await axe.run(rules)).violations"
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    for violation in page.evaluate(run, rules):
        targets = [node["target"] for node in violation["nodes"]][:2]
        yield f"{violation['id']} {targets}"
