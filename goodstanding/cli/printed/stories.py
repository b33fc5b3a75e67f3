"""The page on stories: how one is written, every step, every expectation, an example."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from goodstanding.cli.printed.markdown import code, one_line, page, table
from goodstanding.cli.stories.expect import EXPECTATIONS
from goodstanding.cli.stories.stage import Stage
from goodstanding.cli.stories.steps import BASES, DEFAULTS, ENTERS, RENAMED, STEPS
from goodstanding.cli.stories.story import KEYS

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "tests" / "stories" / "the_register_lives.yaml"
#: The example is shown up to the line that begins its third part.
EXAMPLE_ENDS = "  # 3."
#: What the stage fills in for every record entered by a form.
FILLED_IN = ("name", "basis", "authority", "authority_code", "fine")

FILE = """\
A story is a YAML file: people of departments do steps at stated moments, and expectations are asked.
It is played on an empty register of its own, thrown away afterwards:

```
goodstanding story tests/stories/the_register_lives.yaml
```

The exit status is 0 only if every expectation holds; otherwise each that does not is told with its
line, what was expected and what was found. A step that is refused ends the story, because what
follows would rest on it."""

KEYS_TOLD = {
    "title": "what the story shows, in a sentence",
    "rulebook": "a pack of `rulebook/packs/`, or a list of packs; `dongguan-2018` if left out",
    "calendars": "the years whose official calendar is loaded; all there are, if left out",
    "organisations": "a label for each, with its `code` and `name`: invented ones only",
    "steps": "steps and expectations, in order",
}

LINES = """\
A step has `do`, `by`, usually `of`, and `with` for its arguments; `as` gives a label to what it opens.
An expectation has `expect` in place of `do`, what it asks about, and the values it expects; of a
value it does not name, nothing is expected.

- `at` is a moment in Asia/Shanghai (`2018-03-01T10:00`, or a day, meaning its noon). A line without
  `at` comes one second after the line above it; a story never goes back in time.
- `by` is a department's officer (`human-resources`, which is `human-resources/officer`), its reviewer
  (`human-resources/reviewer`), another one (`human-resources/officer-2`), an organisation's label
  (its representative), `label/desk` (somebody of the institution that organisation is), or `auditor`.
- `of` is a label. `case.tender-exclusion.public-resources-trading` is the task of a department under a
  case: measure, then department; `….apply.1` is one task of it. `file/7` is the record of row 7.
- `on` in an expectation is the legal day asked about (the day of the line if left out), `known_at`
  a moment or an `@position`: as the register stood then.
- `on`, `off`, `yes` and `no` are words here; only `true` and `false` are true and false."""


def render() -> str:
    """The page."""
    keys = [(code(key), KEYS_TOLD[key]) for key in sorted(KEYS, key=list(KEYS_TOLD).index)]
    return page(
        "How to write a story",
        FILE,
        "## The file",
        table(("key", "holds"), keys),
        "## Its lines",
        LINES,
        "## Steps",
        "Arguments marked `*` are needed. Where *if left out* names a value, the story fills it in "
        "so that it need not say what is always the same; *invented* means a value made up for the "
        "department that acts.",
        *_receive(),
        *[part for name in STEPS for part in _step(name)],
        "## Expectations",
        table(("expect", "answers"), [(code(n), _told(f)) for n, f in EXPECTATIONS.items()]),
        "## Example",
        "The beginning of `tests/stories/the_register_lives.yaml`:",
        f"```yaml\n{_example()}\n```",
    )


def _receive() -> list[str]:
    rows = [
        (code("file") + " *", "a file beside the story", ""),
        (code("kind"), "a kind of record", code("penalty")),
        (code("department"), "whose records they are", "the department that acts"),
    ]
    return [
        "### `receive`",
        one_line(Stage._receive.__doc__),
        table(("argument", "type", "if left out"), rows),
    ]


def _step(name: str) -> list[str]:
    step = STEPS[name]
    taken = inspect.signature(step.run).parameters.values()
    rows = [_argument(name, each) for each in taken if each.name not in ("call", step.of)]
    shown = table(("argument", "type", "if left out"), rows)
    return [
        f"### {code(name)}",
        f"{_told(step.run)} `of` is the {step.of}.",
        *([shown] if rows else ["It takes no arguments."]),
    ]


def _argument(step: str, each: inspect.Parameter) -> tuple[str, str, str]:
    written = {inner: outer for outer, inner in RENAMED.get(step, {}).items()}
    filled = _filled(step, each)
    name = code(written.get(each.name, each.name)) + ("" if filled else " *")
    return name, code(_type(each.annotation)), filled


def _filled(step: str, each: inspect.Parameter) -> str:
    if each.name in DEFAULTS.get(step, {}):
        return code(DEFAULTS[step][each.name])
    if (
        step in ENTERS
        and each.name in FILLED_IN
        and (each.name != "fine" or step == "enter_penalty")
    ):
        known = {
            "name": "as in `organisations`",
            "basis": code(BASES.get(step, "")),
            "fine": code(1),
        }
        return known.get(each.name, "invented")
    if each.default is inspect.Parameter.empty:
        return ""
    return "nothing" if each.default in (None, "") else code(each.default)


def _type(annotation: Any) -> str:
    return (
        annotation.__name__
        if isinstance(annotation, type)
        else str(annotation).replace("datetime.date", "date").replace("decimal.Decimal", "Decimal")
    )


def _told(function: Callable[..., Any]) -> str:
    return one_line(function.__doc__)


def _example() -> str:
    text = EXAMPLE.read_text(encoding="utf-8")
    return text[: text.index(EXAMPLE_ENDS)].rstrip()
