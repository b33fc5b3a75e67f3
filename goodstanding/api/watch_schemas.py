"""What the API says of watches."""

from datetime import date

from ninja import Schema

from goodstanding.api.agency_schemas import EffectOut


class WatchBriefOut(Schema):
    """A watch in a list: ``answered`` and ``now`` are there while the answer is not the one told last.

    ``last_day``: it ends by itself after that day; ``ended_on``: it is over since.
    """

    id: str
    receipt: str
    organisation: str
    procedure: str
    case_number: str
    stage: str
    last_day: date
    ended_on: date | None
    answered: str | None
    now: str | None


class WatchNoticeOut(Schema):
    """What is new: the answer told last, the answer now, and which effects came and went.

    ``told``: the receipt of the answer told last.
    """

    answered: str
    answered_act_as: str
    told: str
    now: str
    act_as: str
    position: int
    came: list[EffectOut]
    went: list[dict[str, object]]


class WatchOut(WatchBriefOut):
    """A watch; ``notice`` is open until it is acknowledged."""

    notice: WatchNoticeOut | None


class WatchesOut(Schema):
    """Watches, those that go on first; ``next`` continues the list."""

    items: list[WatchBriefOut]
    next: str | None
