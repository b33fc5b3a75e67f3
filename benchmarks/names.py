"""Names searched as people get them wrong, beside plain trigrams and a bare look at an index.

The names and the questions are made by `tests.corpus.companies`, by the same hand as the search:
the figures rank ways of searching, and say what an edit costs; they are no promise for real names.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import quantiles
from typing import Any

from django.db import connections

from goodstanding.organisations.rows import SHELVES
from goodstanding.organisations.searching import find
from goodstanding.register import shelving, sql
from goodstanding.rules.states import DatedName, Organisation
from tests.corpus.companies import Asked, Company, companies, questions

SEED = 449800
EACH = 200
#: Plain trigrams are asked so many times fewer: they answer too slowly for all.
FEWER = 10
TOP = 10
Search = Callable[[str], Sequence[str]]


def run(number: int) -> dict[str, Any]:
    """Build, ask, compare: recall at 1 and 10 by kind of mistake, questions a second, times."""
    held = companies(number, seed=SEED)
    asked = questions(held, each=EACH, seed=SEED)
    found: dict[str, Any] = {"names": number, "questions": len(asked), "build": _build(held)}
    found["search"] = _measured(asked, lambda q: [each.code for each in find(q=q)][:TOP])
    found["bare index read"] = _measured(asked, _bare)
    found["kinds"] = found["search"].pop("kinds")
    found["taken_for_another"] = sum(_told_as_exact(each) for each in asked if not each.code)
    if _has_trigrams():
        found["build"]["trigrams"] = _trigram_index()
        found["trigrams"] = _measured(asked[::FEWER], _by_trigrams)
    return found


def _build(held: list[Company]) -> dict[str, float]:
    """Seconds for the shelf's rows, indexes included, and for its keys alone."""
    states = [_state(each) for each in held]
    start = time.perf_counter()
    mine = [shelf for shelf in SHELVES if shelf.state is Organisation]
    rows = [(shelf, [row for state in states for row in shelf.rows(state)]) for shelf in mine]
    keyed = time.perf_counter()
    with connections["default"].cursor() as cursor:
        for shelf, made in rows:
            sql.copy(cursor, shelf.table, shelf.columns, shelving.values(shelf, made))
    written = time.perf_counter()
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE organisations_name")
        cursor.execute("SELECT pg_relation_size('names_by_keys') / 1048576.0")
        megabytes = float(cursor.fetchone()[0])
    return {"keys": keyed - start, "rows": written - keyed, "index_megabytes": megabytes}


def _state(company: Company) -> Organisation:
    names = [company.former, company.name] if company.former else [company.name]
    dated = tuple(DatedName(name=each, since=None) for each in names)
    return Organisation(id=company.code, class_id="enterprise", names=dated)


def _measured(asked: Sequence[Asked], search: Search) -> dict[str, Any]:
    first, among, of, times = Counter[str](), Counter[str](), Counter[str](), []
    for each in asked:
        start = time.perf_counter()
        codes = search(each.text)
        times.append(time.perf_counter() - start)
        of[each.kind] += 1
        first[each.kind] += codes[:1] == [each.code]
        among[each.kind] += each.code in codes
    real = [kind for kind in of if kind != "no such organisation"]
    total = sum(of[kind] for kind in real)
    return {
        "recall_at_1": sum(first[kind] for kind in real) / total,
        "recall_at_10": sum(among[kind] for kind in real) / total,
        "per_second": len(times) / sum(times),
        "p50_ms": quantiles(times, n=100)[49] * 1000,
        "p99_ms": quantiles(times, n=100)[98] * 1000,
        "kinds": {kind: [first[kind] / of[kind], among[kind] / of[kind]] for kind in real},
    }


def _told_as_exact(asked: Asked) -> bool:
    """Whether a name that nobody bears is answered as if somebody did."""
    return any(each.by in ("code", "name", "former-name") for each in find(q=asked.text)[:1])


def _bare(q: str) -> list[str]:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT code FROM organisations_name WHERE folded = %s", [q])
        return [code for (code,) in cursor.fetchall()]


def _has_trigrams() -> bool:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'")
        return cursor.fetchone() is not None


def _trigram_index() -> float:
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE EXTENSION pg_trgm")
        start = time.perf_counter()
        cursor.execute(
            "CREATE INDEX plain_trigrams ON organisations_name USING gin (name gin_trgm_ops)"
        )
        return time.perf_counter() - start


def _by_trigrams(q: str) -> list[str]:
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT code FROM organisations_name WHERE name %% %s"
            " ORDER BY similarity(name, %s) DESC LIMIT 10",
            [q, q],
        )
        return [code for (code,) in cursor.fetchall()]
