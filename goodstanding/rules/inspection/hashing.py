"""The one hash of a draw: SHA-256 over short texts, a line each. See docs/howto/draws.md."""

from collections.abc import Iterable
from hashlib import sha256


def hashed(*parts: object) -> str:
    """SHA-256, in hex, of the parts as text, joined by line feeds; no part contains one."""
    return sha256("\n".join(map(str, parts)).encode()).hexdigest()


def number(*parts: object) -> int:
    """The same as a whole number, the first byte the highest."""
    return int(hashed(*parts), 16)


def of_lines(lines: Iterable[str]) -> str:
    """SHA-256, in hex, of lines in the order of their bytes, joined by line feeds."""
    return sha256(b"\n".join(sorted(line.encode() for line in lines))).hexdigest()
