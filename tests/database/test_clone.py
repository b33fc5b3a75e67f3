"""Every test has a register of its own, on both roles."""

import psycopg
import pytest
from django.db import connections


@pytest.mark.parametrize("round", [1, 2])
def test_a_table_made_by_one_test_is_not_seen_by_the_next(database, round):
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE mine (id int)")
    with connections["default"].cursor() as cursor:
        cursor.execute("INSERT INTO mine VALUES (1)")
        cursor.execute("SELECT count(*) FROM mine")
        assert cursor.fetchone() == (1,)


def test_the_application_may_neither_create_nor_truncate(database):
    with psycopg.connect(database.owner_url) as owner:
        owner.execute("CREATE TABLE mine (id int)")
    for statement in ("CREATE TABLE theirs (id int)", "TRUNCATE mine", "DROP TABLE mine"):
        with (
            psycopg.connect(database.url) as application,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            application.execute(statement)
