"""What no reviewer should have to say twice."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .source import PRODUCT, ROOT, Function, at, functions, python, tracked, tree, within

NAMELESS = {"utils", "helpers", "common", "libraries", "misc", "lib", "tools"}
#: Assembled, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX")) + r")\b")
UNFINISHED_CALLS = re.compile(
    "raise NotImplemented" + "Error|pytest\\.(skip|xfail)|mark\\.(skip|xfail)"
)
HOSTS = re.compile(r"(pypi|pythonhosted|npmjs|registry|deb\.debian|debian\.org)\." + r"(org|com)\b")
PATHS = re.compile(r"/(work|root|home)/[a-z.]")
CLOCKS = {"now", "today", "utcnow", "time", "monotonic"}


def test_every_file_has_a_name_that_means_something():
    found = [
        str(file.relative_to(ROOT))
        for file in python(migrations=True)
        if NAMELESS & {part.removesuffix(".py") for part in file.relative_to(ROOT).parts}
    ]
    assert found == []


def test_nothing_of_our_own_is_imported_inside_a_function():
    found = [
        at(file, statement)
        for file in python()
        if within(file, "")
        for node in functions(file)
        for statement in ast.walk(node)
        if isinstance(statement, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_nothing_is_imported_by_star():
    found = [
        at(file, node)
        for file in python()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names)
    ]
    assert found == []


def test_the_law_and_the_story_read_no_clock():
    found = [
        at(file, node)
        for file in python()
        if within(file, "rules", "flow", "register")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time", "timezone"}
    ]
    assert found == []


def test_every_public_function_of_the_law_and_the_story_states_its_rule():
    found = [
        f"{at(file, node)} {node.name}"
        for file in python()
        if within(file, "rules", "flow")
        for node in _public(file)
        if not ast.get_docstring(node)
    ]
    assert found == []


def test_every_file_of_the_product_says_what_it_is_for():
    found = [
        str(file.relative_to(ROOT))
        for file in python()
        if file.is_relative_to(PRODUCT) and not ast.get_docstring(tree(file))
    ]
    assert found == []


def test_nothing_is_left_open():
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in tracked()
        if file.suffix in {".py", ".html", ".toml", ".yaml", ".md"}
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if UNFINISHED.search(line) or (file.suffix == ".py" and UNFINISHED_CALLS.search(line))
    ]
    assert found == []


def test_no_machine_and_no_registry_is_named():
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for file in tracked()
        if file.suffix not in {".po", ".png", ".ico", ".xlsx", ".woff2"} and file.name != "LICENSE"
        for number, line in enumerate(_lines(file), start=1)
        if HOSTS.search(line) or PATHS.search(line)
    ]
    assert found == []


def _public(file: Path) -> Iterator[Function]:
    """Functions of the module and methods of its public classes that others may call."""
    for node in tree(file).body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from (
                inner
                for inner in node.body
                if isinstance(inner, Function) and not inner.name.startswith("_")
            )


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text().splitlines()
    except UnicodeDecodeError:
        return []
