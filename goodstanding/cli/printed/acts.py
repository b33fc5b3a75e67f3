"""The page of acts: every kind and version, its fields, and what it means."""

import sys
from collections.abc import Sequence
from itertools import groupby
from typing import get_args

import msgspec

from goodstanding.cli.printed.markdown import code, one_line, page, table
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Act, Header
from goodstanding.rules.acts.record import RecordCorrectedV1
from goodstanding.rules.acts.values import Basis, Deadline, MeasureLine
from goodstanding.rules.codec import LIFTS

#: Folded by a meaning of their own, because the next version says what they left open.
NO_LONGER_WRITTEN = (RecordCorrectedV1,)


def render() -> str:
    """The page."""
    kinds: Sequence[type[msgspec.Struct]] = get_args(Effect)
    parts = [
        "An act has a header, an *effect* and *content*. The effect is typed, is all that may "
        "change what the register answers, and is never deleted; the content (narrative, names, "
        "documents) lies apart and can be destroyed without breaking the chain of hashes. Values "
        "are resolved when the act is decided: a last day, a due date, a measure is written down, "
        "not looked up later.",
        f"{len(kinds) - len(NO_LONGER_WRITTEN)} kinds are written;"
        f" {len(LIFTS) + len(NO_LONGER_WRITTEN)} older versions are still read.",
    ]
    for module, group in groupby(kinds, key=lambda kind: kind.__module__):
        parts.append(f"## {_first(sys.modules[module].__doc__)}")
        parts += [part for kind in group for part in _kind(kind)]
    parts.append("## The envelope and the values inside")
    parts += [part for kind in (Act, Header, Basis, Deadline, MeasureLine) for part in _kind(kind)]
    return page("Acts", *parts)


def _kind(kind: type[msgspec.Struct]) -> list[str]:
    tag = kind.__struct_config__.tag
    rows = [
        (code(field.name), code(_type(field.type)), _default(field))
        for field in msgspec.structs.fields(kind)
    ]
    return [
        f"### {code(tag or kind.__name__)}",
        one_line(kind.__doc__),
        table(("field", "type", "if left out"), rows),
    ]


def _type(found: object) -> str:
    """A type as a reader writes it, without the modules it comes from."""
    if found is Effect:
        return "one of the kinds above"
    text = found.__name__ if isinstance(found, type) and not get_args(found) else str(found)
    names = {each.__name__: each for each in (Basis, Deadline, MeasureLine, Header)}
    for name, each in names.items():
        text = text.replace(f"{each.__module__}.{name}", name)
    return text.replace("datetime.date", "date")


def _default(field: msgspec.structs.FieldInfo) -> str:
    return "" if field.default is msgspec.NODEFAULT else code(repr(field.default))


def _first(docstring: str | None) -> str:
    return one_line(docstring).rstrip(".").split(":")[0]
