"""Rows that change records: a part at a time, what came in between, and who does not take them."""

from datetime import date

import pytest

from goodstanding.files.writing import csv_bytes
from goodstanding.flow import changes_file, contest, correct
from goodstanding.flow.commit import advance
from goodstanding.flow.commit_changes import commit_changes, obstacles
from goodstanding.flow.stage_changes import stage_changes
from goodstanding.intake import changes, staging
from goodstanding.intake.models import Batch, RowOutcome, Staged
from goodstanding.publication.models import Entry
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.actors import Role
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.errors import Refused
from tests.flow.drafting import installed
from tests.flow.listing import HOME, officer, penalised

DAY = date(2021, 3, 15)
WHY = {"更正理由": "录入有误。"}


@pytest.fixture
def records(database):
    installed()
    return [penalised(number) for number in (1, 2, 3)]


def sent(records, **values: str) -> str:
    rows = [{"记录编号": record, **WHY, "CF_NR_FK": "2", **values} for record in records]
    data = csv_bytes(rows, list(rows[0]))
    clerk = officer(Role.OFFICER, DAY)
    return stage_changes(clerk, kind="correction", department=HOME, data=data).batch


def committed(batch: str, **more) -> None:
    reviewer = officer(Role.REVIEWER, DAY)
    commit_changes(reviewer, staged=batch, **more)
    while advance(staged=batch, at=reviewer.at):
        pass


def versions(records) -> list[int]:
    return [Entry.objects.get(record=record).version for record in records]


def test_what_stopped_half_way_goes_on_after_its_last_committed_row(records, monkeypatch):
    monkeypatch.setattr(changes, "CHUNK", 1)
    batch = sent(records)
    reviewer = officer(Role.REVIEWER, DAY)
    commit_changes(reviewer, staged=batch)
    assert advance(staged=batch, at=reviewer.at)
    assert versions(records) == [2, 1, 1]
    Staged.objects.all().delete()
    assert sent(records) == batch
    assert Staged.objects.get(id=batch).read == 2
    committed(batch)
    done = Batch.objects.get(id=batch)
    assert (versions(records), done.read, done.accepted) == ([2, 2, 2], 3, 3)
    assert rebuild().differences == 0


def test_what_came_in_between_refuses_its_own_row_and_no_other(records):
    batch = sent(records)
    reviewer = officer(Role.REVIEWER, DAY)
    values = {"CF_NR_FK": "3"}
    correct.correct_record(reviewer, record=records[0], values=values, reasons="先更正。")
    contest.withdraw_record(reviewer, record=records[1], as_wrong=True, reasons="已撤销。")
    committed(batch)
    assert versions(records) == [2, 1, 2]
    found = RowOutcome.objects.filter(batch=batch).order_by("row")
    codes = [[each["code"] for each in row.problems] for row in found]
    assert codes == [["CorrectedMeanwhile"], ["CorrectionTooLate"]]


def test_it_waits_a_week_and_no_longer(records):
    batch = sent(records)
    assert Staged.objects.get(id=batch).expires_at - officer(Role.OFFICER, DAY).at == (
        staging.WAITS_FOR_COLLEAGUE
    )
    late = officer(Role.REVIEWER, date(2021, 3, 23))
    with pytest.raises(Refused) as refused:
        commit_changes(late, staged=batch)
    assert refused.value.codes == ("PreviewExpired",)


def test_more_rows_than_a_person_looks_at_are_split(records, monkeypatch):
    monkeypatch.setattr(changes_file, "MOST", 2)
    with pytest.raises(Refused) as refused:
        sent(records)
    assert refused.value.codes == ("TooManyChanges",)


@pytest.mark.parametrize(
    ("entered_by", "recused", "codes"),
    [
        ("o-1", set(), []),
        (f"o-{HOME}-reviewer", set(), ["SamePersonTwice"]),
        ("o-1", {"r-1"}, ["Recused"]),
        ("o-1", {"91449800MA0000015B"}, ["Recused"]),
    ],
)
def test_an_own_entry_and_an_own_interest_are_not_taken(entered_by, recused, codes):
    call = officer(Role.REVIEWER, DAY)
    actor = type(call.actor)(
        id=call.actor.id,
        department=HOME,
        roles=call.actor.roles,
        recused=frozenset(recused),
    )
    row = ChangeRow(
        row=2,
        kind="correction",
        record="r-1",
        record_kind="penalty",
        organisation="91449800MA0000015B",
        name="",
        document="",
        entered_by=entered_by,
        version=1,
        reasons="录入有误。",
    )
    found = obstacles(type(call)(actor=actor, at=call.at), "correction", row)
    assert [each.code for each in found] == codes
