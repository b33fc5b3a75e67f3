"""Acts about the removal of content: the one thing in the register that may be destroyed."""

import msgspec


class RemovalProposed(msgspec.Struct, frozen=True, kw_only=True, tag="removal-proposed/1"):
    """An officer proposes that the contents of some acts be destroyed, and under what.

    ``positions``: of the acts; their headers and effects stay whatever becomes of it.
    """

    target: str
    target_kind: str
    department: str
    basis: str
    cited: str
    document: str
    positions: tuple[int, ...]


class RemovalDropped(msgspec.Struct, frozen=True, kw_only=True, tag="removal-dropped/1"):
    """What was proposed is not done; the contents stay."""


class ContentRemoved(msgspec.Struct, frozen=True, kw_only=True, tag="content-removed/1"):
    """Another officer approved it: contents and salts of these acts are gone in this transaction.

    It says everything by itself, because a restored register may hold no proposal before it.
    """

    target: str
    target_kind: str
    department: str
    basis: str
    cited: str
    document: str
    positions: tuple[int, ...]
    proposed_by: str
