"""``goodstanding migrate``: the tables that this version of the programs needs."""

import click
from django.core.management import call_command

from goodstanding.cli import telling
from goodstanding.cli.opening import settle


@click.command("migrate")
@telling.as_json
def command(as_json: bool) -> None:
    """Bring the tables of the database to this version, as their owner."""
    settle()
    migrate()
    telling.tell({"migrated": True}, ["The tables are those of this version."], as_json=as_json)


def migrate() -> None:
    """Migrate the database this process works on."""
    call_command("migrate", database="owner", verbosity=0, interactive=False)
