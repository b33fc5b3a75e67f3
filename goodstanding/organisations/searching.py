"""Which organisations may be meant by a name? The index proposes, a comparison says why."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connections

from goodstanding.rules.identifiers import judge, normalise
from goodstanding.rules.names.keys import near_keys, pairs
from goodstanding.rules.names.likeness import Core, Likeness, called_alike, likeness
from goodstanding.rules.names.parts import NameParts, parts_of
from goodstanding.rules.names.places import is_place

#: As many names with the question in them are looked at.
MOST = 1_000
#: As many names that share some of its pairs are compared.
NEAR = 40
#: Pairs that so many names have are left out, unless there are no others.
COMMON = 800
#: As many organisations are shown that are only alike.
ALIKE = 10
FEWEST = 2


class Found(NamedTuple):
    """An organisation found. ``by``: code, name, former-name, document, part, former-part, alike or
    former-alike; ``matched``: the name that matched, empty where none did; ``why``: how it is like
    what was asked.
    """

    code: str
    name: str
    class_id: str
    by: str
    matched: str
    why: Likeness | None = None

    @property
    def is_former(self) -> bool:
        """Found by a name it no longer bears."""
        return self.by.startswith("former")

    @property
    def is_alike(self) -> bool:
        """Its name is not what was asked and does not have it in it."""
        return self.by.endswith("alike")


class _Held(NamedTuple):
    code: str
    matched: str
    whole: str
    core: str
    current: bool
    name: str
    class_id: str


# Every branch is bounded and has an index of its own. Statistics say which pairs are common: they
# decide how much is looked at, never what is found by the other keys.
_HOW_COMMON = """
    SELECT known.pair, known.share * relation.reltuples
      FROM pg_stats AS stats
      JOIN pg_class AS relation ON relation.oid = 'organisations_name'::regclass
     CROSS JOIN unnest(stats.most_common_elems::text::text[], stats.most_common_elem_freqs)
           AS known (pair, share)
     WHERE stats.schemaname = current_schema() AND stats.tablename = 'organisations_name'
       AND stats.attname = 'keys' AND known.pair = ANY(%s)
"""
_CANDIDATES = """
    WITH met AS (
        (SELECT code, ordinal FROM organisations_name WHERE folded = %(whole)s LIMIT %(most)s)
        UNION
        (SELECT code, ordinal FROM organisations_name
          WHERE core LIKE %(begins)s LIMIT %(most)s)
        UNION
        (SELECT code, ordinal FROM organisations_name WHERE keys && %(near)s LIMIT %(most)s)
        UNION
        (SELECT code, ordinal FROM organisations_name WHERE keys @> %(pairs)s LIMIT %(most)s)
        UNION
        (SELECT code, ordinal FROM organisations_name WHERE keys && %(rare)s
          ORDER BY (SELECT count(*) FROM unnest(%(pairs)s::text[]) AS pair WHERE pair = ANY(keys)) DESC,
                code, ordinal
          LIMIT %(few)s)
    )
    SELECT code, known.name, known.folded, known.core, known.current, borne.name, borne.class_id
      FROM met JOIN organisations_name AS known USING (code, ordinal)
      JOIN organisations_organisation AS borne USING (code)
"""
_WITH_IT_SOMEWHERE = """
    SELECT code, known.name, known.folded, known.core, known.current, borne.name, borne.class_id
      FROM organisations_name AS known JOIN organisations_organisation AS borne USING (code)
     WHERE strpos(known.folded, %(whole)s) > 0 LIMIT %(most)s
"""
_OF_CODES = """
    SELECT code, '', '', '', true, name, class_id FROM organisations_organisation WHERE code = ANY(%s)
"""


def find(*, q: str, also: Sequence[str] = ()) -> list[Found]:
    """The organisations that may be meant by ``q``, the likeliest first; each once.

    ``q``: a code, a name or a part of one, as typed; ``also``: codes found by other means, for
    example a document's number.
    """
    code = normalise(q)
    found = [
        Found(each.code, each.name, each.class_id, "code" if each.code == code else "document", "")
        for each in _held(_OF_CODES, [[code, *also]])
    ]
    # Nothing is called by a code; its digits would be like those in a great many names.
    named = [] if judge(q).valid else by_name(q)
    best: dict[str, Found] = {}
    for each in in_order([*found, *named]):
        best.setdefault(each.code, each)
    return _few_alike(list(best.values()))


def in_order(found: Iterable[Found]) -> list[Found]:
    """The likeliest first, in an order that is the same each time."""
    return sorted(found, key=_order)


def by_name(name: str) -> list[Found]:
    """The organisations that a name may mean, by every name they bear or bore; in no order."""
    asked = parts_of(name)
    if not asked.whole:
        return []
    # Most are left out by what is kept of them; only the rest is taken apart.
    held = [
        each
        for each in _candidates(asked)
        if called_alike(asked, each.whole, each.core) is not None
    ]
    compared = ((each, likeness(asked, parts_of(each.matched))) for each in held)
    return [_found(asked, each, why) for each, why in compared if why is not None]


def _candidates(asked: NameParts) -> Iterable[_Held]:
    if len(asked.core) < FEWEST or is_place(asked.whole) or asked.core == asked.form:
        return _held(_WITH_IT_SOMEWHERE, {"whole": asked.whole, "most": MOST})
    found = pairs(asked.core)
    values = {
        "whole": asked.whole,
        "begins": asked.core + "%",
        "near": list(near_keys(asked.core)),
        "pairs": list(found),
        "rare": _rare(found),
        "most": MOST,
        "few": NEAR,
    }
    return _held(_CANDIDATES, values)


def _rare(found: Sequence[str]) -> list[str]:
    """The pairs that few names have; the rarest one where all are common."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_HOW_COMMON, [list(found)])
        common = dict(cursor.fetchall())
    ordered = sorted(found, key=lambda pair: common.get(pair, 0))
    return [pair for pair in ordered if common.get(pair, 0) < COMMON] or ordered[:1]


def _held(query: str, values: Any) -> list[_Held]:
    with connections["default"].cursor() as cursor:
        cursor.execute(query, values)
        return [_Held(*row) for row in cursor.fetchall()]


def _found(asked: NameParts, held: _Held, why: Likeness) -> Found:
    inside = "part" if asked.whole in held.whole or why.core is Core.PART else "alike"
    by = "name" if why.core is Core.WRITTEN else inside
    by = by if held.current else f"former-{by}"
    return Found(held.code, held.name, held.class_id, by, held.matched, why)


_CERTAIN = ("code", "name", "former-name", "document")


def _order(found: Found) -> tuple[Any, ...]:
    """What was given is before what is like it; then the nearest, and names borne now."""
    certain = _CERTAIN.index(found.by) if found.by in _CERTAIN else len(_CERTAIN)
    near, place, form, *how = found.why.order if found.why else (0, 0, 0)
    return (
        certain,
        near,
        place,
        form,
        found.is_former,
        how,
        len(found.matched),
        found.name,
        found.code,
    )


def _few_alike(found: list[Found]) -> list[Found]:
    near = [each for each in found if each.is_alike]
    left_out = {each.code for each in near[ALIKE:]}
    return [each for each in found if each.code not in left_out]
