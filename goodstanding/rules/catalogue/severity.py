"""Which class of severity a decision belongs to, by the catalogue of a day."""

from datetime import date

from goodstanding.rules.catalogue.publication_rules import PublicationClass, Severity
from goodstanding.rules.catalogue.rulebook import Rulebook


def severity_of(
    rulebook: Rulebook,
    kind: str,
    on: date,
    *,
    categories: tuple[str, ...] = (),
    simple: bool = False,
    stated: Severity | None = None,
) -> Severity | None:
    """What is minor by its kind or procedure is minor whatever is stated; then what is stated holds.

    Where nothing is stated the kinds of penalty tell; what none of them makes serious is general:
    the shorter term, until the department says otherwise. None: no classes hold on the day.

    Args:
        kind: id of the kind of record.
        on: the day whose rules are asked.
        categories: kinds of penalty of the decision, as the official format names them.
        simple: it was made by the simple procedure.
        stated: the class that the department that decided gives.
    """
    rules = [
        rule
        for rule in rulebook.publication_classes.values()
        if rule.record == kind and rule.in_force.holds_on(on)
    ]
    if not rules:
        return None
    found = {rule.severity for rule in rules if _matches(rule, frozenset(categories), simple)}
    if "minor" in found:
        return "minor"
    return stated or ("serious" if "serious" in found else "general")


def _matches(rule: PublicationClass, categories: frozenset[str], simple: bool) -> bool:
    nothing_else = bool(categories and rule.only) and categories <= set(rule.only)
    return nothing_else or bool(categories & set(rule.any_of)) or (simple and rule.simple_procedure)
