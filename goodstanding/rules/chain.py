"""The chain over all acts: whoever knows one head knows every act before it.

    leaf   = H( header ‖ effect ‖ H( salt ‖ content ) )      each part preceded by its length
    head n = H( head n-1 ‖ leaf n )                          H is SHA-256

The inner digest is stored beside the act, so header and effect verify after content and salt were
lawfully destroyed.
"""

from hashlib import sha256

GENESIS = bytes(32)


def content_digest(*, salt: bytes, content: bytes) -> bytes:
    """The digest that stands for the content; without the salt it tells nothing about it."""
    return _digest(salt, content)


def leaf(*, header: bytes, effect: bytes, content_digest: bytes) -> bytes:
    """The digest of one act."""
    return _digest(header, effect, content_digest)


def next_head(previous: bytes, leaf: bytes) -> bytes:
    """The head after one more act; before the first it is `GENESIS`."""
    return sha256(previous + leaf).digest()


def _digest(*parts: bytes) -> bytes:
    found = sha256()
    for part in parts:
        # Without the lengths, bytes could move from one part to the next unnoticed.
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()
