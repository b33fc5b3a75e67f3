"""Which kinds of rows are taken: records the rulebook holds, and what registering bodies state."""

from goodstanding.rules.aside.entering import LIST_TERM
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.official_columns import COLUMNS, OFFERED_LIST
from goodstanding.rules.registration import KIND


def kinds_taken(rulebook: Rulebook) -> list[str]:
    """The kinds that files bring, sorted; base registration where the rulebook says who sends it, and
    offered lists where it says for how long they are shown."""
    found = set(COLUMNS) & set(rulebook.kinds)
    if any(each.registers for each in rulebook.departments.values()):
        found.add(KIND)
    if LIST_TERM in rulebook.parameters:
        found.add(OFFERED_LIST)
    return sorted(found)
