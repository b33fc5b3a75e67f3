"""Every number of the oversight page opens exactly the rows it counts; the public page names none."""

import csv
import io
import json
import re
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from goodstanding.catalogue.queries import calendar
from goodstanding.clocks.models import Clock
from goodstanding.oversight import kept, undone
from goodstanding.oversight.lifting import time_to_lift
from goodstanding.oversight.period import Period, before, month_named, month_of, months_to
from goodstanding.wallclock import today
from tests.web import city as places

MONTHS = months_to(month_of(today()), 5)


def test_each_number_is_the_number_of_its_rows(city):
    client, checked = city.client("credit office"), 0
    for month in MONTHS:
        html = client.get(f"/oversight?month={month.first:%Y-%m}").content.decode()
        for link, number in re.findall(r'href="(/oversight/duties\?[^"]+)"[^>]*>(\d+)</a>', html):
            page = client.get(link.replace("&amp;", "&")).content.decode()
            assert f"{number} 件职责事项" in page, link
            checked += 1
    assert checked >= 8


def test_the_states_of_a_kind_add_up_to_what_fell_due(city):
    for month in MONTHS:
        for found in kept.by_department(month, on=today()).values():
            assert found.on_time + found.late + found.waiting == found.due
        whole = sum(each.due for each in kept.by_department(month, on=today()).values())
        assert whole == kept.duties(month, on=today()).count()


def test_by_month_and_by_department_count_the_same(city):
    whole = Period(first=MONTHS[0].first, last=MONTHS[-1].last)
    for kind in kept.KINDS:
        by_month = kept.by_month(kind, whole, on=today())
        once = kept.duties(whole, on=today(), kinds=(kind,)).count()
        assert sum(each.due for each in by_month.values()) == once


def test_late_is_late_the_day_after_and_moot_is_nowhere(city):
    month = month_of(today())
    clock = Clock.objects.filter(kind="response", met_on__isnull=True).first()
    Clock.objects.filter(pk=clock.pk).update(due_on=today())
    waiting = kept.duties(month, on=today(), state=kept.State.WAITING)
    assert waiting.filter(pk=clock.pk).exists()
    tomorrow = today() + timedelta(days=1)
    late = kept.duties(month, on=tomorrow, state=kept.State.LATE)
    assert late.filter(pk=clock.pk).exists()
    Clock.objects.filter(pk=clock.pk).update(not_after=today() - timedelta(days=1))
    assert not kept.duties(month, on=tomorrow).filter(pk=clock.pk).exists()


def test_a_lift_on_the_day_of_the_end_took_no_working_day(city):
    Clock.objects.filter(kind="lift").delete()
    day = before(month_of(today())).first + timedelta(days=10)
    Clock.objects.create(
        **{"aggregate": "m-1", "kind": "lift", "ordinal": 1, "organisation": places.RESTRICTED},
        **{"department": "finance", "start_on": day, "working_days": 3, "due_on": day},
        **{"rule": "lift", "opens_on": day, "met_on": day, "subject": "m-1.lift"},
    )
    found = time_to_lift(before(month_of(today())), calendar=calendar())
    assert found["finance"].median == 0
    assert found[""].count == 1


def test_days_restricted_in_error_leave_out_the_pause(city):
    found = sum(undone.wrongful(month).days for month in MONTHS)
    # Listed 78 days ago; paused from 19 days ago through 10 days ago, when it fell.
    assert found == 78 - 19
    assert {undone.wrongful(month).organisations for month in MONTHS} == {0, 1}


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_export_has_every_row_of_the_filter(city, suffix):
    month = MONTHS[-2]
    path = f"/oversight/duties.{suffix}?month={month.first:%Y-%m}&kind=response"
    data = city.client("auditor").get(path).content
    if suffix == "csv":
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    else:
        rows = list(load_workbook(io.BytesIO(data)).active.values)
    assert len(rows) - 1 == kept.duties(month, on=today(), kinds=("response",)).count()
    assert all(len(str(row[2])) == 18 for row in rows[1:])


def test_the_public_page_counts_departments_and_names_no_organisation(city):
    client = city.client("visitor")
    for month in MONTHS:
        query = f"?month={month.first:%Y-%m}"
        for path in ("/figures", "/figures.csv", "/figures.json"):
            text = client.get(path + query).content.decode()
            assert not any(code in text or name in text for code, name in places.NAMES.items())
    told = json.loads(client.get(f"/figures.json?month={MONTHS[-2].first:%Y-%m}").content)
    assert told["departments"]
    assert told["position"] > 0


@pytest.mark.parametrize(
    "query", ["month=2026-13", "month=x", "department=nobody", "kind=x&state=y"]
)
def test_a_filter_that_means_nothing_is_left_aside(city, query):
    assert city.client("auditor").get(f"/oversight/duties?{query}").status_code == 200
    assert city.client("visitor").get(f"/figures?{query}").status_code == 200


def test_months_end_on_their_last_day():
    assert month_named("2026-02").last.day == 28
    assert month_named("2024-02").last.day == 29
    assert before(month_of(today().replace(month=1, day=15))).first.month == 12
