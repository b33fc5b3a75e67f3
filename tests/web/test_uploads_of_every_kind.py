"""Every kind of file goes the whole way through the pages: preview, commit, record, rebuild."""

import pytest

from goodstanding.files.writing import workbook_bytes
from goodstanding.publication.models import Entry
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.official_columns import COLUMNS
from tests.rules.penalty_rows import abnormal, code, commitment, contract, honour, listing, outcome
from tests.rules.test_older_format import IN_CHINESE, older
from tests.web import city as places

NUMBER = 61
FILES = {
    "abnormal-operation": (abnormal, {"public": True, "adverse": True}),
    "severe-listing": (listing, {"public": False, "adverse": True}),
    "honour": (honour, {"public": False, "adverse": False}),
    "contract-performance": (contract, {"public": True, "adverse": True}),
    "inspection-result": (outcome, {"public": True, "adverse": True}),
    "commitment": (commitment, {"public": False, "adverse": True}),
}


def titled(kind: str, cells: dict[str, str]) -> dict[str, str]:
    """The cells under the printed headers of the kind's template."""
    titles = {column.code: column.title for column in COLUMNS[kind]}
    return {titles[name]: text for name, text in cells.items()}


def sent(city, kind: str, rows: list[dict[str, str]]) -> tuple[str, str]:
    """The preview and the report that the sender sees."""
    client = city.client("market")
    columns = list(dict.fromkeys(name for row in rows for name in row))
    file = places.SimpleUploadedFile("rows.xlsx", workbook_bytes(rows, columns))
    answer = client.post("/uploads", {"kind": kind, "file": file})
    assert answer.status_code == 302, answer.content.decode()
    preview = client.get(answer["Location"]).content.decode()
    report = client.post(f"{answer['Location']}/commit", follow=True).content.decode()
    return preview, report


@pytest.mark.parametrize("kind", FILES)
def test_a_file_of_a_new_kind_becomes_records_and_tells_what_to_mend(city, kind):
    row_of, expected = FILES[kind]
    prefix = next(iter(row_of(1))).split("_")[0]
    bad = titled(kind, row_of(NUMBER + 1, **{f"{prefix}_DECIDED_ON": "2026-02-30"}))
    preview, report = sent(city, kind, [titled(kind, row_of(NUMBER)), bad])
    assert "读取 2 行，接收 1 行，1 行需要处理" in preview
    assert "DateNotRead" in preview
    assert "报送结果" in report
    entry = Entry.objects.get(organisation=code(NUMBER), record_kind=kind)
    assert entry.adverse is expected["adverse"]
    assert bool(entry.public_until) is expected["public"]
    stranger = city.client("visitor").get(f"/organisations/{code(NUMBER)}").content.decode()
    assert (entry.document in stranger) is expected["public"]
    own = city.client("market").get(f"/records/{entry.record}").content.decode()
    assert entry.document in own
    assert rebuild(verify=True).found == ()


@pytest.mark.parametrize("kind", ["penalty", "licence"])
def test_a_file_of_2015_becomes_records(city, kind):
    cells = older(kind, NUMBER)
    preview, _ = sent(city, kind, [{IN_CHINESE.get(n, n): text for n, text in cells.items()}])
    assert "读取 1 行，接收 1 行" in preview
    assert Entry.objects.filter(organisation=code(NUMBER), record_kind=kind).count() == 1


def test_a_file_that_mixes_both_formats_is_refused_and_nothing_waits(city):
    row = {**older("penalty", NUMBER), "CF_NR": "罚款"}
    file = places.SimpleUploadedFile("rows.xlsx", workbook_bytes([row], list(row)))
    page = city.client("market").post("/uploads", {"kind": "penalty", "file": file})
    assert page.status_code == 422
    assert "列“CF_CFLB1”属于2015年版格式，列“CF_NR”属于2018年版格式" in page.content.decode()
