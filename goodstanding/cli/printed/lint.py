"""The page of the lint: every rule a pack is checked by, with the cure."""

from goodstanding.cli.printed.markdown import code, one_line, page, table
from goodstanding.rules.catalogue.problems import PackProblem


def render() -> str:
    """The page."""
    found = sorted(PackProblem.__subclasses__(), key=lambda each: each.__name__)
    rows = [(code(each.__name__), one_line(each.__doc__), one_line(each.cure)) for each in found]
    return page(
        "Lint of a pack",
        "`goodstanding rulebook lint PACK` names each problem by its code, with file and line. A "
        "version with any of them is never put in force, nor approved. The code never changes; "
        "the sentence is the class's docstring, with `{fields}` filled in.",
        f"{len(rows)} codes.",
        table(("code", "what is wrong", "what to do"), rows),
    )
