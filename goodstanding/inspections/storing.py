"""Beside the acts: lists handed in, frozen pools and frames, drawn visits. Rows are only ever added."""

from collections.abc import Iterable

from django.db import connections
from psycopg.sql import SQL, Identifier

from goodstanding.rules.inspection.draw import Visit
from goodstanding.rules.inspection.frame import Ticket
from goodstanding.rules.inspection.rates import Rated

_POOLED = (
    *("plan", "number", "code", "ticket", "stratum", "rate", "rule", "because", "lighter", "left"),
)
_VISIT = ("id", "plan", "code", "ticket", "day", "items", "inspectors")


def keep_list(*, plan: str, codes: Iterable[str]) -> None:
    """Keep the codes handed in for a plan, in the order of the codes."""
    _insert("inspections_listed", ("plan", "codes"), [(plan, "\n".join(sorted(codes)))])


def keep_pool(
    *, plan: str, number: int, pool: Iterable[tuple[Rated, Ticket]], frame: str, secret: str
) -> None:
    """Keep a frozen pool with all else a commitment froze; ``secret`` is sealed."""
    rows = [
        (
            *(plan, number, rated.code, ticket.ticket, ticket.stratum, rated.rate),
            *(rated.rule, list(rated.because), rated.lighter, ticket.left),
        )
        for rated, ticket in pool
    ]
    _insert("inspections_pooled", _POOLED, rows)
    framed = [(plan, number, frame, secret)]
    _insert("inspections_framed", ("plan", "number", "frame", "secret"), framed)


def keep_visits(*, plan: str, visits: Iterable[tuple[Visit, str]]) -> None:
    """Keep the visits of a draw, each with the code of its organisation."""
    rows = [
        (
            *(each.id, plan, code, each.ticket, each.day),
            *(list(each.items), list(each.inspectors)),
        )
        for each, code in visits
    ]
    _insert("inspections_drawnvisit", _VISIT, rows)


def _insert(table: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Through COPY: a pool may have 100,000 rows."""
    statement = SQL("COPY {} ({}) FROM STDIN").format(
        Identifier(table), SQL(", ").join(map(Identifier, columns))
    )
    with connections["default"].cursor() as cursor, cursor.copy(statement) as stream:
        for row in rows:
            stream.write_row(row)
