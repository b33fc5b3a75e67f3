"""The rows that are locked: one per organisation, one for the system."""

from collections.abc import Sequence

from django.db import connections
from django.db.backends.utils import CursorWrapper

from goodstanding.register import sql

_LOCK = f"SELECT code FROM register_stream WHERE code {sql.AMONG} ORDER BY code FOR UPDATE"
_HAVE = """
    INSERT INTO register_stream (code)
    SELECT code FROM jsonb_array_elements_text(%s::jsonb) AS code ORDER BY code
    ON CONFLICT DO NOTHING
"""


def lock(cursor: CursorWrapper, codes: Sequence[str]) -> None:
    """Lock streams for writing until the transaction ends, making those that are new.

    Sorted, and all made before any is locked: two writers never wait for each other.
    """
    wanted = sorted(set(codes))
    if len(wanted) == 1 and _locked(cursor, wanted) == 1:
        return
    cursor.execute(_HAVE, [sql.written(wanted)])
    found = _locked(cursor, wanted)
    assert found == len(wanted), "a stream row is never deleted"


def _locked(cursor: CursorWrapper, codes: list[str]) -> int:
    cursor.execute(_LOCK, [sql.written(codes)])
    return len(cursor.fetchall())


def awaited() -> bool:
    """Whether somebody waits for the transaction that is open now: for a stream it holds."""
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
            " AND transactionid = pg_current_xact_id()::xid)"
        )
        return bool(cursor.fetchone()[0])


def share_lock(stream: str) -> bool:
    """Hold a stream against writers until the transaction ends; many readers may.

    Returns:
        False if the register has never written to this stream.
    """
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 1 FROM register_stream WHERE code = %s FOR SHARE", [stream])
        return cursor.fetchone() is not None


def none_but(stream: str) -> bool:
    """Whether nothing was ever written to any other stream."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM register_stream WHERE code <> %s)", [stream])
        return not cursor.fetchone()[0]
