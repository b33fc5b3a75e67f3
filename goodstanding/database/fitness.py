"""Is this database fit for the register: its version, and how it treats Chinese text."""

import psycopg

from goodstanding.database.errors import DatabaseLocaleUnfit, DatabaseTooOld, DatabaseUnreachable
from goodstanding.rules.errors import Refusal, refuse, require_none

_PROBES = """
    SELECT current_setting('server_version_num')::int,
           current_setting('server_version'),
           pg_encoding_to_char(encoding) = 'UTF8'
      FROM pg_database WHERE datname = current_database()
"""
#: Each is true where text behaves: what is asked, and what is wrong if not.
_TEXT = {
    "it does not count characters": "char_length('守信联动') = 4",
    "it does not know capital letters": "lower('ÀЖ') = 'àж' AND upper('éя') = 'ÉЯ'",
    "it does not order by code point": "'a' > 'B' AND '乙' < '甲'",
    "it does not take characters for letters": "'守' ~ '^[[:alpha:]]$'",
}


def check(url: str) -> None:
    """Refuse a database that does not answer, is too old or mistreats Chinese text."""
    try:
        with psycopg.connect(url, connect_timeout=10, client_encoding="utf8") as connection:
            found = problems(connection)
    except psycopg.OperationalError as problem:
        refuse(DatabaseUnreachable(said=str(problem).strip()))
    require_none(found)


def problems(connection: psycopg.Connection) -> list[Refusal]:
    """Everything that makes this database unfit."""
    row = connection.execute(_PROBES).fetchone()
    assert row is not None
    number, version, utf8 = row
    if not utf8:
        return [DatabaseLocaleUnfit(problems="its encoding is not UTF8")]
    found: list[Refusal] = []
    if number < 150000:
        found.append(DatabaseTooOld(version=version))
    if wrong := _mistreated(connection):
        found.append(DatabaseLocaleUnfit(problems=", ".join(wrong)))
    return found


def _mistreated(connection: psycopg.Connection) -> list[str]:
    row = connection.execute("SELECT " + ", ".join(f"({test})" for test in _TEXT.values()))
    answers = row.fetchone() or ()
    return [problem for problem, right in zip(_TEXT, answers, strict=True) if not right]
