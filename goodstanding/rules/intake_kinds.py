"""Which kinds of rows are taken: records the rulebook holds, and what registering bodies state."""

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.official_columns import COLUMNS
from goodstanding.rules.registration import KIND


def kinds_taken(rulebook: Rulebook) -> list[str]:
    """The kinds that files bring, sorted; base registration where the rulebook says who sends it."""
    found = set(COLUMNS) & set(rulebook.kinds)
    if any(each.registers for each in rulebook.departments.values()):
        found.add(KIND)
    return sorted(found)
