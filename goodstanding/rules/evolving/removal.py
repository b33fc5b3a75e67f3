"""What acts mean for the removal of contents."""

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.removal import ContentRemoved, RemovalDropped, RemovalProposed
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.removal.state import Removal


def _proposed(_: None, effect: RemovalProposed, header: Header) -> Removal:
    return Removal(
        id=header.aggregate,
        organisation=header.stream,
        target=effect.target,
        target_kind=effect.target_kind,
        department=effect.department,
        basis=effect.basis,
        cited=effect.cited,
        document=effect.document,
        positions=effect.positions,
        proposed_by=header.by,
        proposed_on=header.effective_on,
        proposed_at=header.position,
    )


def _dropped(state: Removal, _: RemovalDropped, header: Header) -> Removal:
    return replace(state, dropped_on=header.effective_on)


def _removed(state: Removal | None, effect: ContentRemoved, header: Header) -> Removal:
    """It says all by itself: after a restore there may be no proposal before it."""
    return Removal(
        id=header.aggregate,
        organisation=header.stream,
        target=effect.target,
        target_kind=effect.target_kind,
        department=effect.department,
        basis=effect.basis,
        cited=effect.cited,
        document=effect.document,
        positions=effect.positions,
        proposed_by=effect.proposed_by,
        proposed_on=state.proposed_on if state else None,
        proposed_at=state.proposed_at if state else 0,
        removed_on=header.effective_on,
        removed_by=header.by,
        removed_at=header.position,
    )


MEANING: Meaning = {
    RemovalProposed: _proposed,
    RemovalDropped: _dropped,
    ContentRemoved: _removed,
}
