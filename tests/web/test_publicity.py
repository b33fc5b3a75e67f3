"""Figures of double publicity: each number is the number of its rows, and strangers see no rows."""

import csv
import io
import re
from decimal import Decimal

from goodstanding.catalogue.queries import calendar
from goodstanding.oversight import publicity
from goodstanding.oversight.arriving import Arrived
from goodstanding.oversight.period import month_of
from goodstanding.wallclock import today

LINK = r'href="(/oversight/rows/[a-z-]+\?[^"]+)" aria-label="[^"]*?(\d+)">(\d+)</a>'


def test_one_late_row_is_never_rounded_away():
    many = publicity.Counted(published=3000, late=1, arrived=Arrived(read=4, accepted=3))
    assert (many.timely, many.late_share) == (Decimal("99.9"), Decimal("0.1"))
    assert publicity.Counted().late_share is None
    assert many.plus(many).published == 6000


def test_each_number_opens_its_rows(city):
    client, period = city.client("credit office"), month_of(today())
    html = client.get(f"/figures/publicity?period={period.name}").content.decode()
    found = set(re.findall(LINK, html))
    assert found
    for link, said, seen in found:
        page = client.get(link.replace("&amp;", "&")).content.decode()
        assert int(said) == int(seen) == _counted(page), link
    counted = publicity.by_department(period, calendar=calendar())
    assert counted["market-regulation", "penalty"].published > 0


def test_a_stranger_sees_the_figures_and_no_link_to_a_row(city):
    html = city.client("visitor").get(f"/figures/publicity?period={today():%Y-%m}").content.decode()
    assert "双公示统计" in html
    assert "/oversight/" not in html.split("<main", 1)[1]
    own = city.client("reviewer").get(f"/figures/publicity?period={today():%Y-%m}")
    assert "department=market-regulation" not in "".join(
        re.findall(LINK[:40], own.content.decode())
    )


def test_the_file_holds_what_the_page_says(city):
    period = month_of(today())
    data = city.client("visitor").get(f"/figures/publicity.csv?period={period.name}").content
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    counted = publicity.by_department(period, calendar=calendar())
    assert {(row["department"], row["kind"]) for row in rows} == set(counted)
    for row in rows:
        each = counted[row["department"], row["kind"]]
        assert (int(row["public"]), int(row["late"])) == (each.published, each.late)
        assert int(row["missing"]) == each.missing


def _counted(html: str) -> int:
    heading = re.search(r"<h1>(.*?)</h1>", html, re.DOTALL)[1]
    return int(re.search(r"\d+", re.sub(r"<[^>]+>|^.*:", "", heading))[0])
