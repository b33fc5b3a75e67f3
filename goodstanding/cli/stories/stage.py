"""The stage a story plays on: what its labels stand for, and the law it starts with."""

from datetime import datetime
from typing import Any

from goodstanding.cli.stories.cast import actor
from goodstanding.cli.stories.steps import (
    BASES,
    DEFAULTS,
    ENTERS,
    RENAMED,
    STEPS,
    authority,
    plain,
)
from goodstanding.cli.stories.story import Line, Story, StoryUnreadable
from goodstanding.flow.bench import Call
from goodstanding.flow.receive import BatchReport, receive
from goodstanding.rules.errors import refuse


class Stage:
    """Labels given so far; resolves the labels of a line and takes its step."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.ids: dict[str, str] = {
            label: each["code"] for label, each in story.organisations.items()
        }
        self.batches: dict[str, BatchReport] = {}

    def id_of(self, label: str) -> str:
        """The id a label stands for; ``case.measure.department`` names a task under a case."""
        head, dot, rest = label.partition(".")
        if head not in self.ids:
            refuse(StoryUnreadable(place=label, problem="is no label of this story"))
        return f"{self.ids[head]}{dot}{rest}"

    def take(self, line: Line, *, at: datetime) -> None:
        """Take the step of a line at a moment; its label, if any, names what it opened."""
        name = str(line.need("do"))
        call = Call(actor=actor(str(line.need("by")), self.story), at=at)
        if name == "receive":
            self._receive(line, call)
            return
        if name not in STEPS:
            refuse(StoryUnreadable(place=f"line {line.number}", problem=f"no step {name}"))
        opened = STEPS[name].run(call, **self._arguments(name, line, call))
        if label := line.get("as"):
            self.ids[str(label)] = str(opened)

    def _receive(self, line: Line, call: Call) -> None:
        """Load a file that lies beside the story; ``label/7`` names the record of its row 7."""
        given = line.get("with") or {}
        report = receive(
            call,
            kind=str(given.get("kind", "penalty")),
            department=str(given.get("department", call.actor.department)),
            source=self.story.folder / str(given["file"]),
            first_import=bool(given.get("first_import", False)),
        )
        label = str(line.get("as", "batch"))
        self.batches[label] = report
        rows = (row.row for row in report.judged.accepted)
        self.ids.update(
            (f"{label}/{row}", id) for row, id in zip(rows, report.records, strict=True)
        )

    def _arguments(self, name: str, line: Line, call: Call) -> dict[str, Any]:
        given = {
            RENAMED.get(name, {}).get(key, key): self._value(value)
            for key, value in (line.get("with") or {}).items()
        }
        of = STEPS[name].of
        own = {of: self.id_of(str(line.need("of")))} if of else {}
        return {**DEFAULTS.get(name, {}), **self._entry(name, line, call), **given, **own}

    def _entry(self, name: str, line: Line, call: Call) -> dict[str, Any]:
        """What every record of a story has without saying so."""
        if name not in ENTERS:
            return {}
        organisation = self.story.organisations[str(line.need("of"))]
        return {
            "name": organisation["name"],
            **({"basis": BASES[name]} if name in BASES else {}),
            **({"fine": 1} if name == "enter_penalty" else {}),
            **authority(call.actor.department),
        }

    def _value(self, value: Any) -> Any:
        if isinstance(value, list):
            return tuple(self._value(each) for each in value)
        if isinstance(value, dict):
            return {key: self._value(each) for key, each in value.items()}
        if isinstance(value, str) and value in self.ids:
            return self.ids[value]
        return plain(value)
