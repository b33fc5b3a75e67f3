"""Corrections and withdrawals as rows through the pages: sent by one, committed by another."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from goodstanding.disclosure.queries import open_recalls
from goodstanding.intake.models import Batch, RowOutcome, StagedPart
from goodstanding.publication.models import Entry
from goodstanding.register.rebuilding import rebuild
from goodstanding.remedies.models import Repair
from tests.rules.penalty_rows import identity_number
from tests.web import city as places
from tests.web.city import workbook
from tests.web.test_uploads import send

RIGHT = "经责令支付，逾期仍未支付。"


def page(city, who: str, address: str) -> str:
    return city.client(who).get(address, follow=True).content.decode()


def test_a_reviewer_sees_before_and_after_commits_one_row_and_sends_one_back(city):
    address, reviewer = f"/uploads/{city.changes}", city.client("reviewer")
    assert "/changes" in reviewer.get("/desk").content.decode()
    assert address in reviewer.get("/changes").content.decode()
    html = reviewer.get(address).content.decode()
    for told in (
        "<del>1</del>",
        "<ins>2.5</ins>",
        RIGHT,
        "有 1 个案件以此为依据",
        "RecordNotFound",
    ):
        assert told in html
    bare = reviewer.post(f"{address}/review", {"back": ["3"]})
    assert bare.status_code == 422
    assert "NoteMissing" in bare.content.decode()
    note = {"back": ["3"], "note": f"见 {identity_number()}"}
    held = reviewer.post(f"{address}/review", note).content.decode()
    assert identity_number() not in held
    done = reviewer.post(f"{address}/review", {"back": ["3"], "note": "事实无误。"}, follow=True)
    assert "读取 3 行，接收 1 行，2 行需要处理" in done.content.decode()
    assert "事实无误。" in page(city, "officer", address)
    assert StagedPart.objects.filter(staged=city.changes).count() == 0
    found = RowOutcome.objects.get(batch=city.changes, row=3)
    assert found.problems[0]["code"] == "SentBack"
    record = city.records["restricted"]
    assert "2.5" in page(city, "reviewer", f"/records/{record}").split('id="corrections"')[1]
    assert Entry.objects.get(record=city.records["expired"]).version == 1
    assert open_recalls(record=record)
    assert Batch.objects.get(id=city.changes).by == city.ids["human-resources/officer"]
    assert rebuild().differences == 0


def test_the_sender_neither_commits_nor_enters_it_and_may_cancel(city):
    address, officer = f"/uploads/{city.changes}", city.client("officer")
    assert "review" not in officer.get(address).content.decode()
    for step in ("review", "commit"):
        assert officer.post(f"{address}/{step}").status_code == 403
    assert city.client("trading").get(address).status_code == 403
    assert officer.post(f"{address}/cancel").status_code == 302
    assert city.client("reviewer").post(f"{address}/review")["Location"] == address
    assert Entry.objects.get(record=city.records["restricted"]).version == 1


def test_the_whole_file_goes_back(city):
    address, reviewer = f"/uploads/{city.changes}", city.client("reviewer")
    reviewer.post(f"{address}/review", {"all": "1", "note": "请附决定书核对。"})
    batch = Batch.objects.get(id=city.changes)
    assert (batch.accepted, batch.rejected, batch.finished_at is not None) == (0, 3, True)
    mend = city.client("officer").get(f"{address}/needs-work.xlsx").content
    assert "更正理由" in [cell.value for cell in load_workbook(io.BytesIO(mend)).active[1]]


def test_withdrawals_of_another_s_record_and_of_nothing_are_told_and_the_good_one_falls(city):
    record = city.records["expired"]
    why = {"自始有误": "是", "撤回理由": "原决定已撤销。"}
    rows = [{"记录编号": record, **why}, {"记录编号": city.records["elsewhere"], **why}]
    address = send(city.client("officer"), workbook(rows), kind="withdrawal")["Location"]
    assert "RecordNotFound" in page(city, "officer", address)
    page_after = city.client("reviewer").post(f"{address}/review", follow=True)
    assert "读取 2 行，接收 1 行" in page_after.content.decode()
    assert Entry.objects.get(record=record).as_wrong


def test_a_repair_decided_elsewhere_is_looked_at_taken_and_told_on_its_page(city):
    record = city.records["restricted"]
    decided = {"修复决定日期": f"{places._ago(1):%Y-%m-%d}", "修复决定单位": "信用中国网站"}
    rows = [{"记录编号": record, "修复结果": "准予修复", **decided}]
    address = send(city.client("officer"), workbook(rows), kind="repair-result")["Location"]
    html = page(city, "reviewer", address)
    assert "准予修复：公示、共享和措施立即终止" in html
    assert "信用中国网站" in html
    done = city.client("reviewer").post(f"{address}/review", follow=True).content.decode()
    assert "读取 1 行，接收 1 行" in done
    repair = Repair.objects.get(target=record)
    told = page(city, "officer", f"/repairs/{repair.id}")
    assert "外部决定的修复" in told
    assert "信用中国网站" in told
    assert f"/repairs/{repair.id}" in page(city, "officer", f"/records/{record}")
    assert rebuild().differences == 0


@pytest.mark.parametrize("of", ["penalty", "honour"])
def test_the_template_has_its_own_columns_those_of_the_kind_and_a_hidden_version(city, of):
    address = reverse("web:template", args=["correction"])
    book = load_workbook(io.BytesIO(city.client("officer").get(f"{address}?of={of}").content))
    titles = [cell.value for cell in book.active[1]]
    assert {"记录编号", "更正理由 *"} <= set(titles)
    assert ("违法事实" in titles) is (of == "penalty")
    assert book["_version"].sheet_state == "hidden"
    assert city.client("officer").get(f"{address}?of=gossip").status_code == 404
