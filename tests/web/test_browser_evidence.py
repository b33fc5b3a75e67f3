"""Evidence in a browser: refused with a number in it, sent clean, removed, handed in, taken away."""

import pytest

from goodstanding.audit.models import Read
from goodstanding.evidence.models import File
from tests.files.evidence import paper, picture
from tests.web import city as places
from tests.web.browsing import signed_in
from tests.web.test_browser import _flaws

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(200)]
NARROW = 320
#: Of region 449800, which no person has.
NUMBER = "449800199001011232"


def test_evidence_from_the_first_refusal_to_the_desk(browser, address, city):
    size = {"width": NARROW, "height": 800}
    ours = signed_in(browser, address, city, "representative", viewport=size)
    page = ours.new_page()
    page.goto(f"{address}/objections/{city.objections['stayed']}")
    page.click("aside a[href$='/evidence']")
    _send(page, "paper.pdf", paper(f"ID {NUMBER}"))
    assert "EvidenceNamesPerson" in page.inner_text(".errors")
    assert NUMBER not in page.content()
    found = [f"refused: {each}" for each in _flaws(page, NARROW)]
    _send(page, "paper.pdf", paper("receipt 100.00"))
    assert page.locator("main table tbody tr").count() == 3
    found += [f"sent: {each}" for each in _flaws(page, NARROW)]
    with page.expect_navigation():
        page.click("form[action$='/removal'] button >> nth=0")
    with page.expect_navigation():
        page.click("form[action$='/hand-in'] button")
    assert page.locator("form[action$='/removal']").count() == 0
    found += [f"handed in: {each}" for each in _flaws(page, NARROW)]
    assert found == []
    with page.expect_download() as saved:
        page.click("main table a >> nth=0")
    with open(saved.value.path(), "rb") as file:
        assert file.read() == picture(1)
    ours.close()


def _send(page, name: str, data: bytes) -> None:
    kind = "application/octet-stream"
    page.set_input_files("#id_file", {"name": name, "mimeType": kind, "buffer": data})
    page.fill("#id_label", "缴款凭证")
    with page.expect_navigation():
        page.click("main form[enctype] button.btn")


def test_a_file_is_handed_out_alone_and_every_look_is_noted(city):
    first = File.objects.get(handed_in_on__isnull=False, matter=city.objections["stayed"])
    answer = city.client("reviewer").get(f"/evidence/{first.id}/file")
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "image/png"
    for who in ("auditor", "credit office", "trading"):
        assert city.client(who).get(f"/evidence/{first.id}/file").status_code == 403
    looks = Read.objects.filter(kind="evidence", target=first.id)
    assert [each.department for each in looks] == [places.HOME]
