"""Acts and contents stay: for the application by privilege, for the owner by trigger."""

import psycopg
import pytest

from goodstanding.register.writing import writing
from tests.register import acts

TABLES = ("register_act", "register_content")
CHANGES = ("UPDATE {} SET position = 9", "DELETE FROM {}", "TRUNCATE {}")
STATEMENTS = [change.format(table) for table in TABLES for change in CHANGES]
A = acts.stream(1)


@pytest.fixture
def written(database):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append([acts.entered(A)])
    return database


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_application_has_no_right_to_change_an_act(written, statement):
    with (
        psycopg.connect(written.url) as application,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        application.execute(statement)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_owner_is_stopped_by_a_trigger(written, statement):
    with (
        psycopg.connect(written.owner_url) as owner,
        pytest.raises(psycopg.errors.RaiseException, match="refused"),
    ):
        owner.execute(statement)


def test_the_application_cannot_put_the_trigger_out_of_action(written):
    for statement in (
        "ALTER TABLE register_act DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "DROP FUNCTION acts_are_append_only() CASCADE",
    ):
        with (
            psycopg.connect(written.url) as application,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            application.execute(statement)
