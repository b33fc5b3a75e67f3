"""A bar on standard error that moves while something long is done, where a person watches."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from goodstanding.cli.telling import is_terminal

Progress = Callable[[int, int], None]
WIDTH = 32


@contextmanager
def bar(label: str) -> Iterator[Progress]:
    """Call what this gives with how much is done and how much there is; it tells how long is left."""
    shown, begun = is_terminal(), time.monotonic()

    def progress(done: int, total: int) -> None:
        if shown:
            filled = WIDTH * done // max(total, 1)
            drawn = "#" * filled + "-" * (WIDTH - filled)
            left = seconds_left(time.monotonic() - begun, done, total)
            click.echo(f"\r{label} [{drawn}] {done}/{total}{left}\x1b[K", nl=False, err=True)

    yield progress
    if shown:
        click.echo("\r\x1b[K", nl=False, err=True)


def seconds_left(passed: float, done: int, total: int) -> str:
    """How long the rest takes if it goes on so; nothing before anything is done."""
    return f", about {passed * (total - done) / done:.0f} s left" if 0 < done < total else ""


@contextmanager
def counter(label: str) -> Iterator[Callable[[int], None]]:
    """The same where nobody knows how much there is."""
    shown = is_terminal()

    def progress(done: int) -> None:
        if shown:
            click.echo(f"\r{label} {done}", nl=False, err=True)

    yield progress
    if shown:
        click.echo("\r\x1b[K", nl=False, err=True)
