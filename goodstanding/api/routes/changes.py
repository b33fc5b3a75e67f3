"""The feed of changes of what is public, with tombstones."""

from ninja import Router

from goodstanding.api.agency_schemas import ChangesOut
from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit, Position
from goodstanding.flow.follow import Feed, read_changes

router = Router(tags=["Changes"])


@router.get("/changes", response=ChangesOut)
def changes(request: Asked, after: Position = 0, limit: Limit = 200) -> Feed:
    """What changed after a position. Drop a tombstone's copies at once, any copy by ``not_after``."""
    return read_changes(request.call, after=after, limit=limit)
