"""Which organisations are meant?"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import F, Func, Q, QuerySet, TextField, Value

from goodstanding.organisations.models import Name, Organisation
from goodstanding.organisations.rows import folded


class Found(NamedTuple):
    """An organisation found. ``by``: code, name, former-name, document, part or former-part;
    ``matched``: the name that matched, empty where none did.
    """

    code: str
    name: str
    class_id: str
    by: str
    matched: str


#: A name is found with or without its brackets, of whatever kind.
BRACKETS = "()[]〔〕【】"

_BY = ("code", "name", "former-name", "document", "part", "former-part")

# A name is compared whole and in part in one pass; each organisation keeps its best rank.
_BEST = """
    WITH met AS (
        SELECT code, 0 AS rank, '' AS matched FROM organisations_organisation
         WHERE code = %(code)s
        UNION ALL
        SELECT unnest(%(also)s::text[]), 3, ''
        UNION ALL
        SELECT code,
               CASE WHEN bare = %(q)s THEN CASE WHEN current THEN 1 ELSE 2 END
                    ELSE CASE WHEN current THEN 4 ELSE 5 END END,
               name
          FROM (SELECT *, translate(folded, %(brackets)s, '') AS bare
                  FROM organisations_name) AS known
         WHERE %(q)s <> '' AND strpos(bare, %(q)s) > 0
    ), best AS (
        SELECT DISTINCT ON (code) code, rank, matched FROM met ORDER BY code, rank, matched
    )
"""
_FIND = (
    _BEST
    + """
    SELECT code, name, class_id, rank, matched
      FROM best JOIN organisations_organisation USING (code)
     ORDER BY rank, name, code LIMIT %(limit)s OFFSET %(offset)s
"""
)
_COUNT = _BEST + "SELECT count(*) FROM best JOIN organisations_organisation USING (code)"


def find(*, q: str, limit: int, offset: int = 0, also: Sequence[str] = ()) -> list[Found]:
    """The organisations meant by ``q``, best first: code, name, former name, part of a name.

    Args:
        q: as typed; width, case, spaces and brackets do not matter.
        also: codes found by other means, for example a document's number.
    """
    with connections["default"].cursor() as cursor:
        cursor.execute(_FIND, _asked(q, also) | {"limit": limit, "offset": offset})
        return [Found(c, n, k, _BY[rank], matched) for c, n, k, rank, matched in cursor.fetchall()]


def count(*, q: str, also: Sequence[str] = ()) -> int:
    """How many `find` would find without a limit."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_COUNT, _asked(q, also))
        return int(cursor.fetchone()[0])


def _asked(q: str, also: Sequence[str]) -> dict[str, Any]:
    text = folded(q)
    bare = text.translate(str.maketrans("", "", BRACKETS))
    return {"q": bare, "brackets": BRACKETS, "code": text.upper(), "also": list(also)}


def meant(*, q: str) -> QuerySet[Name, str]:
    """The codes of the organisations whose name, former name or code has ``q`` in it.

    For a condition of a list: it becomes part of the list's own question.
    """
    text = folded(q)
    bare = text.translate(str.maketrans("", "", BRACKETS))
    without = Func(
        *(F("folded"), Value(BRACKETS), Value("")), function="translate", output_field=TextField()
    )
    has = Q(bare__contains=bare) if bare else Q()
    found = Name.objects.annotate(bare=without).filter(has | Q(code__startswith=text.upper()))
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
