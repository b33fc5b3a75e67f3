"""Monthly returns on pages: a department confirms in one click, the credit office sees who is late."""

import csv
import io
import re

from openpyxl import load_workbook

from goodstanding.flow import returns
from goodstanding.oversight import kept
from goodstanding.oversight.period import before, month_of
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.returns.owed import Kept
from goodstanding.wallclock import today
from tests.web import city as places

SEEN = re.compile(r'name="seen" value="([0-9a-f]{64})"')


def _address(month: str, department: str = places.HOME) -> str:
    return f"/returns/{month}?department={department}"


def _month_with_lines() -> str:
    found = returns.owed(on=today(), department=places.HOME)
    return next(f"{each.month:%Y-%m}" for each in found if returns.reconciled(each).listed)


def test_a_department_confirms_its_list_and_it_is_confirmed_once(city):
    client, address = city.client("officer"), _address(_month_with_lines())
    html = client.get(address).content.decode()
    (seen,) = SEEN.findall(html)
    assert client.post(address, {"seen": "0" * 64}).status_code == 409
    assert client.post(address, {"seen": seen}).status_code == 302
    assert not SEEN.findall(client.get(address).content.decode())
    assert client.post(address, {"seen": seen}).status_code == 409
    assert rebuild(verify=True).found == ()


def test_a_nil_return_is_one_click(city):
    month = before(month_of(today()))
    client = city.client("court")
    address = _address(month.name, "intermediate-court")
    (seen,) = SEEN.findall(client.get(address).content.decode())
    assert client.post(address, {"seen": seen}).status_code == 302
    owed = returns.owed_for(department="intermediate-court", month=month.name, on=today())
    assert owed.settled
    assert owed.kept(today()) in (Kept.ON_TIME, Kept.LATE_FILED)


def test_nobody_confirms_for_another_department(city):
    address = _address(places.month_before(), "finance")
    assert city.client("officer").get(address).status_code == 403
    assert city.client("officer").post(address, {"seen": ""}).status_code == 403
    assert city.client("credit office").get(address).status_code == 200
    assert not SEEN.findall(city.client("credit office").get(address).content.decode())
    assert city.client("credit office").post(address, {"seen": ""}).status_code == 403


def test_addresses_that_are_no_month_say_so(city):
    client = city.client("officer")
    for month in ("2026", "2001-01", "2026-13", "x", f"{today():%Y-%m}"):
        assert client.get(f"/returns/{month}").status_code in (404, 422), month


def test_the_files_hold_what_the_pages_list(city):
    client = city.client("officer")
    address = f"/returns/{_month_with_lines()}/list.xlsx?department={places.HOME}"
    rows = list(load_workbook(io.BytesIO(client.get(address).content)).active.values)
    owed = returns.owed_for(department=places.HOME, month=_month_with_lines(), on=today())
    assert len(rows) == len(returns.reconciled(owed).listed) + 1
    year = city.client("credit office").get(f"/returns.xlsx?period={today().year}")
    assert len(list(load_workbook(io.BytesIO(year.content)).active.values)) > 20


def test_the_credit_office_sees_who_is_late_and_the_figures_agree(city):
    html = city.client("credit office").get("/returns").content.decode()
    late = [each for each in returns.owed(on=today()) if each.kept(today()) is Kept.LATE]
    assert len(set(re.findall(r'href="(/returns/[^"]+)"', html))) >= len(late)
    overseen = city.client("credit office").get("/oversight").content.decode()
    assert f"<dd>{len(late)}</dd>" in overseen


def test_what_waits_is_on_the_desk(city):
    html = city.client("officer").get("/desk").content.decode()
    waiting = [
        each for each in returns.owed(on=today(), department=places.HOME) if not each.settled
    ]
    assert html.count('href="/returns/') == len(waiting)
    assert 'href="/returns/' not in city.client("trading").get("/desk").content.decode()


def test_returns_are_rows_among_the_duties_with_their_last_day_and_state(city):
    office, month = city.client("credit office"), month_of(today())
    owed = [
        e for e in returns.owed(on=today()) if e.due.due and month.first <= e.due.due <= month.last
    ]
    assert owed
    address = f"/oversight/duties.csv?kind=return&period={month.name}"
    rows = list(csv.DictReader(io.StringIO(office.get(address).content.decode("utf-8-sig"))))
    assert [each["due_on"] for each in rows] == [str(each.due.due) for each in owed]
    html = office.get(f"/oversight/duties?kind=return&period={month.name}").content.decode()
    assert f"/returns/{before(month).name}?department=" in html
    late = office.get(f"/oversight/duties.csv?kind=return&state=late&period={month.name}")
    counted = sum(each.kept(today()) in (Kept.LATE, Kept.LATE_FILED) for each in owed)
    assert len(late.content.decode("utf-8-sig").splitlines()) == 1 + counted
    every = office.get(f"/oversight/duties.csv?period={month.name}").content.decode("utf-8-sig")
    assert len(every.splitlines()) == 1 + len(owed) + kept.duties(month, on=today()).count()
