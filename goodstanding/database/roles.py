"""The two roles of the register and its database: the owner migrates, the application works."""

from collections.abc import Mapping

import psycopg
from psycopg import sql

#: Owns the database and every table in it; used by migrations only.
OWNER = "goodstanding_owner"
#: Used by everything else; may do what is granted to it, and nothing by ownership.
APPLICATION = "goodstanding_app"
DATABASE = "goodstanding"


def prepare(admin: psycopg.Connection, passwords: Mapping[str, str]) -> None:
    """Have both roles and the database; repeated calls change nothing but passwords."""
    for role in (OWNER, APPLICATION):
        _have_role(admin, role, passwords[role])
    if not _exists(admin, "pg_database", "datname", DATABASE):
        create = "CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'"
        admin.execute(sql.SQL(create).format(sql.Identifier(DATABASE), sql.Identifier(OWNER)))


def grant(database: psycopg.Connection) -> None:
    """In a new database: the owner alone creates; the application reads and writes rows.

    TRUNCATE is never granted. A migration that makes a table append-only revokes UPDATE and
    DELETE on it from the application role.
    """
    for statement in _GRANTS:
        names = {"owner": sql.Identifier(OWNER), "app": sql.Identifier(APPLICATION)}
        database.execute(sql.SQL(statement).format(**names))


_GRANTS = (
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "ALTER SCHEMA public OWNER TO {owner}",
    "GRANT USAGE ON SCHEMA public TO {app}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
    " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
    " GRANT USAGE, SELECT ON SEQUENCES TO {app}",
)


def _have_role(admin: psycopg.Connection, role: str, password: str) -> None:
    verb = "ALTER" if _exists(admin, "pg_roles", "rolname", role) else "CREATE"
    statement = sql.SQL(verb + " ROLE {} LOGIN NOSUPERUSER NOCREATEROLE PASSWORD {}")
    admin.execute(statement.format(sql.Identifier(role), sql.Literal(password)))


def _exists(admin: psycopg.Connection, table: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = %s")
    where = query.format(sql.Identifier(table), sql.Identifier(column))
    return admin.execute(where, [name]).fetchone() is not None
