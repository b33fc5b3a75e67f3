"""A check of today reads what may count against a condition page by page, and answers as the fold."""

from datetime import date

import pytest

from goodstanding.enquiries.models import Receipt
from goodstanding.flow import contest, counting, enter
from goodstanding.flow.answers import Question, answer
from goodstanding.flow.conditions import read_conditions
from goodstanding.flow.enquire import ask
from goodstanding.flow.receive import receive_rows
from goodstanding.flow.reopen import reopenings
from goodstanding.register.reading import head
from goodstanding.rules.actors import Role
from tests.flow.drafting import installed
from tests.flow.listing import AWAY, officer
from tests.rules.penalty_rows import AUTHORITY, code
from tests.rules.registration_rows import cells

ACME, DAY = code(1), date(2021, 3, 4)
LANE = Question(code=ACME, procedure="fast-lane")


@pytest.fixture
def founded(database, monkeypatch) -> None:
    """An organisation founded in 2010; records are read one at a time."""
    installed()
    monkeypatch.setattr(counting, "AT_A_TIME", 1)
    by = officer(Role.OFFICER, DAY, "market-regulation")
    row = cells(of=ACME, name="岚港市示例电子有限公司", founded="2010-05-04")
    receive_rows(by, kind="registration", department="market-regulation", rows=[row])


def penalty(number: int, decided: date) -> str:
    """The earlier it was decided, the earlier it stops being public."""
    return enter.enter_penalty(
        officer(Role.OFFICER, DAY),
        organisation=ACME,
        name="岚港市示例电子有限公司",
        document=f"岚人社罚〔2021〕{number}号",
        decided_on=decided,
        authority="岚港市人力资源和社会保障局",
        authority_code=AUTHORITY,
        basis="《保障农民工工资支付条例》第五十三条",
        conduct="拖欠农民工工资",
        facts="经责令限期支付，逾期未支付。",
        penalty="罚款一万元",
        fine=1,
    )


def disputed(record: str) -> None:
    clerk = officer(Role.OFFICER, DAY)
    objection = contest.file_objection(clerk, target=record, reason="error", text="与事实不符。")
    contest.accept_objection(clerk, objection=objection)


def wrong(record: str) -> None:
    contest.withdraw_record(
        officer(Role.REVIEWER, DAY), record=record, as_wrong=True, reasons="决定已被撤销。"
    )


def both() -> str:
    """The answer as the register stands, which is the one folded from the acts."""
    live = answer(LANE, today=DAY).checked
    then = answer(LANE, today=DAY, known_at=head().position).checked
    assert (live.answer, live.effects) == (then.answer, then.effects)
    assert set(live.against) <= set(then.against)
    assert bool(live.against) == bool(then.against)
    return str(live.answer)


def test_it_reads_on_past_what_is_disputed_and_stops_at_what_counts(founded):
    assert both() == "advantage"
    first, last = penalty(1, date(2021, 3, 2)), penalty(2, date(2021, 2, 1))
    disputed(first)
    assert both() == "clear"
    disputed(last)
    assert both() == "advantage"


def test_a_check_is_asked_again_once_all_that_stood_against_it_was_wrong(founded):
    first, last = penalty(1, date(2021, 3, 2)), penalty(2, date(2021, 2, 1))
    receipt = ask(officer(Role.OFFICER, DAY, AWAY), LANE).receipt
    assert Receipt.objects.get(id=receipt).records == [first]
    wrong(last)
    assert reopenings(today=DAY) == []
    wrong(first)
    assert [(each.receipt, each.now) for each in reopenings(today=DAY)] == [(receipt, "advantage")]


def test_another_department_reads_no_line_of_what_it_may_not_see(founded):
    wrong(penalty(1, date(2021, 3, 2)))
    own, other = (
        read_conditions(officer(Role.OFFICER, DAY, who), code=ACME).conditions[0]
        for who in ("human-resources", AWAY)
    )
    assert [str(each.why) for each in own.lines] == ["wrong", "old-enough"]
    assert [str(each.why) for each in other.lines] == ["old-enough"]
    assert own.state == other.state == "met"


def test_of_a_past_day_outsiders_are_told_no_advantage_by_a_condition(founded):
    """Whether it had one then would tell of what has ended since."""
    past = Question(code=ACME, procedure="fast-lane", on=date(2021, 3, 3))
    other = ask(officer(Role.OFFICER, DAY, AWAY), past).checked
    office = ask(officer(Role.CREDIT_OFFICE, DAY, "credit-office"), past).checked
    assert [str(each.answer) for each in (other, office)] == ["clear", "advantage"]
