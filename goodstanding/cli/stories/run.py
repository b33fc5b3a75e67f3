"""Playing a story: steps in order of their moments, expectations where they stand."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from goodstanding.cli.stories.expect import mismatches
from goodstanding.cli.stories.stage import Stage
from goodstanding.cli.stories.story import Line, Story, StoryUnreadable, moment
from goodstanding.files.packs import read_pack
from goodstanding.flow.bench import Call
from goodstanding.flow.govern import activate_rulebook, load_calendar
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.errors import Refused, refuse

#: Before anything a story can tell: the law is there from the start.
BEGINNING = datetime(2010, 1, 1, tzinfo=UTC)
LEGISLATOR = Actor(
    id="o-credit-office-legislator",
    department="credit-office",
    roles=frozenset({Role.CREDIT_OFFICE}),
)


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """How a story went: its steps and expectations counted, and what did not hold."""

    title: str
    steps: int
    expectations: int
    failures: tuple[str, ...]


def play(story: Story, *, rulebook: Path) -> Played:
    """Play a story on the empty register this process is connected to.

    Args:
        rulebook: the folder with ``packs/`` and ``calendars/``.
    """
    _legislate(story, rulebook)
    stage, at, failures, asked = Stage(story), BEGINNING, list[str](), 0
    for line in _in_order(story):
        at = moment(line.values["at"]) if "at" in line.values else at + timedelta(seconds=1)
        if line.is_step and (refused := _step(stage, line, at)):
            failures += [*refused, "what follows rests on this step and was not asked"]
            break
        if not line.is_step:
            asked += 1
            failures += mismatches(stage, line, at)
    steps = sum(line.is_step for line in story.lines)
    return Played(title=story.title, steps=steps, expectations=asked, failures=tuple(failures))


def _step(stage: Stage, line: Line, at: datetime) -> list[str]:
    try:
        stage.take(line, at=at)
    except Refused as refused:
        return [f"line {line.number}: refused: {refusal}" for refusal in refused.refusals]
    return []


def _in_order(story: Story) -> tuple[Line, ...]:
    """The lines as written; a step earlier than the one above it is a mistake in the story."""
    last = BEGINNING
    for line in story.lines:
        if "at" not in line.values:
            continue
        at = moment(line.values["at"])
        if at < last:
            refuse(StoryUnreadable(place=f"line {line.number}", problem="goes back in time"))
        last = at
    return story.lines


def _legislate(story: Story, rulebook: Path) -> None:
    """The rulebooks and calendars of the story, in force before its first step."""
    call = Call(actor=LEGISLATOR, at=BEGINNING)
    load_calendar(call, years=calendar_files(rulebook / "calendars", story.calendars))
    for pack in story.rulebooks:
        folder = rulebook / "packs" / pack
        if not folder.is_dir():
            refuse(StoryUnreadable(place="rulebook", problem=f"there is no pack {pack}"))
        activate_rulebook(call, files=read_pack(folder))


def calendar_files(folder: Path, years: tuple[int, ...] = ()) -> Mapping[str, bytes]:
    """The official calendars of some years, or of all."""
    found = sorted(folder.glob("*.yaml"))
    return {p.name: p.read_bytes() for p in found if not years or int(p.stem) in years}
