"""YAML as plain values and as nodes that know their line: safe, bounded, no key twice."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

MOST_VALUES = 200_000
"""A file that unfolds to more values is no pack, but a trap of anchors."""

_LAST_STEP = re.compile(r"(?:^|\.)[^.\[\]]+$|\[\d+\]$")


class Repeated(yaml.YAMLError):
    """A mapping names one key twice."""

    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key, self.line = key, line


class Unbounded(yaml.YAMLError):
    """An anchor contains itself, or anchors unfold beyond measure."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class _Loader(yaml.SafeLoader):
    """Safe YAML that refuses a repeated key, which YAML itself lets hide the first.

    A value that looks like a date or a number and is none is told with its line.
    """

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except (ValueError, AttributeError, LookupError, TypeError) as error:
            words = (
                str(error) if isinstance(error, ValueError) else "the value does not fit its tag"
            )
            raise yaml.constructor.ConstructorError(
                problem=words.splitlines()[0], problem_mark=node.start_mark
            ) from error

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [str(key.value) for key, _ in node.value]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                raise Repeated(key, line_of(node.value[index][0]))
        return super().construct_mapping(node, deep=deep)


def load(data: bytes) -> tuple[Any, yaml.Node | None]:
    """The content of a file and its node; an empty file is an empty mapping without a node.

    Raises `yaml.YAMLError` (also `Repeated`, `Unbounded`), `UnicodeDecodeError`, `ValueError`,
    `RecursionError`.
    """
    loader = _Loader(data.decode("utf-8-sig"))
    root = loader.get_single_node()
    if root is None:
        return {}, None
    _measure(root, {}, set())
    return loader.construct_document(root), root


def line_of(node: yaml.Node) -> int:
    """The line a node begins on, counted from 1."""
    return int(node.start_mark.line) + 1


def marks(node: yaml.Node, path: str = "") -> Iterator[tuple[str, int]]:
    """The line of each value below a node, by its path: `term.months`, `citations[0].article`."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = f"{path}.{key.value}".lstrip(".")
            yield inner, line_of(key)
            yield from marks(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield f"{path}[{index}]", line_of(item)
            yield from marks(item, f"{path}[{index}]")


def above(path: str) -> str:
    """The path one step up."""
    return _LAST_STEP.sub("", path)


def _measure(node: yaml.Node, known: dict[int, int], within: set[int]) -> int:
    """How many values a node unfolds to; an alias counts each time it is used."""
    if id(node) in within:
        raise Unbounded(line_of(node))
    if id(node) not in known:
        inner = within | {id(node)}
        known[id(node)] = 1 + sum(_measure(each, known, inner) for each in _below(node))
    if known[id(node)] > MOST_VALUES:
        raise Unbounded(line_of(node))
    return known[id(node)]


def _below(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []
