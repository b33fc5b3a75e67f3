"""``goodstanding live``: is the register live, and the declaration that it is."""

import click

from goodstanding.cli import telling
from goodstanding.cli.opening import CREDIT_OFFICE, call, on_the_register
from goodstanding.flow.going_live import declare_live, live_since


@click.command("live")
@click.option("--declare", is_flag=True, help="Declare it live; there is no way back.")
@telling.as_json
@on_the_register
def command(declare: bool, as_json: bool) -> None:
    """Whether the register is live; until then the credit office imports what the city holds."""
    if declare:
        declare_live(call(CREDIT_OFFICE))
    since = live_since()
    words = f"live since {since}" if since else "not live yet: first imports are open"
    telling.tell({"live_since": since.isoformat() if since else None}, [words], as_json=as_json)
