"""The tracked files and their syntax trees, read once for all the checks of this folder."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "goodstanding"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked() -> tuple[Path, ...]:
    """Every file in version control that is still there."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(file for file in files if file.is_file())


def python(*, migrations: bool = False) -> Iterator[Path]:
    """The tracked Python files, migrations only if asked for."""
    for file in tracked():
        if file.suffix == ".py" and (migrations or "migrations" not in file.parts):
            yield file


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text(), filename=str(file))


def functions(file: Path) -> Iterator[Function]:
    """Every function and method of a file."""
    for node in ast.walk(tree(file)):
        if isinstance(node, Function):
            yield node


def within(file: Path, *rooms: str) -> bool:
    """True if a file lies in one of these rooms of the product."""
    return any(file.is_relative_to(PRODUCT / room) for room in rooms)


def at(file: Path, node: ast.AST) -> str:
    """Where something stands, as an editor opens it."""
    return f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"
