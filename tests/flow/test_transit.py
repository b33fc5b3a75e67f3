"""A new version shortens what was written down under the old one, and nothing before its day."""

import re
from datetime import date, timedelta

import pytest

from goodstanding.catalogue import queries
from goodstanding.clocks.queries import todo
from goodstanding.designations.models import Case
from goodstanding.flow import legislate, transit
from goodstanding.measures import queries as measures
from goodstanding.measures.models import AppliedMeasure
from goodstanding.publication.models import Entry
from goodstanding.register.reading import acts, head, states
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.standing import standing
from goodstanding.rules.working_set import WorkingSet
from tests.flow.drafting import (
    ANNA,
    BORIS,
    FIRST,
    acknowledged,
    approved,
    call,
    installed,
    reported,
    version,
)
from tests.flow.listing import AWAY, GROUND, LISTED, listed, penalised
from tests.rules.penalty_rows import code

MEASURE = "\n    in_force: {from: 2020-05-01}\n    max_months: 36"


def shorter_ground(months: int, first: date = FIRST) -> dict[str, bytes]:
    return version(f"{months}", first, wage_arrears=("months: 36", f"months: {months}"))


def repealed(last: str = "2021-12-31") -> dict[str, bytes]:
    return version(
        "repealed", wage_arrears=(MEASURE, MEASURE.replace("01}", f"01, until: {last}}}"))
    )


@pytest.fixture
def case(database):
    installed()
    return listed()


def told(on, known_at=None):
    """The effects on a day, as known at a moment, by measure and last day."""
    law = queries.law(on=on, known_at=known_at)
    work = WorkingSet(states(code(1), known_at=known_at))
    found = standing(work, organisation=code(1), on=on, rulebook=law.rulebook)
    return [(each.measure, each.department, each.last_day) for each in found.effects]


def test_a_shorter_term_ends_the_designation_and_its_measures_earlier(case):
    assert Case.objects.get().last_day == date(2024, 3, 2)
    before = head().position
    days = [LISTED, date(2021, 5, 31), date(2021, 6, 1), date(2023, 3, 2), date(2023, 3, 3)]
    was = [told(day) for day in days]
    approved(shorter_ground(24))
    assert Case.objects.get().last_day == date(2023, 3, 2)
    assert {each.last_day for each in AppliedMeasure.objects.all()} == {date(2023, 3, 2)}
    assert [bool(told(day)) for day in days] == [True, True, True, True, False]
    # As it was known before, every day answers as it did.
    assert [told(day, known_at=before) for day in days] == was
    assert rebuild(verify=True).found == ()


def test_a_term_already_over_ends_with_the_day_before_the_version(case):
    first = date(2022, 6, 1)
    approved(shorter_ground(12, first), on=date(2022, 5, 2))
    assert Case.objects.get().last_day == date(2022, 5, 31)
    assert told(date(2022, 5, 31))
    assert told(first) == []


def test_the_lift_is_due_by_the_new_last_day(case):
    approved(shorter_ground(9))
    day = date(2021, 12, 3)
    found = AppliedMeasure.objects.get(answer="apply")
    assert (found.last_day, found.lift_start) == (day - timedelta(days=1), day - timedelta(days=1))
    waiting = [each.kind for each in measures.tasks(on=day, department=AWAY)]
    assert waiting.count("lift") == 1
    duties = todo(on=day, calendar=queries.calendar(), department=AWAY)
    assert [(each.kind, each.due_on) for each in duties.all if each.kind == "lift"] == [
        ("lift", date(2021, 12, 7))
    ]


def test_a_decision_lighter_than_the_new_law_stays_as_it_is(database):
    installed()
    listed(months=12)
    approved(shorter_ground(24))
    assert Case.objects.get().last_day == date(2022, 3, 2)
    assert [act for act in acts(code(1)) if act.header.kind == "values-re-resolved/1"] == []


