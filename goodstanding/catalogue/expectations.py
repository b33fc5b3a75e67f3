"""What dry runs said: kept beside the law, found by the digest of the version."""

import zlib

from goodstanding.catalogue.models import Expectation


def keep(*, digest: str, position: int, body: bytes) -> None:
    """Have what a dry run said at a position; said before, it stays as it was said."""
    row = Expectation(digest=digest, position=position, body=zlib.compress(body, 1))
    Expectation.objects.bulk_create([row], ignore_conflicts=True)


def kept(*, digest: str, until: int | None = None) -> bytes | None:
    """The latest that was said about a version, at most at a position; None if nothing was."""
    found = Expectation.objects.filter(digest=digest)
    found = found if until is None else found.filter(position__lte=until)
    row = found.order_by("-position").first()
    return zlib.decompress(bytes(row.body)) if row else None
