"""Files through the pages: shown before anything is entered, entered once, never half."""

import re
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodstanding.files.text import decode
from goodstanding.files.writing import csv_bytes
from goodstanding.intake.models import Batch, Staged, StagedPart
from goodstanding.publication.models import Entry
from goodstanding.wallclock import now, today
from tests.rules.penalty_rows import identity_number, licence
from tests.web import city as places
from tests.web.city import recent, workbook


@pytest.fixture
def market(city):
    """The sender's browser; no other file waits."""
    Staged.objects.all().delete()
    return city.client("market")


def send(client, data, kind="penalty", **more):
    file = places.SimpleUploadedFile("rows.xlsx", data)
    return client.post("/uploads", {"kind": kind, "file": file}, **more)


def staged(client, data) -> str:
    response = send(client, data)
    assert response.status_code == 302, response.content.decode()
    return response["Location"]


def records() -> int:
    return Entry.objects.filter(department="market-regulation").count()


def bad(number: int) -> dict[str, str]:
    return recent(number, CF_JDRQ=(today() + timedelta(days=3)).isoformat())


def test_nothing_is_entered_before_it_is_said_so(market):
    before = records()
    address = staged(market, workbook([recent(31), bad(32)]))
    html = market.get(address).content.decode()
    assert "读取 2 行，接收 1 行，1 行需要处理" in html
    assert "DateInTheFuture" in html
    assert recent(31)["CF_XDR_MC"] in html
    assert records() == before
    report = market.post(f"{address}/commit", follow=True).content.decode()
    assert "报送结果" in report
    assert records() == before + 1
    assert (Staged.objects.count(), StagedPart.objects.count()) == (0, 0)


def test_a_second_click_and_a_second_tab_find_it_done(market):
    address = staged(market, workbook([recent(31)]))
    before = records()
    for _ in range(2):
        market.post(f"{address}/commit")
    assert records() == before + 1
    late = market.post(f"{address}/cancel", follow=True).content.decode()
    assert "已经登记过" in late
    assert records() == before + 1


def test_cancelled_nothing_is_kept_and_nothing_can_be_entered(market):
    before, address = records(), staged(market, workbook([recent(31)]))
    market.post(f"{address}/cancel")
    assert StagedPart.objects.count() == 0
    assert market.post(f"{address}/commit")["Location"] == address
    gone = market.get(address)
    assert gone.status_code == 410
    assert "已取消" in gone.content.decode()
    assert records() == before


def test_after_half_an_hour_the_rows_are_forgotten_and_the_page_says_so(market):
    address = staged(market, workbook([recent(31)]))
    Staged.objects.update(expires_at=now() - timedelta(seconds=1))
    assert "预览已过期" in market.get(address).content.decode()
    market.post(f"{address}/commit")
    assert not Batch.objects.filter(id=address.rsplit("/", 1)[1]).exists()
    market.get("/uploads")
    assert StagedPart.objects.count() == 0
    assert "预览已过期" in market.get(address).content.decode()


def test_remarks_stand_in_the_preview_the_report_and_the_workbook(market):
    row = recent(31, CF_SY="经查，法定代表人王建国，未到场。", CF_NR_FK="20000")
    address = staged(market, workbook([row, recent(32)]))
    preview = market.get(address).content.decode()
    report = market.post(f"{address}/commit", follow=True).content.decode()
    for html in (preview, report):
        assert "读取 2 行，接收 2 行（其中 1 行有提示），0 行需要处理" in html
        assert "AmountPerhapsInYuan" in html
        assert "TextMasked" in html
        assert "王建国" not in html
    back = market.get(f"{address}/needs-work.xlsx").content
    with ZipFile(BytesIO(back)) as book:
        assert "TextMasked" in book.read("xl/sharedStrings.xml").decode()
    assert Batch.objects.get(id=address.rsplit("/", 1)[1]).remarked == 1


def test_nothing_about_a_person_is_staged(market):
    person = recent(33, CF_XDR_LB="自然人", CF_XDR_ZJHM=identity_number(), CF_XDR_MC="某某某")
    address = staged(market, workbook([recent(31), person]))
    kept = "".join(f"{each.accepted}{each.outcomes}" for each in StagedPart.objects.all())
    assert recent(31)["CF_XDR_MC"] in kept
    for secret in (identity_number(), "某某某", person["CF_WSH"]):
        assert secret not in kept
        assert secret not in market.get(address).content.decode()
        assert secret.encode() not in market.get(f"{address}/needs-work.xlsx").content


def test_the_same_file_again_is_told_plainly_and_enters_nothing(market):
    data = workbook([recent(31), recent(32)])
    first = staged(market, data)
    market.post(f"{first}/commit")
    before, again = records(), staged(market, data)
    html = market.get(again).content.decode()
    assert first in html
    assert "读取 2 行，接收 0 行" in html
    market.post(f"{again}/commit")
    assert records() == before


