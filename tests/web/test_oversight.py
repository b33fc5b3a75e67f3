"""Every number of the oversight page opens exactly the rows it counts; the public page names none."""

import csv
import io
import json
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from goodstanding.catalogue.queries import calendar
from goodstanding.clocks.models import Clock
from goodstanding.oversight import kept
from goodstanding.oversight.asked import Asked
from goodstanding.oversight.in_error import wrongful
from goodstanding.oversight.lifting import time_to_lift
from goodstanding.oversight.period import (
    Period,
    before,
    month_of,
    months_to,
    named,
    quarter_of,
    year_of,
)
from goodstanding.wallclock import today
from goodstanding.web.counted import NUMBERS
from tests.web import city as places

MONTHS = months_to(month_of(today()), 5)


LINK = r'href="(/oversight/(?:duties|rows/[a-z-]+)\?[^"]+)" aria-label="[^"]*?(\d+)">(\d+)</a>'


def test_each_number_is_the_number_of_its_rows(city):
    for who in ("credit office", "reviewer"):
        client, checked = city.client(who), set()
        for period in (*(each.name for each in MONTHS[-3:]), year_of(today()).name):
            html = client.get(f"/oversight?period={period}").content.decode()
            found = {
                (link.replace("&amp;", "&"), said, seen)
                for link, said, seen in re.findall(LINK, html)
            }
            for link, said, seen in found - checked:
                page = client.get(link)
                assert page.status_code == 200, link
                assert int(said) == int(seen) == _counted(page), link
            checked |= found
        assert len(checked) > 30, who


def test_what_a_page_lists_is_what_its_file_holds(city):
    client = city.client("credit office")
    for section in NUMBERS:
        listed = client.get(f"/oversight/rows/{section}?period={today().year}")
        rows = _counted(listed)
        for suffix in ("csv", "xlsx"):
            data = client.get(f"/oversight/rows/{section}.{suffix}?period={today().year}").content
            assert _lines(data, suffix) == rows, section


def _counted(page) -> int:
    heading = re.search(r"<h1>(.*?)</h1>", page.content.decode(), re.DOTALL)[1]
    return int(re.search(r"\d+", re.sub(r"<[^>]+>|^.*:", "", heading))[0])


def _lines(data: bytes, suffix: str) -> int:
    if suffix == "csv":
        return len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))) - 1
    return len(list(load_workbook(io.BytesIO(data)).active.values)) - 1


def test_a_reviewer_sees_the_own_department_whatever_the_address_says(city):
    client = city.client("reviewer")
    page = client.get("/oversight/rows/overdue?department=finance").content.decode()
    offered = re.search(r'name="department">(.*?)</select>', page, re.DOTALL)[1]
    assert re.findall(r'value="([^"]*)"', offered) == [places.HOME]
    assert client.get("/oversight/rows/nothing").status_code == 404
    assert client.get("/oversight/receipts").status_code == 403
    assert city.client("officer").get("/oversight/rows/overdue").status_code == 403


def test_a_due_day_told_by_a_later_calendar_counts(city):
    clock = Clock.objects.filter(
        kind="response", met_on__isnull=True, not_after__gte=today()
    ).first()
    month = month_of(clock.due_on)
    query = Clock.objects.filter(pk=clock.pk)
    query.update(due_on=None, not_before=clock.due_on)
    assert not kept.duties(month, on=today()).filter(pk=clock.pk).exists()
    settled = kept.duties(month, on=today(), calendar=calendar()).get(pk=clock.pk)
    assert settled.due == clock.due_on


def test_as_many_queries_for_many_departments_as_for_one(city):
    client = city.client("credit office")
    client.get("/oversight")
    with CaptureQueriesContext(connection) as few:
        client.get("/oversight?period=2001-01")
    with CaptureQueriesContext(connection) as many:
        client.get(f"/oversight?period={today().year}")
    assert len(many) <= len(few) + 4


@pytest.mark.parametrize("ago", [0, 7, 30, 90, -30])
def test_what_is_counted_is_what_is_listed_on_every_day(city, ago):
    on = today() - timedelta(days=ago)
    for month in MONTHS:
        counted = kept.by_department(month, on=on).values()
        for state in kept.State:
            listed = kept.duties(month, on=on, state=state).count()
            assert listed == sum(getattr(each, state.replace("-", "_")) for each in counted)
        assert sum(each.due for each in counted) == kept.duties(month, on=on).count()


def test_by_month_and_by_department_count_the_same(city):
    whole = Period(first=MONTHS[0].first, last=MONTHS[-1].last)
    for kind in kept.KINDS:
        by_month = kept.by_month(kind, whole, on=today())
        once = kept.duties(whole, on=today(), kinds=(kind,)).count()
        assert sum(each.due for each in by_month.values()) == once


def test_late_is_late_the_day_after_and_moot_is_nowhere(city):
    month = month_of(today())
    clock = Clock.objects.filter(
        kind="response", met_on__isnull=True, not_after__gte=today()
    ).first()
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
    told = [wrongful(Asked.of(each, on=today(), calendar=calendar()))[""] for each in MONTHS]
    found = sum(each.days for each in told)
    # Listed 78 days ago; paused from 19 days ago through 10 days ago, when it fell.
    assert found == 78 - 19
    assert {each.organisations for each in told} == {0, 1}


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_export_has_every_row_of_the_filter(city, suffix):
    month = MONTHS[-2]
    path = f"/oversight/duties.{suffix}?period={month.first:%Y-%m}&kind=response"
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
        query = f"?period={month.first:%Y-%m}"
        for path in ("/figures", "/figures.csv", "/figures.json"):
            text = client.get(path + query).content.decode()
            assert not any(code in text or name in text for code, name in places.NAMES.items())
    told = json.loads(client.get(f"/figures.json?period={MONTHS[-2].first:%Y-%m}").content)
    assert told["departments"]
    assert told["position"] > 0


@pytest.mark.parametrize(
    "query", ["period=2026-13", "period=x", "department=nobody", "kind=x&state=y"]
)
def test_a_filter_that_means_nothing_is_left_aside(city, query):
    assert city.client("auditor").get(f"/oversight/duties?{query}").status_code == 200
    assert city.client("visitor").get(f"/figures?{query}").status_code == 200


def test_months_end_on_their_last_day():
    assert named("2026-02").last.day == 28
    assert named("2024-02").last.day == 29
    assert before(month_of(today().replace(month=1, day=15))).first.month == 12


@pytest.mark.parametrize("text", ["2026-10", "2024-02", "2026-Q1", "2026-Q4", "2026"])
def test_a_period_is_named_as_it_is_read(text):
    assert named(text).name == text
    assert named(f"{text}x") is None


def test_quarters_and_years_end_on_their_last_day():
    day = date(2026, 11, 24)
    assert quarter_of(day) == Period(first=date(2026, 10, 1), last=date(2026, 12, 31))
    assert year_of(day) == Period(first=date(2026, 1, 1), last=date(2026, 12, 31))
