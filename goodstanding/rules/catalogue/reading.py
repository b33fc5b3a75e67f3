"""The bytes of a pack as plain values that remember their line."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import yaml

from goodstanding.rules.catalogue.marked_yaml import (
    MOST_VALUES,
    Repeated,
    Unbounded,
    above,
    line_of,
    load,
    marks,
)
from goodstanding.rules.catalogue.pack import SECTIONS
from goodstanding.rules.catalogue.problems import (
    AliasesUnbounded,
    DuplicateKey,
    NotYaml,
    PackProblem,
    UnknownKey,
)
from goodstanding.rules.catalogue.refusals import did_you_mean


class RawEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as written. `name` is how a problem names it, for instance its id."""

    section: str
    file: str
    line: int
    name: str
    value: Any

    marks: Mapping[str, int] = {}

    def at(self, path: str = "") -> dict[str, Any]:
        """Where it stands, for the author: file, line, and the place in words.

        `path`: the value inside the entry; where it is not written, the next above it counts.
        """
        where = f"{self.section} {self.name}".rstrip() + (f", {path}" if path else "")
        line = self._line(path)
        return {
            "file": self.file,
            "line": line,
            "place": f"line {line}, {where}" if line else where,
        }

    def _line(self, path: str) -> int:
        while path and path not in self.marks:
            path = above(path)
        return self.marks.get(path, self.line)


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
        content, root = load(data)
    except Repeated as error:
        return [DuplicateKey(**_at(name, error.line), key=error.key)]
    except Unbounded as error:
        return [AliasesUnbounded(**_at(name, error.line), most=MOST_VALUES)]
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        return [NotYaml(**_at(name, _line_of(error)), detail=_first_line(error))]
    if not isinstance(content, dict):
        return [NotYaml(**_at(name, 1), detail="the file is no mapping of sections.")]
    pairs = root.value if root is not None else ()
    return [
        found
        for (section, value), (key, node) in zip(content.items(), pairs, strict=True)
        for found in _section(name, section, value, line_of(key), node)
    ]


def _section(
    file: str, section: Any, value: Any, line: int, node: yaml.Node
) -> Iterator[RawEntry | PackProblem]:
    if section not in SECTIONS:
        suggestion, allowed = did_you_mean(str(section), SECTIONS), ", ".join(SECTIONS)
        yield UnknownKey(**_at(file, line), key=section, suggestion=suggestion, allowed=allowed)
    elif section == "pack":
        yield RawEntry(
            section="pack", file=file, line=line, name="", value=value, marks=dict(marks(node))
        )
    elif not isinstance(value, list):
        yield NotYaml(**_at(file, line), detail=f"{section} is no list.")
    else:
        for index, (item, inner) in enumerate(zip(value, node.value, strict=True)):
            yield RawEntry(
                section=section,
                file=file,
                line=line_of(inner),
                name=_name(item, index),
                value=item,
                marks=dict(marks(inner)),
            )


def _at(file: str, line: int) -> dict[str, Any]:
    return {"file": file, "line": line, "place": f"line {line}"}


def _name(item: Any, index: int) -> str:
    if not isinstance(item, dict):
        return f"[{index}]"
    if "ground" in item and "measure" in item:
        return f"{item['ground']} with {item['measure']}"
    return str(item.get("id", f"[{index}]"))


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark is not None else 1


def _first_line(error: Exception) -> str:
    words = getattr(error, "problem", None) or str(error)
    return str(words).splitlines()[0] + "." if words else "unreadable."
