"""Which organisations are meant?"""

from collections.abc import Iterable
from datetime import date

from django.db import connections
from django.db.models import Q, QuerySet

from goodstanding.organisations.models import Link, Name, Organisation, Struck
from goodstanding.rules.identifiers import normalise
from goodstanding.rules.legal_person import CODE_CHANGE
from goodstanding.rules.names.writing import folded


def meant(*, q: str) -> QuerySet[Name, str]:
    """The codes of the organisations whose name, former name or code has ``q`` in it.

    For a condition of a list: it becomes part of the list's own question.
    """
    whole = folded(q)
    has = Q(folded__contains=whole) if whole else Q()
    found = Name.objects.filter(has | Q(code__startswith=normalise(q)))
    return found.values_list("code", flat=True)


_RELATED = """
    WITH RECURSIVE met (code) AS (
        SELECT %s
        UNION
        SELECT other FROM organisations_link JOIN met USING (code)
         WHERE by = 'code-change' OR direction = 'predecessor'
    )
    SELECT code FROM met ORDER BY code
"""
_SAME = _RELATED.replace("OR direction = 'predecessor'", "")


def living_codes(*, among: Iterable[str] | None = None) -> set[str]:
    """The codes borne today by organisations that have not ended; all, or those among some."""
    found = Organisation.objects.exclude(status="ended")
    if among is not None:
        found = found.filter(code__in=list(among))
    changed = Link.objects.filter(by=CODE_CHANGE, direction="successor").values_list("code")
    return set(found.exclude(code__in=changed).values_list("code", flat=True))


def related(*, code: str) -> list[str]:
    """All that an answer about a code may rest on: its other codes and its predecessors; sorted."""
    return _codes(_RELATED, code)


def same(*, code: str) -> list[str]:
    """All codes of the legal person that bears or bore a code, itself included; sorted."""
    return _codes(_SAME, code)


def codes_of(code: str) -> list[str]:
    """The codes of the legal person that bears or bore a code, oldest first; the last one now."""
    alike = same(code=code)
    if len(alike) == 1:
        return [code]
    after = {each.code: each.other for each in links(alike) if _is_change(each)}
    found = [next(iter(set(after) - set(after.values())), code)]
    while (next_one := after.get(found[-1])) and next_one not in found:
        found.append(next_one)
    return found


def _is_change(link: Link) -> bool:
    return link.by == CODE_CHANGE and link.direction == "successor"


def links(codes: Iterable[str]) -> list[Link]:
    """What these organisations came from and went into, oldest first."""
    return list(Link.objects.filter(code__in=set(codes)).order_by("on", "code", "ordinal"))


def gone_into(*, first: date, last: date) -> list[Link]:
    """The mergers and divisions of some days, seen from whoever went into another."""
    went = Link.objects.filter(direction="successor", on__range=(first, last))
    return list(went.exclude(by=CODE_CHANGE).order_by("on", "code", "ordinal"))


def struck() -> dict[str, str]:
    """The codes under which another's records were wrongly told, each with that other's."""
    return dict(Struck.objects.order_by("ordinal").values_list("code", "other"))


def former_codes(codes: Iterable[str]) -> dict[str, str]:
    """Each of these codes and each former one of theirs, with the one of these it belongs to."""
    found = {code: code for code in codes}
    wanted = set(found)
    while wanted:
        old = Link.objects.filter(other__in=wanted, by=CODE_CHANGE, direction="successor")
        new = {e.code: found[e.other] for e in old if e.code not in found}
        found |= new
        wanted = set(new)
    return found


def replaced(codes: Iterable[str]) -> dict[str, str]:
    """For each code that another one replaced, the code that its organisation bears now."""
    old = Link.objects.filter(code__in=set(codes), by=CODE_CHANGE, direction="successor")
    return {code: codes_of(code)[-1] for code in old.values_list("code", flat=True)}


def _codes(query: str, code: str) -> list[str]:
    with connections["default"].cursor() as cursor:
        cursor.execute(query, [code])
        return [found for (found,) in cursor.fetchall()]


def by_code(code: str) -> Organisation | None:
    """The organisation of a code, or None if the register has never met it."""
    return Organisation.objects.filter(code=code).first()


def by_codes(codes: Iterable[str]) -> dict[str, Organisation]:
    """The organisations of these codes that the register has met, by code."""
    return Organisation.objects.in_bulk(list(codes))


def named(codes: Iterable[str]) -> dict[str, str]:
    """The present name of each organisation among ``codes`` that the register has met."""
    found = Organisation.objects.filter(code__in=set(codes))
    return dict(found.values_list("code", "name"))


def names_of(codes: Iterable[str]) -> list[Name]:
    """All names under some codes."""
    return list(Name.objects.filter(code__in=set(codes)).order_by("code", "ordinal"))


def names(*, code: str) -> list[Name]:
    """All names of an organisation, oldest first; the last is the present one."""
    return list(Name.objects.filter(code=code).order_by("ordinal"))


def borne(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Name]:
    """The rows of names that organisations bear or bore, by code and name; the last where twice."""
    wanted = set(names)
    found = Name.objects.filter(code__in={code for code, _ in wanted}).order_by("code", "ordinal")
    return {(each.code, each.name): each for each in found if (each.code, each.name) in wanted}
