"""What the city held before: the credit office imports it, until the register is declared live."""

from datetime import date

import pytest

from goodstanding.clocks.models import Clock
from goodstanding.files.writing import csv_bytes
from goodstanding.flow import correct, going_live
from goodstanding.flow.commit import advance, commit
from goodstanding.flow.receive import receive, receive_rows
from goodstanding.flow.stage import stage
from goodstanding.intake.models import Batch
from goodstanding.oversight import arriving
from goodstanding.oversight.period import month_of
from goodstanding.publication.models import Entry
from goodstanding.publication.queries import public
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.errors import Refused
from tests.flow.drafting import installed
from tests.flow.listing import HOME, officer
from tests.rules.penalty_rows import code, penalty

DAY = date(2021, 3, 15)
#: Public for a year from the decision: one goes on, the other was over before it came.
OLD, OVER = date(2020, 9, 1), date(2019, 2, 1)


@pytest.fixture
def office(database):
    installed()
    call = officer(Role.OFFICER, DAY, "credit-office")
    roles = frozenset({Role.OFFICER, Role.CREDIT_OFFICE})
    actor = Actor(id=call.actor.id, department="credit-office", roles=roles)
    return type(call)(actor=actor, at=call.at)


def rows(*days: date) -> list[dict[str, str]]:
    return [
        {**penalty(n), "CF_JDRQ": day.isoformat(), "CF_GSJZQ": ""}
        for n, day in enumerate(days, start=1)
    ]


def file(*days: date) -> bytes:
    made = rows(*days)
    return csv_bytes(made, list(made[0]))


def imported(office, *days: date) -> list[Entry]:
    receive(office, kind="penalty", department=HOME, source=file(*days), first_import=True)
    return list(Entry.objects.order_by("row"))


def codes(step, *arguments, **options) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        step(*arguments, **options)
    return refused.value.codes


def test_it_keeps_its_own_dates_is_never_late_and_ends_by_itself(office):
    old, over = imported(office, OLD, OVER)
    assert (old.first_import, old.department, old.entered_on) == (True, HOME, DAY)
    assert (old.public_from, old.public_until) == (DAY, date(2021, 8, 31))
    assert (over.public_from, over.public_until) == (None, date(2020, 1, 31))
    assert [len(public(organisation=code(n), on=DAY)) for n in (1, 2)] == [1, 0]
    assert len(public(organisation=code(1), on=date(2021, 9, 1))) == 0
    assert Clock.objects.filter(kind="publication").count() == 0
    assert arriving.by_department(month_of(DAY)) == {}
    assert rebuild().differences == 0


def test_an_ordinary_record_of_the_same_day_is_late(office):
    receive(officer(Role.OFFICER, DAY), kind="penalty", department=HOME, source=file(OLD))
    assert Clock.objects.get(kind="publication").department == HOME
    assert HOME in arriving.by_department(month_of(DAY))


def test_a_correction_of_its_day_does_not_make_it_late(office):
    old, _ = imported(office, OLD, OVER)
    values = {"CF_JDRQ": "2020-10-01"}
    reviewer = officer(Role.REVIEWER, DAY)
    correct.correct_record(reviewer, record=old.record, values=values, reasons="录入有误。")
    old.refresh_from_db()
    assert (old.public_until, old.first_import) == (date(2021, 9, 30), True)
    assert Clock.objects.filter(kind="publication").count() == 0


def test_only_the_credit_office_and_only_records_of_a_department(office):
    options = {"kind": "penalty", "department": HOME, "first_import": True}
    clerk = officer(Role.OFFICER, DAY)
    assert codes(receive, clerk, source=file(OLD), **options) == ("RoleMissing",)
    assert codes(receive_rows, clerk, rows=rows(OLD), **options) == ("RoleMissing",)
    for kind in ("correction", "registration"):
        assert codes(receive, office, source=b"", **{**options, "kind": kind}) == (
            "FirstImportOfRecords",
        )
    nobody = {**options, "department": "gossip"}
    assert codes(receive, office, source=file(OLD), **nobody) == ("DepartmentUnknown",)
    assert Batch.objects.count() == 0


def test_once_live_nothing_is_imported_any_more_not_even_a_preview(office):
    options = {"kind": "penalty", "department": HOME, "first_import": True}
    staged = stage(office, data=file(OLD), **options)
    assert codes(going_live.declare_live, officer(Role.REVIEWER, DAY)) == ("RoleMissing",)
    assert going_live.live_since() is None
    going_live.declare_live(office)
    assert going_live.live_since() == DAY
    assert codes(going_live.declare_live, office) == ("AlreadyLive",)
    assert codes(receive, office, source=file(OVER), **options) == ("AlreadyLive",)
    assert codes(commit, office, staged=staged) == ("AlreadyLive",)
    assert Entry.objects.count() == 0
    receive(officer(Role.OFFICER, DAY), kind="penalty", department=HOME, source=file(OVER))
    assert not Entry.objects.get().first_import
    assert rebuild().differences == 0


def test_staged_and_committed_it_says_so_too_and_nobody_else_commits_it(office):
    options = {"kind": "penalty", "department": HOME, "first_import": True}
    staged = stage(office, data=file(OLD), **options)
    assert codes(commit, officer(Role.OFFICER, DAY), staged=staged) == ("RoleMissing",)
    commit(office, staged=staged)
    while advance(staged=staged, at=office.at):
        pass
    assert (Entry.objects.get().first_import, Batch.objects.get().first_import) == (True, True)
