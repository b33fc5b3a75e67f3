"""Before a command works on the register: its database settled, and who acts, made known."""

import os
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import ParamSpec, TypeVar

import click
from django.db import connections

from goodstanding import wallclock
from goodstanding.database import connect, scratch
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.moments import known_at

P = ParamSpec("P")
T = TypeVar("T")
CREDIT_OFFICE = "credit-office"
#: The one who has a shell on the register's machine. Acts name it so; the machine knows who it was.
OPERATOR = "o-operator"


class RegisterNotMigrated(Refusal):
    """The database has no register yet: run `goodstanding migrate` first."""

    status = 503


by = click.option(
    "--department",
    envvar="GOODSTANDING_DEPARTMENT",
    default=CREDIT_OFFICE,
    show_default=True,
    help="The department you act for (or GOODSTANDING_DEPARTMENT).",
)


def operator(department: str) -> Actor:
    """Who works at the command line: an officer of the department; of the credit office, with its
    role. Whoever works here is one person to the register: of the two that a new version of the
    law needs, the other approves on the pages, signed in."""
    roles = {Role.OFFICER}
    if department == CREDIT_OFFICE:
        roles.add(Role.CREDIT_OFFICE)
    return Actor(id=OPERATOR, department=department, roles=frozenset(roles))


def call(department: str) -> Call:
    """A step taken now by the operator."""
    return Call(actor=operator(department), at=wallclock.now())


def on_the_register(work: Callable[P, T]) -> Callable[P, T]:
    """A command that needs the register of this environment, migrated."""

    @wraps(work)
    def opened(*args: P.args, **kwargs: P.kwargs) -> T:
        settle()
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT to_regclass('register_head')")
            if cursor.fetchone() == (None,):
                refuse(RegisterNotMigrated())
        return work(*args, **kwargs)

    return opened


def settle() -> None:
    """Have the database of this environment, started if it is the embedded one."""
    connect.configure()
    url = os.environ["DATABASE_URL"]
    scratch.point(url, os.environ.get("DATABASE_OWNER_URL", url))


def day(value: datetime | None) -> date:
    """The day given, or today in Asia/Shanghai."""
    return value.date() if value else wallclock.today()


def known(text: str | None) -> datetime | int | None:
    """A moment or an @position as typed; a moment without zone is in Asia/Shanghai."""
    return known_at(text, zone=wallclock.LEGAL_ZONE)
