"""What the shelves answer for a day."""

from datetime import date, timedelta

import pytest

from goodstanding.catalogue.queries import NO_CALENDAR
from goodstanding.clocks import queries as clocks
from goodstanding.designations import queries as designations
from goodstanding.measures import queries as measures
from goodstanding.organisations import queries as organisations
from goodstanding.organisations.searching import find
from goodstanding.publication import queries as publication
from goodstanding.remedies import queries as remedies
from goodstanding.rules.calendar_files import YearOfDays
from goodstanding.rules.workdays import WorkCalendar
from tests.shelves import history

DAY = timedelta(days=1)
CALENDAR = WorkCalendar.of(
    YearOfDays(
        year=year,
        days_off=frozenset(),
        worked_weekends=frozenset(),
        notices=(),
        digest=str(year),
    )
    for year in (2018, 2019, 2020, 2021)
)


def in_force(on):
    return [case.id for case in designations.in_force(on=on)]


def stayed(on):
    return [case.id for case in designations.stayed(on=on)]


def test_in_force_through_the_last_day_and_not_a_day_longer(database):
    history.record_acts(history.UNTIL_APPLIED)
    days = [history.FIRST_DAY - DAY, history.FIRST_DAY, history.LAST_DAY, history.LAST_DAY + DAY]
    assert [in_force(on) for on in days] == [[], [history.CASE], [history.CASE], []]


def test_a_stay_masks_its_days_and_gives_the_others_back(database):
    history.record_acts(history.UNTIL_DISMISSED)
    days = [history.STAY_DAY - DAY, history.STAY_DAY, history.END_DAY, history.END_DAY + DAY]
    assert [bool(in_force(on)) for on in days] == [True, False, False, True]
    assert [bool(stayed(on)) for on in days] == [False, True, True, False]


def test_a_designation_that_was_wrong_was_in_force_on_no_day(database):
    history.record_acts(history.UNTIL_WITHDRAWN)
    assert [in_force(on) for on in (history.FIRST_DAY, history.END_DAY)] == [[], []]
    assert stayed(history.STAY_DAY) == []


def test_open_cases_are_those_not_yet_decided(database):
    history.record_acts(history.UNTIL_NOTICE)
    assert [c.id for c in designations.open_cases(department="human-resources")] == [history.CASE]
    assert list(designations.open_cases(department="finance")) == []
    assert [c.id for c in designations.on_record(record=history.RECORD)] == [history.CASE]
    history.record_acts(history.UNTIL_APPLIED[4:])
    assert list(designations.open_cases()) == []


def task_kinds(on, department="finance"):
    return [task.kind for task in measures.tasks(on=on, department=department)]


def test_time_alone_brings_the_lift_task_the_day_after_the_last_day(database):
    history.record_acts(history.UNTIL_APPLIED)
    assert task_kinds(history.LAST_DAY) == []
    assert task_kinds(history.LAST_DAY + DAY) == ["lift"]
    task = measures.task(id=f"{history.APPLIED}.lift")
    assert task.measure_id == history.APPLIED
    done = history.fed_back(history.APPLIED, task.id, history.LAST_DAY + 2 * DAY)
    history.record_acts([done])
    assert task_kinds(history.LAST_DAY + DAY) == ["lift"]
    assert task_kinds(history.LAST_DAY + 2 * DAY) == []


def test_an_answer_to_what_is_over_is_not_asked_for(database):
    history.record_acts(history.UNTIL_APPLIED)
    asked = [
        task_kinds(on, "housing-construction") for on in (history.LAST_DAY, history.LAST_DAY + DAY)
    ]
    assert asked == [["respond"], []]


LATE = [
    ("response", date(2018, 3, 20), []),
    ("response", date(2018, 3, 21), ["housing-construction"]),
    ("feedback", date(2018, 3, 29), []),
    ("feedback", date(2018, 3, 30), ["finance"]),
]


def test_late_is_who_did_not_do_it_by_the_due_day(database):
    history.record_acts([*history.UNTIL_LISTED, history.answered(history.APPLIED)])
    for kind, on, departments in LATE:
        found = measures.late(on=on, kind=kind)
        assert [task.department for task in found] == departments, (kind, on)


def test_a_provisional_task_is_late_once_a_calendar_says_so(database):
    provisional = history.due(history.FIRST_DAY, 5, None, "response", history.FIRST_DAY + 5 * DAY)
    history.record_acts(
        [
            *history.UNTIL_LISTED[:-2],
            history.tasked(history.APPLIED, "finance", response=provisional),
        ]
    )
    assert measures.late(on=date(2018, 3, 21), kind="response") == []
    assert measures.late(on=date(2018, 3, 20), kind="response", calendar=CALENDAR) == []
    (task,) = measures.late(on=date(2018, 3, 21), kind="response", calendar=CALENDAR)
    assert task.department == "finance"


def groups(todo):
    return [[each.kind for each in group] for group in (todo.overdue, todo.within, todo.later)]


GROUPED = [
    # The statement window runs until 12 March; afterwards nobody is late with it.
    (history.UNTIL_NOTICE, "human-resources", date(2018, 3, 12), [[], ["statement"], []]),
    (history.UNTIL_NOTICE, "human-resources", date(2018, 3, 13), [[], [], []]),
    (history.UNTIL_LISTED, "finance", date(2018, 3, 14), [[], ["response"], []]),
    (history.UNTIL_LISTED, "finance", date(2018, 3, 13), [[], [], ["response"]]),
    (history.UNTIL_LISTED, "finance", date(2018, 3, 21), [["response"], [], []]),
    (history.UNTIL_STAYED, "finance", date(2018, 4, 3), [[], ["suspend"], []]),
    (history.UNTIL_STAYED, "human-resources", date(2018, 4, 12), [["verification"], [], []]),
    (history.UNTIL_APPLIED, "finance", date(2021, 3, 13), [[], ["lift"], []]),
    (history.UNTIL_APPLIED, "finance", date(2021, 3, 18), [["lift"], [], []]),
]


