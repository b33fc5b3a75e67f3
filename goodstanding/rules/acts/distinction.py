"""Acts about two organisations of (nearly) the same name: they are not the same."""

import msgspec


class DistinctionStated(msgspec.Struct, frozen=True, kw_only=True, tag="distinction-stated/1"):
    """A department states that the organisation of the stream is another than ``other``, a code."""

    other: str
    department: str


class DistinctionConfirmed(
    msgspec.Struct, frozen=True, kw_only=True, tag="distinction-confirmed/1"
):
    """A second officer compared both and confirmed it: from this day on both pages say so."""


class DistinctionWithdrawn(
    msgspec.Struct, frozen=True, kw_only=True, tag="distinction-withdrawn/1"
):
    """The statement is taken back: from this day on no page says so any more."""
