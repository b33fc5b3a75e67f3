"""The same request twice is one request: its answer is kept with what it did, for seven days."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from django.db import connections

from goodstanding.register.errors import IdempotencyKeyReused
from goodstanding.rules.errors import refuse

KEPT_FOR = timedelta(days=7)


class Answer(NamedTuple):
    """What was answered: HTTP status and body."""

    status: int
    body: bytes


def digest_of(*parts: bytes) -> bytes:
    """The digest of a request: method, path, body."""
    lengths = b"".join(len(part).to_bytes(8, "big") for part in parts)
    return sha256(lengths + b"".join(parts)).digest()


def claim(*, client: str, key: str, digest: bytes, at: datetime) -> Answer | None:
    """The answer given before, or None: then do the work and `keep` its answer, in this transaction.

    A second request with the same key waits here until the first has committed or failed. The key
    is locked before any stream by everybody, so it cannot take part in a deadlock.

    Raises:
        Refused: `IdempotencyKeyReused`, if the key was used for another request.
    """
    if not connections["default"].in_atomic_block:
        raise ValueError("claim a key inside the transaction that does the work")
    with connections["default"].cursor() as cursor:
        cursor.execute(_CLAIM, [client, key, digest, at, at - KEPT_FOR])
        if cursor.fetchone():
            return None
        cursor.execute(_FOUND, [client, key])
        found, status, body = cursor.fetchone()
    if bytes(found) != digest:
        refuse(IdempotencyKeyReused(key=key))
    if status is None:
        raise ValueError("a claimed key was committed without its answer")
    return Answer(status, bytes(body))


def keep(*, client: str, key: str, answer: Answer) -> None:
    """Keep the answer of a claimed key."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_KEEP, [answer.status, answer.body, client, key])


def forget(*, at: datetime) -> int:
    """Remove the answers that are older than seven days; returns their number."""
    with connections["default"].cursor() as cursor:
        cursor.execute("DELETE FROM register_idempotencykey WHERE created_at < %s", [at - KEPT_FOR])
        return int(cursor.rowcount)


_CLAIM = """
    INSERT INTO register_idempotencykey AS known (client, key, digest, created_at)
    VALUES (%s, %s, %s, %s)
    ON CONFLICT (client, key) DO UPDATE
       SET digest = excluded.digest, created_at = excluded.created_at,
           status = NULL, response = NULL
     WHERE known.created_at < %s
    RETURNING id
"""
_FOUND = (
    "SELECT digest, status, response FROM register_idempotencykey WHERE client = %s AND key = %s"
)
_KEEP = """
    UPDATE register_idempotencykey SET status = %s, response = %s WHERE client = %s AND key = %s
"""
