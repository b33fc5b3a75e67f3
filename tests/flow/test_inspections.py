"""Plans in the database: what is frozen stays, what is against a draw refuses it whole."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import connections
from django.db.utils import DatabaseError

from goodstanding.cli.stories.run import calendar_files
from goodstanding.departments.colleagues import recuse
from goodstanding.departments.models import Account
from goodstanding.departments.seeding import seed_officers
from goodstanding.files.packs import read_pack
from goodstanding.flow import commit_inspection, draw_inspection, enter
from goodstanding.flow import inspections as flow
from goodstanding.flow.bench import Call
from goodstanding.flow.govern import activate_rulebook, load_calendar
from goodstanding.inspections import queries
from goodstanding.inspections.models import DrawnVisit, Pooled
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.verifying import verify
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.errors import Refused
from tests.rules.catalogue.packs import ROOT
from tests.rules.inspection.plainly import drawn_again
from tests.rules.penalty_rows import AUTHORITY, code

HOME = "market-regulation"
RULEBOOK = ROOT / "rulebook"
OTHER = "《中华人民共和国广告法》第五十五条"
MADE, FROZEN, DRAWN = date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 8)
FOOD = "《中华人民共和国食品安全法》第一百二十四条"


def call(on: date, role: Role = Role.OFFICER) -> Call:
    account = Account.objects.filter(login=f"{HOME}/{role}").first()
    id = account.id if account else "o-law"
    actor = Actor(id=id, department=HOME, roles=frozenset({role}))
    return Call(actor=actor, at=datetime.combine(on, time(4), UTC))


def penalised(number: int, basis: str) -> str:
    return enter.enter_penalty(
        call(date(2026, 3, 2)),
        organisation=code(number),
        name=f"岚港市示例第{number}食品有限公司",
        document=f"岚市监罚〔2026〕{number}号",
        decided_on=date(2026, 3, 1),
        authority="岚港市市场监督管理局",
        authority_code=AUTHORITY,
        basis=basis,
        conduct="示例",
        facts="示例。",
        penalty="罚款一万元",
        fine=1,
    )


@pytest.fixture
def register(database):
    """A law that draws everybody, two people, four organisations: one has a record in the field."""
    files = read_pack(RULEBOOK / "packs" / "dongguan-2018")
    everybody = files["inspections.yaml"].replace(
        b"ordinary: 50, raised: 200", b"ordinary: 1000, raised: 1000"
    )
    law = Actor(id="o-law", department="credit-office", roles=frozenset({Role.CREDIT_OFFICE}))
    at = Call(actor=law, at=datetime(2020, 1, 2, tzinfo=UTC))
    load_calendar(at, years=calendar_files(RULEBOOK / "calendars"))
    activate_rulebook(at, files={**files, "inspections.yaml": everybody})
    seed_officers([HOME], password="invented")
    return [penalised(1, FOOD), *(penalised(each, OTHER) for each in (2, 3, 4))]


def planned(first: date = date(2026, 6, 15), last: date = date(2026, 6, 26), **given) -> str:
    items = given.pop("items", ("food-safety/hygiene", "food-safety/labels"))
    plan = flow.plan_inspection(
        call(MADE), field="food-safety", items=items, first_day=first, last_day=last, **given
    )
    flow.approve_inspection(call(MADE, Role.REVIEWER), plan=plan)
    return plan


def frozen(**given) -> str:
    plan = planned(**given)
    commit_inspection.commit_inspection(call(FROZEN), plan=plan)
    return plan


def refused(step, *args, **given) -> tuple[str, ...]:
    with pytest.raises(Refused) as found:
        step(*args, **given)
    return found.value.codes


def draw(plan: str, on: date = DRAWN) -> int:
    return draw_inspection.draw_inspection(call(on), plan=plan)


def test_the_file_tells_nobody_is_enough_and_nothing_is_altered_unseen(register):
    plan = frozen(codes=tuple(code(each) for each in (1, 2, 3)))
    before = draw_inspection.draw_file(plan)
    assert draw(plan) == 3
    data = draw_inspection.draw_file(plan)
    assert drawn_again(data) == sorted(
        queries.visit_of(each).line for each in DrawnVisit.objects.filter(plan=plan)
    )
    for told in (before, data):
        assert not any(word in told for word in (b"raised", b"reduced", b"ordinary", b"449800"))
    rates = dict(Pooled.objects.filter(plan=plan).values_list("code", "rate"))
    assert rates == {code(1): "raised", code(2): "ordinary", code(3): "ordinary"}
    assert list(Pooled.objects.get(plan=plan, code=code(1)).because) == [register[0]]
    assert (verify().findings, rebuild().differences) == ((), 0)
    with pytest.raises(DatabaseError, match=r"append-only|denied"):
        Pooled.objects.filter(plan=plan).update(rate="reduced")
    with connections["owner"].cursor() as cursor:
        for table in ("inspections_pooled", "inspections_drawnvisit"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        cursor.execute('UPDATE inspections_pooled SET "left" = 1')
        cursor.execute("UPDATE inspections_drawnvisit SET day = day + 1")
    assert {each.code for each in verify().findings} == {"PoolAltered", "VisitsAltered"}


def test_nobody_is_drawn_beyond_the_cap_but_for_what_the_law_fixes(register):
    """Three plans frozen before any is drawn: the third would be a third visit in the year."""
    first, second, third = frozen(), frozen(), frozen()
    late = frozen(items=("food-safety/high-risk", "food-safety/hygiene"))
    assert (draw(first), draw(second)) == (4, 4)
    assert refused(draw, third) == ("CapExceeded",)
    assert not DrawnVisit.objects.filter(plan=third).exists()
    for plan in (third, late):
        commit_inspection.commit_inspection(call(DRAWN), plan=plan)
    assert draw(third, date(2026, 6, 12)) == 0
    # A quarter of four.
    assert draw(late, date(2026, 6, 12)) == 1
    assert DrawnVisit.objects.get(plan=late).items == ["food-safety/high-risk"]


def test_what_stands_against_a_draw_refuses_it_whole(register):
    unknown = planned(first=date(2026, 12, 1), last=date(2027, 1, 15))
    freeze = commit_inspection.commit_inspection
    assert refused(freeze, call(FROZEN), plan=unknown) == ("PeriodWithoutCalendar",)
    assert not Pooled.objects.exists()
    with pytest.raises(Refused) as found:
        planned(codes=(code(1), "110101199001011234"))
    assert found.value.codes == ("PoolCodesWrong",)
    assert "1990" not in str(found.value)
    plan = frozen(codes=(code(1),))
    assert refused(draw, plan, date(2026, 6, 15)) == ("DrawTooLate",)
    account = Account.objects.get(login=f"{HOME}/officer")
    at = call(FROZEN).at
    recuse(account, code(1), department=HOME, reason="亲属", first=FROZEN, last=None, at=at)
    assert refused(draw, plan) == ("ConflictDeclaredSince",)
    freeze(call(DRAWN), plan=plan)
    assert refused(draw, plan, date(2026, 6, 12)) == ("NoInspectorLeft",)
    assert not DrawnVisit.objects.exists()
    assert queries.plan(id=plan).drawn_on is None
