"""A group of commands that are read only when called: most calls need one, and some no Django."""

import importlib
import os
from collections.abc import Callable, Mapping
from typing import NamedTuple

import click
import django
from django.apps import apps
from django.utils import translation


class Entry(NamedTuple):
    """Where a command is written, one line about it, and whether it needs Django."""

    module: str
    about: str
    django: bool = True


class LazyGroup(click.Group):
    """Commands by name, from a table; a module names its command ``command``."""

    def __init__(self, *, table: Mapping[str, Entry], callback: Callable[..., object]) -> None:
        super().__init__("goodstanding", callback=callback, help=callback.__doc__)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; Django is set up first where it is needed."""
        entry = self.table.get(cmd_name)
        if entry is None:
            return None
        language = reader_language(os.environ)
        if entry.django or language != "en":
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
            if not apps.ready:
                django.setup()
            translation.activate(language)
        found = importlib.import_module(entry.module)
        command: click.Command = found.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without reading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.about) for name, entry in self.table.items()])


def reader_language(environ: Mapping[str, str]) -> str:
    """``zh-hans`` or ``en``: GOODSTANDING_LANGUAGE, else as the terminal is set."""
    names = ("GOODSTANDING_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next((environ[name] for name in names if environ.get(name)), "")
    return "zh-hans" if said.lower().startswith("zh") else "en"
