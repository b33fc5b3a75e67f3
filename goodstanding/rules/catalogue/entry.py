"""What every entry of a pack has in common, and how an amendment says what happens to open matters."""

from typing import Literal

import msgspec

Transition = Literal["keep", "new", "lighter"]
"""What a change does to matters already open: keep the old value, take the new one, or whichever
weighs less on the organisation."""


class Entry(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Anything the pack lists: unknown keys are refused, defaults are not written."""


class Changeable(Entry, frozen=True, kw_only=True):
    """An entry that an amendment may replace: `transition` is written there, and only there."""

    transition: Transition | None = None
