"""What stands beside the register is reached in few places, and every one asks the rule of sight."""

import ast
import inspect
from pathlib import Path

from goodstanding.aside import queries

PRODUCT = Path(__file__).parents[2] / "goodstanding"
#: Answers without a reader, and why.
NO_READER = {
    "lists": "asked after the right to read every entry of every list",
    "kept_of_batch": "a number, told to who sent the batch",
    "sent_before": "compares rows with what their own department, or a list everybody sees, brought",
    "waiting_for_decision": "ids for the writer, of the sender's own department",
}
#: Who asks those queries: intake, the steps, and the pages that show an answer.
DOORS = {
    "flow/beside.py",
    "flow/entering.py",
    "web/beside.py",
    "web/views/offers.py",
    "web/views/outcomes.py",
    "web/views/upload.py",
}
#: Where the states are known: their meaning, their rule, and the one step that refuses them, but for
#: a recommendation that a department adopts by a decision of its own.
STATES = {
    "aside/rows.py",
    "flow/beside.py",
    "flow/propose.py",
    "rules/aside/ending.py",
    "rules/designation/propose.py",
    "rules/evolving/aside.py",
    "rules/exemplar/adopting.py",
    "rules/states.py",
    "rules/working_set.py",
    "web/advantage_steps.py",
}


def _sources():
    for file in sorted(PRODUCT.rglob("*.py")):
        if "migrations" not in file.parts:
            yield str(file.relative_to(PRODUCT)), file.read_text()


def _imports(text, module):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (
                alias.name
                for alias in node.names
                if node.module == module or f"{node.module}.{alias.name}" == module
            )


def test_only_the_queries_touch_the_tables():
    touching = {
        place
        for place, text in _sources()
        if any(each in text for each in ("aside_outcome", "aside_offer"))
        or (list(_imports(text, "goodstanding.aside.models")) and ".objects" in text)
    }
    assert touching == {"aside/queries.py", "aside/rows.py"}


def test_every_query_has_a_reader_and_asks_the_rule():
    public = {
        name: each
        for name, each in inspect.getmembers(queries, inspect.isfunction)
        if each.__module__ == queries.__name__ and not name.startswith("_")
    }
    without = {n for n, each in public.items() if "actor" not in inspect.signature(each).parameters}
    assert without == set(NO_READER)
    for name in set(public) - without:
        assert "in_sight(" in inspect.getsource(public[name]), name


def test_the_doors_are_these():
    found = {p for p, text in _sources() if list(_imports(text, "goodstanding.aside.queries"))}
    found |= {
        place
        for place, text in _sources()
        if "queries" in _imports(text, "goodstanding.aside.queries")
    }
    assert found == DOORS


def test_nothing_else_folds_the_states():
    found = {p for p, text in _sources() if list(_imports(text, "goodstanding.rules.aside.states"))}
    assert found == STATES
