"""Which table of a rulebook holds which section of a pack."""

from collections.abc import Iterator, Mapping
from typing import Any

from goodstanding.rules.catalogue.rulebook import Rulebook

TABLES: dict[str, str] = {
    "instruments": "instruments",
    "departments": "departments",
    "classes_in_the_register": "register_classes",
    "classes_outside": "outside_classes",
    "record_kinds": "kinds",
    "procedures": "procedures",
    "parameters": "parameters",
    "fields": "fields",
    "grounds": "grounds",
    "measures": "measures",
    "pairings": "pairings",
    "blocked_bases": "blocked_bases",
    "repairs": "repairs",
    "publication_clocks": "publication_clocks",
    "publication_classes": "publication_classes",
    "limits": "limits",
    "commitments": "commitments",
    "procedure_effects": "procedure_effects",
    "grantee_kinds": "grantee_kinds",
    "data_classes": "data_classes",
    "consent_purposes": "consent_purposes",
    "conditions": "conditions",
    "sampling_tables": "sampling_tables",
    "inspection_items": "inspection_items",
    "items": "items",
}
"""The name of the table by that of the section."""


def entries_of(rulebook: Rulebook) -> Iterator[tuple[str, Any]]:
    """Every entry of a rulebook with its section, in the order of the tables."""
    for section, table in TABLES.items():
        held = getattr(rulebook, table)
        for entry in held.values() if isinstance(held, Mapping) else held:
            yield section, entry
