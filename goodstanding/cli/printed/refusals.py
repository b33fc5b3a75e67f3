"""The page of refusals: every code, its status and its sentence, room by room."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

import msgspec

from goodstanding.cli.printed.markdown import code, one_line, page, table

PRODUCT = Path(__file__).resolve().parents[2]
ROOT_CLASS = "Refusal"


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A class as it stands in a file: nothing is imported, so nothing has to run."""

    name: str
    module: str
    bases: tuple[str, ...]
    sentence: str
    status: int | None


def render() -> str:
    """The page."""
    found = sorted(refusals(), key=lambda each: (each.module, each.name))
    parts = [
        "The register says no in sentences, and says every no at once. The code is the name of the "
        "class and never changes; the sentence is its docstring, the message id of the "
        "translations, with `{fields}` filled in. The status is the HTTP status of an answer that "
        "holds only this refusal; of several, a missing right (403) goes before what is not there "
        "(404), that before a step that does not fit (409), that before the rest. At the command "
        "line every refusal is exit status 1.",
        f"{len(found)} refusals.",
    ]
    written = _classes()
    for module, group in groupby(found, key=lambda each: each.module):
        rows = [(code(each.name), str(_status(each, written)), each.sentence) for each in group]
        parts += [f"## `{module}`", table(("code", "status", "sentence"), rows)]
    return page("Refusals", *parts)


def refusals() -> Iterator[Written]:
    """Every class that derives from `Refusal` and that no other class derives from."""
    written = _classes()
    every = [each for classes in written.values() for each in classes]
    derived_from = {base for each in every for base in each.bases}
    for each in every:
        if each.name not in derived_from and ROOT_CLASS in _ancestors(each, written):
            yield each


@cache
def _classes() -> Mapping[str, list[Written]]:
    """Every class of the product by its name."""
    found: dict[str, list[Written]] = {}
    for file in sorted(PRODUCT.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8"), filename=str(file)).body:
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(_written(node, file))
    return found


def _written(node: ast.ClassDef, file: Path) -> Written:
    names = [base.id for base in node.bases if isinstance(base, ast.Name)]
    dotted = [base.attr for base in node.bases if isinstance(base, ast.Attribute)]
    module = file.relative_to(PRODUCT.parent).with_suffix("").as_posix().replace("/", ".")
    return Written(
        name=node.name,
        module=module.removesuffix(".__init__"),
        bases=(*names, *dotted),
        sentence=one_line(ast.get_docstring(node)),
        status=next(_own_status(node), None),
    )


def _own_status(node: ast.ClassDef) -> Iterator[int]:
    for line in node.body:
        match line:
            case ast.Assign(targets=[ast.Name(id="status")], value=ast.Constant(value=int(found))):
                yield found
            case ast.AnnAssign(target=ast.Name(id="status"), value=ast.Constant(value=int(found))):
                yield found


def _ancestors(each: Written, written: Mapping[str, list[Written]]) -> list[str]:
    """The names of all classes it derives from, nearest first."""
    found = list(each.bases)
    for base in each.bases:
        for parent in written.get(base, []):
            found += _ancestors(parent, written)
    return found


def _status(each: Written, written: Mapping[str, list[Written]]) -> int:
    if each.status is not None:
        return each.status
    ancestors = (parent for name in _ancestors(each, written) for parent in written.get(name, []))
    return next(parent.status for parent in ancestors if parent.status is not None)
