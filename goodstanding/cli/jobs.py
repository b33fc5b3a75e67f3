"""``goodstanding jobs``: what the register does by itself."""

import os
import signal
from datetime import datetime
from threading import Event

import click
import msgspec

from goodstanding import wallclock
from goodstanding.cli import telling
from goodstanding.cli.opening import on_the_register
from goodstanding.jobs.run import run_on, run_once

MOMENT = click.DateTime(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"])


@click.group("jobs")
def command() -> None:
    """Mails, texts and webhooks: queue what is to be told, and send it."""


@command.command("run")
@click.option("--once", is_flag=True, help="One run, then stop; without it run after run.")
@click.option("--at", type=MOMENT, help="With --once: as of this moment, Asia/Shanghai.")
@click.option("--every", type=float, default=30.0, help="Seconds between two runs (30).")
@click.option("--with-parent", is_flag=True, help="Stop when the calling process is gone.")
@telling.as_json
@on_the_register
def run(once: bool, at: datetime | None, every: float, with_parent: bool, as_json: bool) -> None:
    """Tell everybody what is new since the last run, and send what is due."""
    if not once:
        _go_on(every, with_parent=with_parent)
        return
    done = run_once(at=at.replace(tzinfo=wallclock.LEGAL_ZONE) if at else None)
    words = [
        f"Told up to position {done.position}, {done.day}.",
        f"{done.queued} queued, {done.sent} sent, {done.failed} failed, {done.closed} not needed.",
    ]
    telling.tell(msgspec.to_builtins(done), words, as_json=as_json)


def _go_on(every: float, *, with_parent: bool) -> None:
    stop, parent = Event(), os.getppid()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    run_on(
        every=every,
        stop=stop,
        over=lambda: with_parent and os.getppid() != parent,
        say=telling.message,
    )
