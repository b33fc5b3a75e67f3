"""The page of rights: who may do what, how far, and where four eyes are needed."""

from goodstanding.cli.printed.markdown import code, page, table
from goodstanding.rules.actors import Role
from goodstanding.rules.rights import OTHER_THAN, RIGHTS, Right, Where

REACH = {
    Where.ANYWHERE: "yes",
    Where.OWN_DEPARTMENT: "own department",
    Where.OWN_ORGANISATION: "own organisation",
    Where.OWN_RECEIPTS: "what was told to them",
}


def render() -> str:
    """The page."""
    rights = [(code(action), *(_cell(RIGHTS[action], role) for role in Role)) for action in RIGHTS]
    eyes = [(code(action), code(step)) for action, step in OTHER_THAN.items()]
    return page(
        "Rights",
        "One table says who may do what (`goodstanding/rules/rights.py`); every page, route and "
        "step asks it through `goodstanding/rules/policy.py`. An empty cell is a refusal. *Own "
        "department*: the department that owns the record, case, task or objection. A client of "
        "the API needs the scope named; an organisation's agent with a limited power needs the "
        "power named, its representative without limit needs none.",
        table(("action", *(role.value for role in Role)), rights),
        "## Four eyes",
        "These actions need another person than the one who took the step named beside them.",
        table(("action", "by another person than who did"), eyes),
        "Nobody at the command line is a second person: it has no step that needs one.",
    )


def _cell(rights: tuple[Right, ...], role: Role) -> str:
    return "; ".join(_reach(right) for right in rights if right.role is role)


def _reach(right: Right) -> str:
    needs = [f"scope {code(right.scope.value)}"] if right.scope else []
    needs += [f"power {code(right.power.value)}"] if right.power else []
    return ", ".join([REACH[right.where], *needs])
