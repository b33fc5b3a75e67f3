"""Lists of the desk: the page and the file give the same rows, nothing is computed, nobody else's."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from goodstanding.designations.finding import Wanted, find
from goodstanding.flow import notify, propose
from goodstanding.organisations.models import Organisation
from goodstanding.register.reading import stored
from goodstanding.rules.standing import designation_state
from goodstanding.wallclock import now
from tests.web import city as places

LISTS = ("cases", "tasks", "desk", "objections", "confirmations", "recalls")
#: Each with something it finds in the city and something it does not.
ASKED = {
    "cases": ("state=in-force", "state=stayed", "waits=organisation", "q=禾屿", "by=me", "q=zzz"),
    "tasks": ("kind=response", "state=done", "state=later", "measure=tender-exclusion", "q=zzz"),
    "desk": ("kind=statement", "state=overdue", "until=2001-01-01", "q=启衡"),
    "objections": ("state=accepted", "state=objection-withdrawn", "by=others", "reason=not-ours"),
    "confirmations": ("by=others", "by=me", "q=岚01执88"),
    "recalls": ("state=open", "state=done", "kind=was-wrong"),
}
WHO = {"confirmations": "court", "recalls": "trading", "tasks": "trading"}


def _count(client, name: str, query: str) -> int:
    html = client.get(f"/{name}?{query}").content.decode()
    said = re.search(r"共 (\d+) 件", html)
    return int(said[1]) if said else html.count('<tr><th scope="row">')


def _file(client, name: str, query: str, suffix: str) -> list[list[str]]:
    data = client.get(f"/{name}.{suffix}?{query}").content
    if suffix == "csv":
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))[1:]
    sheet = load_workbook(io.BytesIO(data)).active
    return [[cell or "" for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]


def _client(city, name: str):
    client = city.client(WHO.get(name, "officer"))
    client.cookies["django_language"] = "zh-hans"
    return client


@pytest.mark.parametrize("name", LISTS)
def test_the_file_has_the_rows_of_the_filter(city, name):
    client = _client(city, name)
    counts = []
    for query in ("", *ASKED[name]):
        count = _count(client, name, query)
        as_csv, as_book = (_file(client, name, query, each) for each in ("csv", "xlsx"))
        assert len(as_csv) == count, query
        assert as_csv == as_book, query
        counts.append(count)
    assert counts[0] == max(counts) > 0
    assert len(set(counts)) > 1
    assert client.get(f"/{name}.exe").status_code == 404


def test_pages_and_the_file_name_the_same_cases(city):
    client = _client(city, "cases")
    for query in ("state=in-force", "ends_since=2027-01-01", "opened_until=2001-01-01"):
        html = client.get(f"/cases?{query}").content.decode()
        codes = {each[0] for each in _file(client, "cases", query, "csv")}
        shown = {code for code, name in places.NAMES.items() if f">{name}</a>" in html}
        assert shown == codes


def test_what_looks_like_a_formula_stays_a_text(city):
    officer = city.call(f"{places.HOME}/officer", days=0)
    propose.propose_designation(
        officer,
        organisation=places.EXPIRED,
        ground=places.GROUND,
        records=(city.records["expired"],),
        case_number='=HYPERLINK("x")',
    )
    name = "@启衡=1+1"
    Organisation.objects.filter(code=places.EXPIRED).update(name=name)
    client = _client(city, "cases")
    data = client.get("/cases.xlsx?state=proposed").content
    (row,) = load_workbook(io.BytesIO(data)).active.iter_rows(min_row=2)
    assert {cell.data_type for cell in row if cell.value} == {"s"}
    (line,) = _file(client, "cases", "state=proposed", "csv")
    assert f"'{name}" in line
    assert '\'=HYPERLINK("x")' in line


def test_no_list_shows_another_department_or_a_stranger(city):
    for name in LISTS:
        for suffix in ("", ".csv", ".xlsx"):
            assert city.client("representative").get(f"/{name}{suffix}").status_code == 403
            assert city.client("visitor").get(f"/{name}{suffix}").status_code == 302
    other = _client(city, "tasks")
    for name in ("cases", "objections", "confirmations"):
        assert _file(other, name, "", "csv") == []
        assert _file(city.client("auditor"), name, "", "csv") != []


def test_the_filter_stays_over_pages_and_files(city):
    client = _client(city, "desk")
    html = client.get("/desk?kind=statement&q=岚港").content.decode()
    assert "/desk.xlsx?q=%E5%B2%9A%E6%B8%AF&amp;kind=statement" in html
    none = client.get("/cases?q=zzz&state=over").content.decode()
    assert "机构或文书号：zzz；阶段：期限已满" in none
    assert 'href="/cases">清除筛选' in none
    wrong = client.get("/cases?since=x&state=nonsense")
    assert wrong.status_code == 200
    assert 'aria-invalid="true"' in wrong.content.decode()


def test_the_state_of_a_list_is_that_of_the_rules(city):
    met = set()
    for days in (-50, 0, 2000):
        on = now().date() + timedelta(days=days)
        rows = {each.id: each.state for each in find(Wanted(), on=on)}
        states = stored(rows)
        assert rows == {id: designation_state(states[id], on=on) for id in rows}
        met |= set(rows.values())
    assert {"in-force", "stayed", "notified", "ended", "over", "to-come"} <= met


def test_whose_turn_it_is(city):
    client, case = _client(city, "cases"), city.cases["pending"]

    def waits(who: str) -> bool:
        return case in client.get(f"/cases?waits={who}").content.decode()

    assert waits("organisation")
    officer = city.call(f"{places.HOME}/officer", days=0)
    notify.request_hearing(officer, case=case)
    assert waits("organisation"), "the statement may still be made"
    notify.waive_statement(officer, case=case, proof="声明 1")
    assert waits("hearing")
    notify.hold_hearing(officer, case=case, proof="笔录 1")
    assert waits("decision")
    assert not waits("hearing")


def test_queues_count_what_their_list_shows(city):
    officer = city.call(f"{places.HOME}/officer", days=0)
    notify.waive_statement(officer, case=city.cases["pending"], proof="声明 1", hearing=True)
    # An officer's sixth is an application to accept, a reviewer's sixth a destruction to approve; the
    # last four are listings, looks and payments.
    expected = {
        "officer": [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        "reviewer": [1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
        "court": [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
    }
    for who, counts in expected.items():
        client = city.client(who)
        client.cookies["django_language"] = "zh-hans"
        html = client.get("/desk").content.decode()
        section = html.split('class="queues"')[1].split("</section>")[0]
        assert [int(each) for each in re.findall(r"<b>(\d+)</b>", section)] == counts, who
        for address, count in re.findall(r'href="/([^"]+)"><b>(\d+)', section):
            name, _, query = address.replace("&amp;", "&").partition("?")
            assert _count(client, name, query) == int(count), address


def test_the_rest_of_a_group_is_one_link_away(city, monkeypatch):
    monkeypatch.setattr("goodstanding.web.views.desk.SIZE", 1)
    client = _client(city, "tasks")
    html = client.get("/desk").content.decode()
    shown, count, address = re.search(
        r"前 (\d+) [^<]*?(\d+)[^<]*<a href=\"([^\"]+)\"", html, re.DOTALL
    ).groups()
    assert int(shown) == 1
    assert _count(client, "desk", address.partition("?")[2]) == int(count)


def test_a_paused_measure_says_since_when_and_why(city):
    html = _client(city, "tasks").get("/tasks?q=澄石").content.decode()
    assert "正在核实异议" in html
    assert "起暂停执行" in html
    assert "暂停执行" not in _client(city, "tasks").get("/tasks?q=禾屿").content.decode()


def test_queries_do_not_grow_with_rows(city):
    def queries() -> dict[str, int]:
        counts = {}
        for name in LISTS:
            client = _client(city, name)
            client.get(f"/{name}")
            with CaptureQueriesContext(connection) as found:
                client.get(f"/{name}")
            counts[name] = len(found)
        return counts

    few = queries()
    for n, organisation in enumerate((places.EXPIRED, places.PENDING), start=1):
        places.NAMES.setdefault(organisation, f"岚港市新{n}有限公司")
        city.listed(f"more{n}", organisation, days=30 + n)
    many = queries()
    assert many == few
