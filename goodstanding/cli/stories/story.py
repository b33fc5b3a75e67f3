"""A story as read from its file: organisations, steps and expectations in order."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import yaml

from goodstanding.cli.stories import plain_yaml
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.periods import SHANGHAI

KEYS = {"title", "rulebook", "organisations", "steps", "calendars"}


class StoryUnreadable(Refusal):
    """{place}: {problem}"""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a story: a step (``do``) or an expectation (``expect``), with all its keys."""

    number: int
    values: dict[str, Any]

    @property
    def is_step(self) -> bool:
        """True if the line does something; an expectation only asks."""
        return "do" in self.values and "expect" not in self.values

    def get(self, key: str, otherwise: Any = None) -> Any:
        """The value of a key."""
        return self.values.get(key, otherwise)

    def need(self, key: str) -> Any:
        """The value of a key the line cannot do without."""
        if key not in self.values:
            refuse(StoryUnreadable(place=f"line {self.number}", problem=f"needs `{key}`"))
        return self.values[key]


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A whole story; ``calendars`` limits the years whose calendar is loaded (all if empty).

    ``folder``: where the story lies, and the files its steps load beside it.
    """

    title: str
    rulebooks: tuple[str, ...]
    organisations: dict[str, dict[str, str]]
    lines: tuple[Line, ...]
    folder: Path
    calendars: tuple[int, ...] = ()


def read(path: Path) -> Story:
    """The story in a file; refuses with place and problem what cannot be read."""
    try:
        raw = plain_yaml.load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as problem:
        refuse(StoryUnreadable(place=path.name, problem=str(problem).splitlines()[0]))
    if not isinstance(raw, dict) or "steps" not in raw:
        refuse(StoryUnreadable(place=path.name, problem="needs `title`, `rulebook`, `steps`"))
    if unknown := sorted(set(raw) - KEYS):
        refuse(StoryUnreadable(place=path.name, problem=f"does not know {', '.join(unknown)}"))
    rulebook = raw.get("rulebook", "dongguan-2018")
    return Story(
        title=str(raw.get("title", path.stem)),
        rulebooks=tuple(rulebook) if isinstance(rulebook, list) else (str(rulebook),),
        organisations=raw.get("organisations") or {},
        lines=tuple(Line(number=n, values=each) for n, each in enumerate(raw["steps"], start=1)),
        folder=path.parent,
        calendars=tuple(raw.get("calendars") or ()),
    )


def moment(value: Any) -> datetime:
    """A moment as written in a story: Asia/Shanghai; a bare day means its noon."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=SHANGHAI)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, 12, tzinfo=SHANGHAI)
    refuse(StoryUnreadable(place=str(value), problem="is no moment, for example 2018-03-01T10:00"))
