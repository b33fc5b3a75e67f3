"""Results of repairs from the national site: one transaction ends what a granted repair ends."""

from datetime import date

import pytest

from goodstanding.designations.models import Case
from goodstanding.files.writing import csv_bytes
from goodstanding.flow.commit import advance
from goodstanding.flow.commit_changes import commit_changes
from goodstanding.flow.stage_changes import stage_changes
from goodstanding.intake.models import RowOutcome
from goodstanding.publication.models import Entry
from goodstanding.register.rebuilding import rebuild
from goodstanding.remedies.models import Repair
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.errors import Refused
from tests.flow.drafting import installed
from tests.flow.listing import HOME, listed, officer, penalised
from tests.rules.penalty_rows import code

DAY = date(2021, 6, 15)
TITLES = (
    *("记录主体统一社会信用代码", "记录现有文书号", "修复结果"),
    *("修复决定日期", "修复决定单位", "修复决定书编号"),
)


@pytest.fixture
def case(database):
    installed()
    return listed(1)


def row(number: int = 1, said: str = "准予修复", day: str = "2021-06-10", **more: str):
    """A row as the national site tells it: no authority, the number in other brackets."""
    document = f"岚人社罚[2021]{number}号"
    cells = (code(number), document, said, day, "信用中国网站", f"XF{number}")
    return dict(zip(TITLES, cells, strict=True)) | more


def sent(rows, *, department=HOME):
    data = csv_bytes(rows, list(rows[0]))
    clerk = officer(Role.OFFICER, DAY, department)
    return stage_changes(clerk, kind="repair-result", department=department, data=data)


def committed(batch: str, call) -> None:
    commit_changes(call, staged=batch)
    while advance(staged=batch, at=call.at):
        pass


def credit_office(name: str):
    roles = frozenset({Role.OFFICER, Role.CREDIT_OFFICE})
    call = officer(Role.OFFICER, DAY, "credit-office")
    return type(call)(
        actor=Actor(id=f"o-{name}", department="credit-office", roles=roles), at=call.at
    )


def test_the_credit_office_takes_a_grant_and_everything_ends_at_once(case):
    report = sent([row(), row()], department="credit-office")
    assert (report.accepted, len(report.judged.duplicates)) == (1, 1)
    sender = officer(Role.OFFICER, DAY, "credit-office")
    with pytest.raises(Refused):
        commit_changes(sender, staged=report.batch)
    committed(report.batch, credit_office("another"))
    (repair,) = Repair.objects.all()
    assert (repair.stage, repair.decided_on, repair.filed_on) == ("granted", date(2021, 6, 10), DAY)
    assert repair.decided_elsewhere_by == "信用中国网站"
    assert Entry.objects.get(record=repair.target).repaired_on == DAY
    assert Case.objects.get(id=case).ended_cause == "repaired"
    again = sent([row(), row(said="不予修复"), row(day="2021-06-11")], department="credit-office")
    assert len(again.judged.duplicates) == 1
    codes = [each.code for _, each in again.judged.problems()]
    assert codes == ["RepairedAlready", "RepairedAlready"]
    assert rebuild().differences == 0


def test_a_department_takes_only_its_own_and_every_problem_is_told_by_name(case):
    away = sent([row()], department="tax")
    assert [each.code for _, each in away.judged.problems()] == ["OtherDepartment"]
    bad = {"修复结果": "已修复", "修复决定日期": "2021-06-16", "修复决定单位": "/"}
    found = sent([row(**bad), row(7), row(day="2021-03-01"), row(said="不予修复")])
    told = {number: [] for number in (2, 3, 4)}
    for number, each in found.judged.problems():
        told[number].append(each.code)
    assert told == {
        2: ["DateInTheFuture", "ResultNotSaid", "ValueMissing"],
        3: ["RecordNotFound"],
        4: ["RepairedBeforeDecision"],
    }
    committed(found.batch, officer(Role.REVIEWER, DAY))
    assert Repair.objects.get().stage == "refused"
    assert Case.objects.get(id=case).ended_on is None
    assert rebuild().differences == 0


def test_what_came_in_between_refuses_its_own_row(case):
    penalised(2)
    first, second = sent([row(1), row(2)]), sent([row(2, day="2021-06-11")])
    committed(first.batch, officer(Role.REVIEWER, DAY))
    committed(second.batch, officer(Role.REVIEWER, DAY))
    (left,) = RowOutcome.objects.filter(batch=second.batch)
    assert [each["code"] for each in left.problems] == ["RepairedAlready"]
    assert Repair.objects.count() == 2
