"""Whether this database is a demonstration: written on the database itself, by its owner."""

from enum import StrEnum

from django.db import connections

from goodstanding.register.reading import head
from goodstanding.rules.errors import Conflict, refuse


class Mark(StrEnum):
    """How far the making of the demonstration came."""

    NONE = ""
    BEGUN = "goodstanding demonstration: begun"
    MADE = "goodstanding demonstration: made"


class NotADemonstration(Conflict):
    """This register holds other data. The demonstration is only made in an empty one."""


class DemonstrationHalfMade(Conflict):
    """The demonstration was begun and not finished: run `make demo-reset`, then `make demo`."""


def must_be_free() -> bool:
    """True if the demonstration is there already; refuses a register that holds anything else."""
    mark = _read()
    if mark == Mark.BEGUN:
        refuse(DemonstrationHalfMade())
    if mark == Mark.NONE and head().position:
        refuse(NotADemonstration())
    return mark == Mark.MADE


def write(mark: Mark) -> None:
    """Write on the database that it is a demonstration; only its owner can."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_database())")
        (name,) = cursor.fetchone()
        cursor.execute(f"COMMENT ON DATABASE {name} IS '{mark}'")


def _read() -> str:
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '')"
            "  FROM pg_database WHERE datname = current_database()"
        )
        (comment,) = cursor.fetchone()
    return comment if comment in set(Mark) else Mark.NONE
