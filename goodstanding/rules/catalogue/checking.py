"""All checks of what a pack says, once its entries have their shape."""

from collections.abc import Iterator

from goodstanding.rules.catalogue.basis_checks import basis_problems
from goodstanding.rules.catalogue.circle_checks import circle_problems
from goodstanding.rules.catalogue.competence_checks import competence_problems
from goodstanding.rules.catalogue.condition_checks import condition_problems
from goodstanding.rules.catalogue.consent_checks import consent_problems
from goodstanding.rules.catalogue.coupling_checks import coupling_problems
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.effect_checks import effect_problems
from goodstanding.rules.catalogue.field_checks import field_problems
from goodstanding.rules.catalogue.item_checks import item_problems
from goodstanding.rules.catalogue.law_checks import law_problems
from goodstanding.rules.catalogue.limit_checks import limit_problems
from goodstanding.rules.catalogue.order_checks import order_problems
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reference_checks import reference_problems
from goodstanding.rules.catalogue.sampling_checks import sampling_problems
from goodstanding.rules.catalogue.value_checks import value_problems


def content_problems(read: Draft) -> Iterator[PackProblem]:
    """Every problem of order, references, law, competence and numbers in the entries of a draft."""
    yield from order_problems(read)
    yield from reference_problems(read)
    yield from field_problems(read)
    yield from law_problems(read)
    yield from basis_problems(read)
    yield from coupling_problems(read)
    yield from competence_problems(read)
    yield from limit_problems(read)
    yield from consent_problems(read)
    yield from condition_problems(read)
    yield from item_problems(read)
    yield from value_problems(read)
    yield from circle_problems(read)
    yield from effect_problems(read)
    yield from sampling_problems(read)


def by_file(found: list[PackProblem]) -> list[PackProblem]:
    """In the order of the files and of their lines."""
    return sorted(found, key=lambda each: (str(each.fields["file"]), int(each.fields["line"])))
