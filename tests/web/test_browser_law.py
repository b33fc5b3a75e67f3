"""In a browser: a draft is sent, approved by one and then by another, and in force from its day."""

from datetime import timedelta

import pytest

from goodstanding.catalogue import queries
from goodstanding.wallclock import today
from tests.flow.drafting import version
from tests.web.browsing import signed_in

pytestmark = pytest.mark.browser
FIRST, SECOND = "credit office", "second of the credit office"


@pytest.fixture
def pack(tmp_path):
    """The files of a version that begins in ten days, as they lie on an officer's disk."""
    day = today() + timedelta(days=10)
    files = version("2999.1", day, wage_arrears=("months: 36", "months: 24"))
    for name, data in files.items():
        (tmp_path / name.rsplit("/", 1)[-1]).write_bytes(data)
    return sorted(tmp_path.glob("*.yaml"))


def test_a_version_goes_from_its_files_to_force_through_two_hands(browser, address, city, pack):
    first = signed_in(browser, address, city, FIRST).new_page()
    first.goto(f"{address}/rulebook")
    first.get_by_role("link", name="规则版本和草案").click()
    first.get_by_role("link", name="提出新版本").click()
    first.set_input_files("input[type=file]", [str(each) for each in pack])
    first.get_by_role("button", name="检查并提出").click()
    assert "已有 0 人批准" in first.inner_text(".answer-line")
    draft = first.url
    assert "尚未试运行" in first.inner_text("main")
    first.get_by_role("button", name="试运行").click()
    first.get_by_text("由本登记册签名").wait_for(timeout=60_000)
    _approve(first)
    assert "还须另一人批准" in first.inner_text("[role=status]")
    assert "须由两人分别办理" in first.inner_text("main")
    second = signed_in(browser, address, city, SECOND).new_page()
    second.goto(draft)
    _approve(second)
    assert "自施行日起施行" in second.inner_text("[role=status]")
    assert "没有遗留" in second.inner_text("main")
    assert queries.law(on=today() + timedelta(days=10)).rulebook.version == "2999.1"
    second.goto(f"{address}/rulebook/changes?to={draft.rsplit('/', 1)[1][:16]}")
    assert "24 个月" in second.inner_text("main")


def _approve(page):
    """Without a tick it is refused and every one is named; with all of them it is done."""
    page.get_by_role("button", name="批准", exact=True).click()
    assert "尚待核实" in page.inner_text(".errors")
    for box in page.locator("input[name=acknowledged]").all():
        box.check()
    page.get_by_role("button", name="批准", exact=True).click()
