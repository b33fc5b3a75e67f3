"""Which organisations are meant?"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from goodstanding.organisations.models import Name, Organisation
from goodstanding.rules.identifiers import normalise
from goodstanding.rules.names.writing import folded


def meant(*, q: str) -> QuerySet[Name, str]:
    """The codes of the organisations whose name, former name or code has ``q`` in it.

    For a condition of a list: it becomes part of the list's own question.
    """
    whole = folded(q)
    has = Q(folded__contains=whole) if whole else Q()
    found = Name.objects.filter(has | Q(code__startswith=normalise(q)))
    return found.values_list("code", flat=True)


def by_code(code: str) -> Organisation | None:
    """The organisation of a code, or None if the register has never met it."""
    return Organisation.objects.filter(code=code).first()


def named(codes: Iterable[str]) -> dict[str, str]:
    """The present name of each organisation among ``codes`` that the register has met."""
    found = Organisation.objects.filter(code__in=set(codes))
    return dict(found.values_list("code", "name"))


def names(*, code: str) -> list[Name]:
    """All names of an organisation, oldest first; the last is the present one."""
    return list(Name.objects.filter(code=code).order_by("ordinal"))


def borne(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Name]:
    """The rows of names that organisations bear or bore, by code and name; the last where twice."""
    wanted = set(names)
    found = Name.objects.filter(code__in={code for code, _ in wanted}).order_by("code", "ordinal")
    return {(each.code, each.name): each for each in found if (each.code, each.name) in wanted}
