"""The bytes of a pack as plain values that remember their line."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import yaml

from goodstanding.rules.catalogue.pack import SECTIONS
from goodstanding.rules.catalogue.problems import DuplicateKey, NotYaml, PackProblem, UnknownKey
from goodstanding.rules.catalogue.refusals import did_you_mean


class RawEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as written. `name` is how a problem names it, for instance its id."""

    section: str
    file: str
    line: int
    name: str
    value: Any

    @property
    def place(self) -> str:
        """Where it stands, for the author: line, section and name."""
        return f"line {self.line}, {self.section} {self.name}"


class _Repeated(yaml.YAMLError):
    """A mapping names one key twice."""

    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key, self.line = key, line


class _Loader(yaml.SafeLoader):
    """Safe YAML that refuses a repeated key, which YAML itself lets hide the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [str(key.value) for key, _ in node.value]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                raise _Repeated(key, node.value[index][0].start_mark.line + 1)
        return super().construct_mapping(node, deep=deep)


def read(files: Mapping[str, bytes]) -> tuple[list[RawEntry], list[PackProblem]]:
    """Every entry of every file of a pack, and the problems of the files themselves.

    `files`: bytes by name relative to the pack's folder; read in the order of their names.
    """
    entries: list[RawEntry] = []
    problems: list[PackProblem] = []
    for name in sorted(files):
        found = _read_file(name, files[name])
        entries += [item for item in found if isinstance(item, RawEntry)]
        problems += [item for item in found if isinstance(item, PackProblem)]
    return entries, problems


def _read_file(name: str, data: bytes) -> list[RawEntry | PackProblem]:
    try:
        loader = _Loader(data.decode("utf-8-sig"))
        root = loader.get_single_node()
        content = loader.construct_document(root) if root is not None else {}
    except _Repeated as error:
        return [DuplicateKey(file=name, place=f"line {error.line}", key=error.key)]
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        return [NotYaml(file=name, place=_line_of(error), detail=_first_line(error))]
    if not isinstance(content, dict):
        return [NotYaml(file=name, place="line 1", detail="the file is no mapping of sections.")]
    return list(_entries(name, content, root))


def _entries(file: str, content: dict[Any, Any], root: Any) -> Iterator[RawEntry | PackProblem]:
    for (section, value), (key_node, value_node) in zip(
        content.items(), root.value if root is not None else (), strict=True
    ):
        line = key_node.start_mark.line + 1
        if section not in SECTIONS:
            suggestion, allowed = did_you_mean(str(section), SECTIONS), ", ".join(SECTIONS)
            yield UnknownKey(
                file=file, place=f"line {line}", key=section, suggestion=suggestion, allowed=allowed
            )
        elif section == "pack":
            yield RawEntry(section="pack", file=file, line=line, name="", value=value)
        elif not isinstance(value, list):
            yield NotYaml(file=file, place=f"line {line}", detail=f"{section} is no list.")
        else:
            for index, (item, node) in enumerate(zip(value, value_node.value, strict=True)):
                at = node.start_mark.line + 1
                name = _name(item, index)
                yield RawEntry(section=section, file=file, line=at, name=name, value=item)


def _name(item: Any, index: int) -> str:
    if not isinstance(item, dict):
        return f"[{index}]"
    if "ground" in item and "measure" in item:
        return f"{item['ground']} with {item['measure']}"
    return str(item.get("id", f"[{index}]"))


def _line_of(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark is not None else "line 1"


def _first_line(error: Exception) -> str:
    words = getattr(error, "problem", None) or str(error)
    return str(words).splitlines()[0] + "." if words else "unreadable."
