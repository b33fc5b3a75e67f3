"""A check over HTTP by a client of the API, beside what any check over HTTP must cost."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

from django.db import connections

from benchmarks import serving
from goodstanding import wallclock
from goodstanding.database.scratch import Scratch
from goodstanding.departments.clients import register_client
from goodstanding.departments.models import ClientKind
from goodstanding.organisations.models import Organisation
from goodstanding.rules.actors import Scope

#: A client may ask 1,200 times a minute; a city has many.
CLIENTS = 60


def run(database: Scratch) -> dict[str, Any]:
    """Requests a second of a check and of its three floors, on one server, one after the other."""
    _floor_table()
    codes = list(Organisation.objects.values_list("code", flat=True)[:500])
    with serving.served(database):
        asked = {
            "bare view": cycle([serving.request("GET", "/floor/bare")]),
            "index read": _of(codes, "/floor/read"),
            "read and committed insert": _of(codes, "/floor/write"),
            "check": _checks(codes, tokens()),
        }
        found = {name: serving.measured(requests) for name, requests in asked.items()}
    per_second = {name: load.per_second for name, load in found.items()}
    return {
        "loads": {name: load._asdict() for name, load in found.items()},
        "ratio": {
            f"check / {name}": per_second["check"] / rate
            for name, rate in per_second.items()
            if name != "check"
        },
    }


def _floor_table() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE floor_line (id bigserial PRIMARY KEY, code text NOT NULL)")


def tokens() -> list[str]:
    """Those of as many clients as may ask at once; each can be made only once."""
    return [_token(number) for number in range(CLIENTS)]


def _token(number: int) -> str:
    _, token = register_client(
        name=f"benchmark {number}",
        kind=ClientKind.PUBLIC_BODY,
        scopes=[Scope.CHECKS],
        first=wallclock.today(),
    )
    return token


def _of(codes: list[str], address: str) -> Iterator[bytes]:
    return cycle([serving.request("GET", f"{address}?code={code}") for code in codes])


def _checks(codes: list[str], tokens: list[str]) -> Iterator[bytes]:
    return cycle(
        asking(code, tokens[number % len(tokens)]) for number, code in enumerate(codes * 3)
    )


def asking(code: str, token: str) -> bytes:
    """The request of one check."""
    return serving.request(
        "POST",
        "/api/v1/checks",
        token=token,
        body=f'{{"code":"{code}","procedure":"tender","case_number":"1"}}'.encode(),
    )
