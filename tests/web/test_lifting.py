"""Figures of lifting: one query each, the same printed, told on the page and counted by hand."""

import csv
import io
import json
import re
from datetime import date, timedelta
from decimal import Decimal

from django.db import connection

from goodstanding.catalogue.queries import calendar
from goodstanding.clocks.models import Clock
from goodstanding.designations.models import Case
from goodstanding.measures.models import AppliedMeasure, Task
from goodstanding.oversight import in_error, lift_times
from goodstanding.oversight.asked import Asked, spelt
from goodstanding.oversight.period import Period, month_of
from goodstanding.rules.deadlines import between
from goodstanding.wallclock import today
from tests.web import city as places

LINK = r'href="(/oversight/rows/[a-z-]+\?[^"]+)" aria-label="[^"]*?(\d+)">(\d+)</a>'
# The Spring Festival of 2018 was off from 15 through 21 February; the 24th, a Saturday, was worked.
ENDED = date(2018, 2, 14)
FEBRUARY = Period(first=date(2018, 2, 1), last=date(2018, 2, 28))
DONE = {
    # the day it was lifted: working days, calendar days
    date(2018, 2, 14): (0, 0),
    date(2018, 2, 22): (1, 8),
    date(2018, 2, 24): (3, 10),
    date(2018, 2, 26): (4, 12),
    None: (6, 14),
}


def _asked(period: Period, on: date) -> Asked:
    return Asked.of(period, on=on, calendar=calendar())


def _lift(number: int, done: date | None, department: str = "finance") -> None:
    Clock.objects.create(
        **{"aggregate": f"m-{number}", "kind": "lift", "ordinal": 1, "rule": "lift"},
        **{"organisation": places.RESTRICTED, "department": department, "start_on": ENDED},
        **{"working_days": 3, "due_on": date(2018, 2, 24), "opens_on": ENDED},
        **{"met_on": done, "subject": f"m-{number}.lift"},
    )


def _five(city) -> dict[str, lift_times.LiftTimes]:
    Clock.objects.filter(kind="lift").delete()
    for number, done in enumerate(DONE):
        _lift(number, done)
    return lift_times.lift_times(_asked(FEBRUARY, today()))


def test_what_is_open_counts_with_the_time_it_waited(city):
    found = _five(city)
    assert all(
        between(ENDED, done or FEBRUARY.last, calendar()) == days
        for done, (days, _) in DONE.items()
    )
    assert found["finance"] == found[""]
    assert found["finance"] == lift_times.LiftTimes(
        done=4,
        open=1,
        oldest_open=14,
        median=Decimal(3),
        nine_tenths=6,
        worst=6,
        median_days=Decimal(10),
        nine_tenths_days=14,
        worst_days=14,
        median_done=Decimal(2),
        nine_tenths_done=4,
        worst_done=4,
    )


def test_a_day_before_the_end_of_the_period_it_has_waited_a_day_less(city):
    _five(city)
    found = lift_times.lift_times(_asked(FEBRUARY, date(2018, 2, 27)))
    assert (found["finance"].worst, found["finance"].worst_days) == (5, 13)


def test_what_was_lifted_later_was_open_then(city):
    _five(city)
    Clock.objects.filter(subject="m-3.lift").update(met_on=date(2018, 3, 5))
    found = lift_times.lift_times(_asked(FEBRUARY, today()))
    assert (found["finance"].done, found["finance"].open) == (3, 2)


def test_across_a_year_without_calendar_only_calendar_days_are_counted(city):
    Clock.objects.filter(kind="lift").delete()
    Clock.objects.create(
        **{"aggregate": "m", "kind": "lift", "ordinal": 1, "rule": "lift", "organisation": "x"},
        **{"department": "finance", "start_on": date(2031, 1, 6), "working_days": 3},
        **{"not_before": date(2031, 1, 9), "opens_on": date(2031, 1, 6), "subject": "m.lift"},
    )
    period = Period(first=date(2031, 1, 1), last=date(2031, 1, 31))
    found = lift_times.lift_times(_asked(period, period.last))["finance"]
    assert (found.open, found.worst, found.worst_days) == (1, None, 25)


def test_the_printed_query_gives_what_the_page_says(city):
    _five(city)
    whole = Period(first=FEBRUARY.first, last=today())
    asked = _asked(whole, today())
    for query, told in (
        (lift_times.QUERY, lift_times.lift_times(asked)),
        (in_error.QUERY, in_error.wrongful(asked)),
    ):
        with connection.cursor() as cursor:
            cursor.execute(spelt(query, asked))
            rows = cursor.fetchall()
        assert [row[0] or "" for row in rows] == list(told)
        assert [row[1] for row in rows] == [
            getattr(each, each.__struct_fields__[0]) for each in told.values()
        ]
    assert in_error.wrongful(asked)[""].days == 78 - 19


def test_each_number_opens_its_rows(city):
    _five(city)
    client = city.client("credit office")
    html = client.get("/figures/lifting?period=2018-02").content.decode()
    found = set(re.findall(LINK, html))
    assert {re.search(r"rows/([a-z-]+)", link)[1] for link, *_ in found} == {"lifts", "lifts-left"}
    for link, said, seen in found:
        page = client.get(link.replace("&amp;", "&")).content.decode()
        heading = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)[1]
        listed = int(re.search(r"\d+", re.sub(r"<[^>]+>|^.*:", "", heading))[0])
        assert int(said) == int(seen) == listed, link


def test_strangers_see_figures_and_no_organisation_and_no_link_to_a_row(city):
    client, period = city.client("visitor"), month_of(today()).name
    for path in ("", ".csv", ".json"):
        text = client.get(f"/figures/lifting{path}?period={period}").content.decode()
        assert not any(code in text or name in text for code, name in places.NAMES.items())
        assert "/oversight/" not in text.split("<main", 1)[-1]
    rows = csv.DictReader(
        io.StringIO(client.get(f"/figures/lifting.csv?period={period}").content.decode("utf-8-sig"))
    )
    told = json.loads(client.get(f"/figures/lifting.json?period={period}").content)
    assert [row["department"] for row in rows] == [
        each["department"] for each in told["departments"]
    ]
    assert "clocks_clock" in told["queries"]["time_to_lift"]
    assert client.get("/figures/lifting.exe").status_code == 404


def test_a_case_that_is_over_waits_for_its_lifts_in_the_list(city):
    case = Case.objects.get(organisation=places.WITHDRAWN)
    measure = AppliedMeasure.objects.filter(designations__contains=[case.id]).first()
    Task.objects.create(
        **{"id": "t", "measure_id": measure.id, "organisation": case.organisation, "kind": "lift"},
        **{"department": measure.department, "start": case.ended_on, "working_days": 3},
        **{"due_on": today(), "rule": "lift", "opens_on": case.ended_on},
    )
    client = city.client("auditor")
    listed = client.get("/cases?waits=lifts").content.decode()
    assert re.findall(r'href="/cases/([^"?]+)"', listed.split("<table", 1)[-1]) == [case.id]
    assert "等待 1 项解除" in listed
    Task.objects.filter(id="t").update(start=case.ended_on + timedelta(days=1))
    assert case.id not in client.get("/cases?waits=lifts").content.decode()
