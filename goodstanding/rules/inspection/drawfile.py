"""The public file of a draw: all that is needed to do it again, and no organisation by name or code."""

from datetime import date
from typing import Literal

import msgspec

from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.inspection import refusals as no
from goodstanding.rules.inspection.draw import Visit, draw
from goodstanding.rules.inspection.frame import (
    Frame,
    Ticket,
    commitment,
    frame_digest,
    pool_digest,
)

FORMAT: Literal["goodstanding-draw/1"] = "goodstanding-draw/1"


class DrawFile(msgspec.Struct, frozen=True, kw_only=True):
    """Pool and frame as committed to; after the draw also the seed and the visits it gave.

    ``pool``: ticket, stratum and visits left of each organisation; ``seed``: empty before the draw.
    """

    format: Literal["goodstanding-draw/1"]
    plan: str
    number: int
    committed_on: date
    commitment: str
    pool_digest: str
    table_digest: str
    frame_digest: str
    frame: Frame
    pool: tuple[tuple[str, str, int], ...]
    seed: str = ""
    visits: tuple[Visit, ...] = ()


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: the commitment, and how many visits the draw, done again, gave."""

    plan: str
    commitment: str
    pool: int
    visits: int


def read(data: bytes) -> DrawFile:
    """The file; refuses `DrawFileUnreadable`."""
    try:
        return msgspec.json.decode(data, type=DrawFile)
    except msgspec.MsgspecError as problem:
        refuse(no.DrawFileUnreadable(problem=str(problem)))


def verify(file: DrawFile) -> Verified:
    """Do the draw again from the file alone.

    Raises:
        Refused: `DrawNotYet`, `PoolDiffers`, `FrameDiffers`, `SeedNotCommitted`, `DrawDiffers`,
            `NoInspectorLeft`; all that differs at once.
    """
    pool = [Ticket(ticket=ticket, stratum=label, left=left) for ticket, label, left in file.pool]
    found = _differing(file, pool)
    if not file.seed:
        refuse(*found, no.DrawNotYet())
    visits = draw(file.seed, pool, file.frame) if not found else ()
    if not found and _lines(visits) != _lines(file.visits):
        found.append(no.DrawDiffers())
    if found:
        refuse(*found)
    return Verified(plan=file.plan, commitment=file.commitment, pool=len(pool), visits=len(visits))


def _differing(file: DrawFile, pool: list[Ticket]) -> list[Refusal]:
    found: list[Refusal] = []
    if pool_digest(pool) != file.pool_digest:
        found.append(no.PoolDiffers())
    if frame_digest(file.frame) != file.frame_digest:
        found.append(no.FrameDiffers())
    told = commitment(
        seed=file.seed,
        plan=file.plan,
        pool=file.pool_digest,
        table=file.table_digest,
        frame=file.frame_digest,
    )
    if file.seed and told != file.commitment:
        found.append(no.SeedNotCommitted())
    return found


def _lines(visits: tuple[Visit, ...]) -> list[str]:
    return sorted(each.line for each in visits)