def test_only_the_mended_rows_are_sent_again(market):
    first = staged(market, workbook([recent(31), bad(32)]))
    market.post(f"{first}/commit")
    back = market.get(f"{first}/needs-work.xlsx").content
    before = records()
    mended = staged(market, workbook([recent(32)]))
    market.post(f"{mended}/commit")
    assert back[:2] == b"PK"
    assert records() == before + 1
    assert Batch.objects.get(id=first.rsplit("/", 1)[1]).accepted == 1


def test_a_file_of_another_kind_says_which(market):
    response = send(market, workbook([licence(1)]))
    html = response.content.decode()
    assert response.status_code == 422
    assert "FileOfAnotherKind" in html
    assert "行政许可" in html[html.index('role="alert"') : html.index("</ul>", html.index("alert"))]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.4",
        b"\x00" * 100,
        b"PK\x03\x04broken",
        b"a,b\n1,2\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        b"<html><table>",
    ],
)
def test_hostile_files_are_answered_at_the_form(market, data):
    response = send(market, data)
    assert response.status_code in (409, 422)
    assert 'href="#id_file"' in response.content.decode()
    assert Staged.objects.count() == 0


def test_a_file_beyond_the_limit_is_told_at_the_form_with_the_limit_and_the_cure(market):
    response = send(market, b"x" * (17 * 1024 * 1024))
    html = response.content.decode()
    assert response.status_code == 413
    assert "16 MB" in html
    assert "UploadTooLarge" in html
    assert 'href="#id_file"' in html


def test_half_a_form_is_no_file(market):
    """Cut off inside the file: read as far as it came, two rows would pass for the whole."""
    data = csv_bytes([recent(n) for n in range(31, 35)], list(recent(31)))
    start = b'--cut\r\nContent-Disposition: form-data; name="'
    body = start + b'kind"\r\n\r\npenalty\r\n' + start + b'file"; filename="a.csv"\r\n\r\n' + data
    kind = "multipart/form-data; boundary=cut"
    response = market.generic("POST", "/uploads", body[:-200], content_type=kind)
    assert response.status_code == 400
    assert "UploadCutOff" in response.content.decode()
    assert Staged.objects.count() == 0
    whole = body + b"\r\n--cut--\r\n"
    assert market.generic("POST", "/uploads", whole, content_type=kind).status_code == 302


def test_who_may_not_send_is_not_told_about_sizes(city):
    response = send(city.client("auditor"), b"x" * (17 * 1024 * 1024))
    assert response.status_code == 403


def test_another_department_neither_sees_nor_enters_a_preview(city, market):
    address = staged(market, workbook([recent(31)]))
    other = city.client("officer")
    for response in (
        other.get(address),
        other.post(f"{address}/commit"),
        other.post(f"{address}/cancel"),
        other.get(f"{address}/needs-work.xlsx"),
    ):
        assert response.status_code == 403
    assert Staged.objects.get().state == "waiting"


def test_the_list_is_filtered_and_paged_by_its_address(market):
    for n in range(23):
        Batch.objects.create(
            id=f"b-{n}",
            kind="licence",
            department="market-regulation",
            file_digest="",
            size=1,
            by="o",
            opened_at=now(),
            finished_at=now(),
        )
    html = market.get("/uploads?kind=licence&state=whole").content.decode()
    assert "共 23" in html
    assert re.search(r'href="\?kind=licence&amp;state=whole&amp;page=2"', html)
    assert (
        "没有符合筛选条件" in market.get("/uploads?kind=licence&state=needs-work").content.decode()
    )
    assert "没有符合筛选条件" in market.get("/uploads?until=2020-01-01").content.decode()
    assert market.get("/uploads?since=nonsense&page=99999999").status_code == 200


def test_queries_do_not_grow_with_rows(market):
    def queries(rows):
        address = staged(market, workbook(rows))
        with CaptureQueriesContext(connection) as found:
            market.get(address)
        return len(found)

    few, many = [recent(41), bad(42)], [*map(recent, range(43, 80)), *map(bad, range(80, 120))]
    assert queries(few) == queries(many)


def test_the_workbook_computes_nothing(market):
    address = staged(market, workbook([bad(32) | {"CF_XDR_MC": "=1+1 有限公司"}]))
    sheet = market.get(f"{address}/needs-work.xlsx").content
    assert b"<f>" not in sheet
    assert decode(csv_bytes([{"a": "=1+1"}], ["a"])).splitlines()[1] == "'=1+1"


def test_a_name_alone_attaches_a_row_to_nobody(market):
    """The register knows the name; without the code the row goes back, and no code is offered."""
    market.post(f"{staged(market, workbook([recent(31)]))}/commit")
    named_alike = recent(32, CF_XDR_MC=recent(31)["CF_XDR_MC"], CF_XDR_SHXYM="")
    before = records()
    address = staged(market, workbook([named_alike]))
    html = market.get(address).content.decode()
    assert "读取 1 行，接收 0 行，1 行需要处理" in html
    assert "ValueMissing" in html
    assert recent(31)["CF_XDR_SHXYM"] not in html
    market.post(f"{address}/commit")
    assert records() == before
