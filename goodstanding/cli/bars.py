"""A bar on standard error that moves while something long is done, where a person watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from goodstanding.cli.telling import is_terminal

Progress = Callable[[int, int], None]
WIDTH = 32


@contextmanager
def bar(label: str) -> Iterator[Progress]:
    """Call what this gives with how much is done and how much there is."""
    shown = is_terminal()

    def progress(done: int, total: int) -> None:
        if shown:
            filled = WIDTH * done // max(total, 1)
            drawn = "#" * filled + "-" * (WIDTH - filled)
            click.echo(f"\r{label} [{drawn}] {done}/{total}", nl=False, err=True)

    yield progress
    if shown:
        click.echo("\r\x1b[K", nl=False, err=True)


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
