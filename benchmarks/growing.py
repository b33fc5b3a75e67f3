"""A register made larger by one file at a time, and what is asked of it at every size."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connections

from benchmarks import bulk, checks, pages, serving
from goodstanding.organisations.models import Organisation
from goodstanding.publication.models import Entry

#: Records of one organisation, on average: most have one, a few have many.
EACH = 4
ASKED_OF = 300


def grow(size: int, folder: Path) -> dict[str, Any]:
    """Load penalties until the register holds so many records; how fast, beside raw COPY."""
    have = held()
    rows = size - have
    if rows <= 0:
        return {"rows": 0}
    file = folder / "penalties.csv"
    grown = bulk.measured(file, first=have, rows=rows, whose=max(1, rows // EACH))
    file.unlink()
    _analyse()
    return grown


def held() -> int:
    """How many records there are."""
    return Entry.objects.count()


def _analyse() -> None:
    """What autovacuum does a minute later."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def questions(tokens: list[str]) -> dict[str, list[bytes]]:
    """The requests of each question and of its floors: a bare view, an index read."""
    codes = list(Organisation.objects.order_by("?").values_list("code", flat=True)[:ASKED_OF])
    names = list(Organisation.objects.filter(code__in=codes[:50]).values_list("name", flat=True))
    officer, office = (
        pages.cookie("market-regulation/officer"),
        pages.cookie("credit-office/officer"),
    )
    return {
        "bare view": [serving.request("GET", "/floor/bare")],
        "index read": [serving.request("GET", f"/floor/read?code={code}") for code in codes],
        "check": [checks.asking(code, tokens[n % len(tokens)]) for n, code in enumerate(codes)],
        "search by code": [serving.request("GET", f"/?q={code}") for code in codes],
        "search by name": [serving.request("GET", f"/?q={quote(name)}") for name in names],
        "organisation": [serving.request("GET", f"/organisations/{code}") for code in codes],
        "to-do list": [serving.request("GET", "/desk", cookie=officer)],
        "list of cases": [serving.request("GET", "/cases", cookie=officer)],
        "list of uploads": [serving.request("GET", "/uploads", cookie=officer)],
        "oversight": [serving.request("GET", "/oversight", cookie=office)],
    }
