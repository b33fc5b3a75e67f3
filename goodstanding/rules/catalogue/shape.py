"""Does an entry have the shape of its section? Every fault at once, not the first."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.inspect import CollectionType, Field, StructType, Type, UnionType, multi_type_info

from goodstanding.rules.catalogue.pack import SECTIONS
from goodstanding.rules.catalogue.problems import (
    BasisMissing,
    EffectWithoutEnd,
    FieldMissing,
    PackProblem,
    TranslationMissing,
    UnknownKey,
    ValueNotUsable,
    Wildcard,
)
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.refusals import did_you_mean

EVERYTHING = frozenset({"*", "all", "any", "every", "全部", "所有", "一切"})
ENDS = frozenset({"term", "months", "max_months"})
SHAPES = dict(zip(SECTIONS, multi_type_info(SECTIONS.values()), strict=True))


def build(entry: RawEntry) -> tuple[msgspec.Struct | None, list[PackProblem]]:
    """The entry as its type, or None with everything that keeps it from being one."""
    section = SECTIONS[entry.section]
    problems = list(_faults(entry, SHAPES[entry.section], entry.value, ""))
    if problems:
        return None, problems
    try:
        return msgspec.convert(entry.value, section), []
    except msgspec.ValidationError as error:
        return None, [ValueNotUsable(**entry.at(), detail=f"{error}.")]


def _faults(entry: RawEntry, expected: Type, value: Any, path: str) -> Iterator[PackProblem]:
    if isinstance(value, str) and value.strip().lower() in EVERYTHING:
        yield Wildcard(**entry.at(path), value=value)
    for shape in _alternatives(expected):
        if isinstance(shape, StructType) and isinstance(value, dict):
            yield from _struct_faults(entry, shape, value, path)
        elif isinstance(shape, CollectionType) and isinstance(value, list):
            for index, item in enumerate(value):
                yield from _faults(entry, shape.item_type, item, f"{path}[{index}]")


def _struct_faults(
    entry: RawEntry, shape: StructType, value: dict[Any, Any], path: str
) -> Iterator[PackProblem]:
    fields = {field.encode_name: field for field in shape.fields}
    for key in value:
        inner = f"{path}.{key}".lstrip(".")
        if key in fields:
            yield from _faults(entry, fields[key].type, value[key], inner)
        else:
            suggestion, allowed = did_you_mean(str(key), fields), ", ".join(fields)
            yield UnknownKey(**entry.at(inner), key=key, suggestion=suggestion, allowed=allowed)
    for field in fields.values():
        yield from _missing(entry, shape, field, value, path)


def _missing(
    entry: RawEntry, shape: StructType, field: Field, value: dict[Any, Any], path: str
) -> Iterator[PackProblem]:
    """A key that is not there, or there and empty, said in the words of what it is for."""
    key = field.encode_name
    given = value.get(key)
    if not field.required or (given is not None and given != [] and given != ""):
        return
    if shape.cls.__name__ == "Title":
        yield TranslationMissing(**entry.at(path), language=key)
    elif key == "citations":
        yield BasisMissing(**entry.at(path))
    elif key in ENDS:
        yield EffectWithoutEnd(**entry.at(path), key=key)
    elif given is None:
        yield FieldMissing(**entry.at(path), key=key)


def _alternatives(expected: Type) -> tuple[Type, ...]:
    inner = expected.types if isinstance(expected, UnionType) else (expected,)
    return tuple(getattr(shape, "type", shape) for shape in inner)
