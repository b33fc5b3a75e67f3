"""Files that are sent as a version of the law: only so many, so large, so named."""

import re
from collections.abc import Sequence

from goodstanding.rules.errors import Refusal
from goodstanding.rules.governing.refusals import (
    PackFileNameUnusable,
    PackFilesMissing,
    PackTooLarge,
)

MOST_FILES = 60
MOST_KILOBYTES = 2_000
_KILOBYTE = 1024
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.ya?ml$")


def file_refusals(files: Sequence[tuple[str, int]]) -> list[Refusal]:
    """What stands against files by name and size (bytes), before any is read."""
    if not files:
        return [PackFilesMissing()]
    names = [name for name, _ in files]
    found: list[Refusal] = [
        PackFileNameUnusable(name=name)
        for place, name in enumerate(names)
        if not _NAME.match(name) or name in names[:place]
    ]
    size = sum(size for _, size in files)
    if len(files) > MOST_FILES or size > MOST_KILOBYTES * _KILOBYTE:
        found.append(PackTooLarge(files=MOST_FILES, kilobytes=MOST_KILOBYTES))
    return found
