"""What a page reads of the database does not grow with the register: figures and lists of duties."""

import pytest
from django.db import connection, connections

#: Duties done long ago, and the records they are about: nothing here has to look at them.
GROWN = (
    """
    INSERT INTO clocks_clock
    SELECT 'r-' || n, kind, ordinal, organisation, department, start_on, working_days, due_on,
           not_before, rule, opens_on, not_after, met_on, 'r-' || n
      FROM (SELECT * FROM clocks_clock WHERE kind = 'publication' AND met_on IS NOT NULL LIMIT 1)
           AS one, generate_series(1, 20000) AS n
    """,
    """
    INSERT INTO publication_entry
    SELECT another.*
      FROM publication_entry AS one, generate_series(1, 20000) AS n,
           jsonb_populate_record(one, jsonb_build_object('record', 'r-' || n, 'natural_key', n))
           AS another
     WHERE one.record = (SELECT min(record) FROM publication_entry
             WHERE adverse AND NOT transcribed AND basis_readable AND texts_held = ''
               AND publication_state NOT IN ('not-published', 'not-notified')
               AND withdrawn_on IS NULL)
    """,
    "ANALYZE",
)
PAGES = [
    ("officer", "/desk"),
    ("auditor", "/desk"),
    ("officer", "/tasks"),
    ("credit office", "/oversight"),
    ("visitor", "/figures"),
    ("visitor", "/figures/publicity"),
    ("visitor", "/figures/lifting"),
]
#: More than any query reads in the small city of the tests, and far fewer than were added.
MOST = 2_000


class Explained:
    """How many rows the scans of each query read, asked of the planner beside the query itself."""

    def __init__(self):
        self.read = {}

    def __call__(self, execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            with connection.cursor() as cursor, connection.execute_wrapper(_as_it_is):
                cursor.cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
                ((found,),) = cursor.fetchall()
            self.read[sql] = _read(found[0]["Plan"])
        return execute(sql, params, many, context)


def _as_it_is(execute, sql, params, many, context):
    return execute(sql, params, many, context)


def _read(node):
    """Rows that came out of a scan and those it threw away."""
    below = sum(_read(each) for each in node.get("Plans", ()))
    if "Scan" not in node["Node Type"]:
        return below
    removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return below + node["Actual Loops"] * (node["Actual Rows"] + removed)


@pytest.fixture
def grown(city):
    with connections["owner"].cursor() as cursor:
        for statement in GROWN:
            cursor.execute(statement)
    return city


def test_nobody_reads_what_was_done_long_ago(grown):
    for who, address in PAGES:
        client, explained = grown.client(who), Explained()
        with connection.execute_wrapper(explained):
            assert client.get(address).status_code == 200, address
        worst = max(explained.read, key=explained.read.get)
        assert explained.read[worst] < MOST, (address, worst)