def test_a_repealed_pairing_ends_by_its_date_and_the_lift_is_there(case):
    approved(repealed())
    left = [(each.measure, each.last_day) for each in AppliedMeasure.objects.filter(answer="apply")]
    assert left == [("tender-exclusion", date(2021, 12, 31))]
    assert Case.objects.get().last_day == date(2024, 3, 2)
    assert "tender-exclusion" in {measure for measure, _, _ in told(date(2021, 12, 31))}
    assert "tender-exclusion" not in {measure for measure, _, _ in told(date(2022, 1, 1))}
    on = date(2022, 1, 1)
    waiting = [each.kind for each in measures.tasks(on=on, department=AWAY)]
    assert "lift" in waiting
    assert rebuild(verify=True).found == ()


def test_the_law_ends_a_measure_even_where_no_act_says_so(case):
    files = repealed()
    digest = reported(files)
    for who in (ANNA, BORIS):
        legislate.approve(call(who), digest=digest, acknowledged=acknowledged(files), later=True)
    assert "tender-exclusion" not in {measure for measure, _, _ in told(date(2022, 1, 1))}
    assert "tender-exclusion" in {measure for measure, _, _ in told(date(2021, 12, 31))}


def test_a_measure_the_version_no_longer_knows_ends_the_day_before(case):
    text = version("gone")["fields/wage-arrears.yaml"].decode()
    start = text.index(
        "  - ground: wage-arrears/refusal-after-order\n    measure: tender-exclusion"
    )
    end = text.index("  - ground:", start + 5)
    files = version("gone") | {"fields/wage-arrears.yaml": (text[:start] + text[end:]).encode()}
    approved(files)
    found = AppliedMeasure.objects.get(answer="apply")
    assert found.last_day == FIRST - timedelta(days=1)
    assert "tender-exclusion" not in {measure for measure, _, _ in told(FIRST)}


def test_publication_ends_earlier_and_what_is_over_stays_over(case):
    files = version("publication")
    name = "parameters.yaml"
    block = re.compile(rb"(id: publication-term/penalty\n.*?)(value: \d+.*?)(\}\n)", re.DOTALL)
    files[name] = block.sub(rb"\1value: 6, to_confirm: true\3", files[name], count=1)
    entry = Entry.objects.get()
    before = entry.public_until
    approved(files)
    entry.refresh_from_db()
    # Six months from 2021-03-02; later than the version's first day.
    assert entry.public_until == date(2021, 9, 1) < before
    assert rebuild(verify=True).found == ()


def test_what_is_decided_meanwhile_is_bound_by_the_version_to_come(database):
    installed()
    approved(shorter_ground(24), on=date(2021, 3, 2))
    listed()
    assert Case.objects.get().last_day == date(2023, 3, 2)
    penalised(2)
    assert transit.touched(queries.law(on=FIRST).rulebook) == []


def test_it_goes_on_where_it_stopped(case, monkeypatch):
    for number in (2, 3):
        listed(number)
    monkeypatch.setattr(transit, "CHUNK", 1)
    files = shorter_ground(24)
    digest = reported(files)
    for who in (ANNA, BORIS):
        legislate.approve(call(who), digest=digest, acknowledged=acknowledged(files), later=True)
    new = queries.law(on=FIRST).rulebook
    all_of_it = transit.touched(new)
    assert {each.organisation for each in all_of_it} == {code(n) for n in (1, 2, 3)}
    assert f"grounds/{GROUND}" in {each.rule for each in all_of_it}
    next(transit.transit(call(BORIS), digest=digest))
    assert {each.organisation for each in transit.touched(new)} == {code(n) for n in (2, 3)}
    assert sum(transit.transit(call(BORIS), digest=digest)) == len(all_of_it) * 2 // 3
    assert transit.touched(new) == []
    assert sum(transit.transit(call(BORIS), digest=digest)) == 0
    assert {each.last_day for each in Case.objects.all()} == {date(2023, 3, 2)}