@pytest.mark.parametrize(("acts", "department", "on", "expected"), GROUPED)
def test_to_do_is_overdue_soon_or_later(database, acts, department, on, expected):
    history.record_acts(acts)
    assert groups(clocks.todo(department=department, on=on, calendar=CALENDAR)) == expected


def test_a_provisional_duty_is_settled_by_its_calendar_and_never_overdue_without(database):
    history.record_acts(history.UNTIL_APPLIED)
    on, of = date(2021, 3, 20), f"{history.APPLIED}.lift"
    known = clocks.clock(kind="lift", of=of, calendar=CALENDAR)
    assert (known.due_on, known.provisional) == (date(2021, 3, 17), False)
    unknown = clocks.clock(kind="lift", of=of, calendar=NO_CALENDAR)
    assert (unknown.due_on, unknown.not_before) == (None, date(2021, 3, 15))
    found = clocks.todo(department="finance", on=on, calendar=NO_CALENDAR)
    assert groups(found) == [[], ["lift"], []]


def seen(on):
    full = publication.public(organisation=history.CODE, on=on).exists()
    stub = publication.stubs(organisation=history.CODE, on=on).exists()
    return "full" if full else "stub" if stub else "none"


def test_a_record_is_public_through_its_last_day(database):
    history.record_acts(history.UNTIL_NOTICE)
    days = [date(2018, 2, 28), date(2018, 3, 1), date(2021, 2, 27), date(2021, 2, 28)]
    assert [seen(on) for on in days] == ["none", "full", "full", "none"]


def test_a_withdrawn_record_leaves_a_stub_until_its_last_day(database):
    history.record_acts(history.UNTIL_WITHDRAWN)
    days = [date(2018, 4, 10), date(2021, 2, 27), date(2021, 2, 28)]
    assert [seen(on) for on in days] == ["stub", "stub", "none"]
    assert publication.by_natural_keys(keys=["key-of-r-1"]) == {}
    again = history.penalty("r-2", natural_key="key-of-r-1")
    history.record_acts([again])
    assert publication.by_natural_keys(keys=["key-of-r-1"])["key-of-r-1"].record == "r-2"


def test_listings_decided_elsewhere_are_found_to_be_looked_at(database):
    elsewhere = history.penalty("r-2", transcribed=True, record_kind="enforcement-default")
    history.record_acts([history.entered(), history.penalty(), elsewhere])
    assert [each.record for each in publication.transcribed()] == ["r-2"]
    assert list(publication.transcribed(department="finance")) == []


def found(q, **more):
    return [(each.code, each.by) for each in find(q=q, **more)]


def test_an_organisation_is_found_by_code_name_former_name_and_part(database):
    code, other = history.CODE, history.OTHER
    history.record_acts(
        [
            history.entered(code, "岚港市示例电子有限公司"),
            history.named("岚港市（示例）科技有限公司", date(2018, 4, 1)),
            history.entered(other, "岚港市示例电子有限公司一分厂"),
        ]
    )
    assert found(f" {code.lower()} ") == [(code, "code")]
    for typed in (
        "岚港市(示例)科技有限公司",
        "岚港市 示例 科技有限公司",
        "岚港市【示例】科技有限公司",
    ):
        assert found(typed) == [(code, "name")]
    assert found("岚港市示例电子有限公司") == [(code, "former-name"), (other, "part")]
    # A name that is the same but for place and form is nearer than one with more in it.
    assert found("示例电子") == [(code, "former-part"), (other, "part")]
    assert found("100%_") == found("") == found("  ") == []
    assert found("岚港市示倒电子有限公司") == [(code, "former-alike")]
    for typed in ("例", "岚港", "有限公司"):
        assert {each for each, _ in found(typed)} == {code, other}
    assert organisations.named([code, "x"]) == {code: "岚港市（示例）科技有限公司"}


def test_a_document_is_known_by_its_number_and_told_public_only_while_it_is(database):
    history.record_acts(history.UNTIL_NOTICE)
    over = date(2021, 2, 28)
    for typed in ("岚人社罚〔2018〕1号", "岚人社罚[2018] 1号", "岚人社罚（２０１８）１号 "):
        ((entry, public),) = publication.with_document(document=typed, on=date(2018, 3, 1))
        assert (entry.organisation, public) == (history.CODE, True)
    assert [told for _, told in publication.with_document(document=typed, on=over)] == [False]
    assert publication.with_document(document="岚人社罚〔2018〕11号", on=over) == []


def test_objections_are_open_until_decided(database):
    history.record_acts(history.UNTIL_STAYED)
    (mine,) = remedies.open_objections(department="human-resources")
    assert (mine.id, mine.verification_due) == (history.OBJECTION, date(2018, 4, 11))
    history.record_acts(history.DISMISSED)
    assert list(remedies.open_objections()) == []
    assert remedies.objection(id=history.OBJECTION).outcome == "dismissed"
    assert remedies.to_target(target=history.RECORD).count() == 1
