"""``goodstanding figures``: the figures, and the queries ready for psql."""

from datetime import date

from django.db import connection

from goodstanding.clocks.models import Clock


def test_the_figures_and_their_queries(register):
    Clock.objects.create(
        **{"aggregate": "m", "kind": "lift", "ordinal": 1, "rule": "lift", "organisation": "x"},
        **{"department": "finance", "start_on": date(2018, 2, 14), "working_days": 3},
        **{"due_on": date(2018, 2, 24), "opens_on": date(2018, 2, 14), "subject": "m.lift"},
        met_on=date(2018, 2, 26),
    )
    days = ("--from", "2018-02-01", "--to", "2018-02-28")
    told = register("figures", "lifting", *days, "--json").document
    whole, finance = told["departments"]
    assert (whole["department"], finance["department"]) == ("", "finance")
    assert (finance["done"], finance["open"], finance["worst"], finance["worst_days"]) == (
        1,
        0,
        4,
        12,
    )
    said = register("figures", "lifting", *days)
    assert "finance: 1 lifted, 0 open; working days: median 4" in said.out
    queries = register("figures", "lifting", *days, "--query", "--json").document
    with connection.cursor() as cursor:
        cursor.execute(queries["time_to_lift"])
        assert [row[:3] for row in cursor.fetchall()] == [(None, 1, 0), ("finance", 1, 0)]
    assert register("figures", "lifting").status == 0
