"""The act by which files are handed in for a matter; the files themselves lie beside the register."""

import msgspec


class FileHandedIn(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its id, and the digest (SHA-256, hex) of its bytes."""

    id: str
    digest: str


class EvidenceHandedIn(msgspec.Struct, frozen=True, kw_only=True, tag="evidence-handed-in/1"):
    """Files are handed in for an objection, a repair or a case; they are named by id and digest.

    It changes no state: what the files show is for people to look at. They are deleted by date, and
    the digests still say which they were.
    """

    files: tuple[FileHandedIn, ...]
