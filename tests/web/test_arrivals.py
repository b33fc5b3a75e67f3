"""The compliance rate of double publicity: what the page counts are the rows of its files."""

import csv
import io
from decimal import Decimal

from goodstanding.oversight import arriving
from goodstanding.oversight.period import month_of
from goodstanding.wallclock import today
from tests.web import city as places


def test_a_row_sent_again_counts_neither_way():
    sent = arriving.Arrived(read=10, accepted=6, duplicates=2, rejected=1, quarantined=1)
    assert (sent.share, sent.need_work) == (Decimal("75.0"), 2)
    assert arriving.Arrived(read=2, duplicates=2).share is None
    assert sent.plus(sent).read == 20


def test_the_rate_is_of_exactly_the_files_listed(city):
    client, period = city.client("credit office"), month_of(today())
    found = arriving.by_department(period)
    assert found["market-regulation"].read > 0
    data = client.get(f"/oversight/files.csv?period={period.name}").content
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert sum(each.read for each in found.values()) == sum(int(list(r.values())[3]) for r in rows)
    html = client.get(f"/oversight/files?period={period.name}").content.decode()
    assert f"{found['market-regulation'].share}" in html


def test_a_reviewer_sees_the_own_department_only(city):
    period = month_of(today()).name
    html = city.client("reviewer").get(f"/oversight/files?period={period}&department=finance")
    assert places.HOME in html.content.decode()
    assert "market-regulation" not in html.content.decode()
