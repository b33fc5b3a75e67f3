"""Tables and headings of a printed page."""

from collections.abc import Iterable, Sequence
from inspect import cleandoc

NOTICE = "<!-- Printed from the code by `python -m goodstanding.cli.pages`: change the code. -->"


def page(title: str, *parts: str) -> str:
    """A whole page: its notice, its title, its parts with a blank line between them."""
    return "\n\n".join((NOTICE, f"# {title}", *parts)) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a cell may hold any text."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def code(text: object) -> str:
    """A word as code; nothing for an empty one."""
    return f"`{text}`" if str(text) else ""


def one_line(docstring: str | None) -> str:
    """A docstring as one line."""
    return " ".join(cleandoc(docstring or "").split())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
