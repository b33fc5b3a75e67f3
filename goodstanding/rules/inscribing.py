"""An act as far as it can be written down before anybody knows its place in the chain."""

from datetime import date

import msgspec

from goodstanding.rules import chain, codec
from goodstanding.rules.acts.envelope import Decided

SALT_BYTES = 16


class Inscribed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A decided act with effect and content in the bytes that are hashed and stored."""

    stream: str
    aggregate: str
    effective_on: date
    kind: str
    effect: bytes
    content: bytes
    salt: bytes
    content_digest: bytes


def inscribe(decided: Decided, *, salt: bytes) -> Inscribed:
    """Write an act down; what is left needs the head of the chain.

    Args:
        decided: the act.
        salt: `SALT_BYTES` random bytes; without them the digest tells nothing of the content.
    """
    content = codec.encode(decided.content)
    return Inscribed(
        stream=decided.stream,
        aggregate=decided.aggregate,
        effective_on=decided.effective_on,
        kind=codec.kind_of(decided.effect),
        effect=codec.encode(decided.effect),
        content=content,
        salt=salt,
        content_digest=chain.content_digest(salt=salt, content=content),
    )
